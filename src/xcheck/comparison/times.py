"""When: the same days, days that can be the same, or days that can't."""

from __future__ import annotations

import re

from xcheck.claims.timeline import disjoint, window
from xcheck.comparison.context import Context, compared
from xcheck.comparison.order import reversed_order
from xcheck.language.lexicon import lexicon, words
from xcheck.records.claim import Claim, Time
from xcheck.records.comparison import Compared

_DAY = 24 * 60
_SLACK = 30
_WORDS = re.compile(r"[ap]\.m|[a-z]+")


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For the times of two claims: ``same``, ``compatible`` (one reaches into the other) or ``conflict``.

    Where any pair of times agrees, no conflict is seen in the others: a clause may have the time of two things in it.
    Of a draft and its source also ``conflict`` with variant ``order``: what came first comes second.
    """
    turned = reversed_order(left, right) if context.checks else None
    if turned is not None:
        return (compared("conflict", *turned, variant="order", says=(left.sentence.text, right.sentence.text)),)
    alike = context.closeness(left, right) >= lexicon("comparison")["content"]["compatible"]
    units = context.source is not None
    results = [
        r for mine in left.times for yours in right.times if (r := _pair(mine, yours, alike=alike, any_unit=units))
    ]
    agreeing = [r for r in results if r.outcome in ("same", "compatible")]
    return tuple(agreeing or results)


def _pair(mine: Time, yours: Time, *, alike: bool, any_unit: bool) -> Compared | None:
    """``alike``: the claims say much the same, without which two times are those of two things.

    ``any_unit``: lengths may conflict that have one number of two units ("nine days" for "nine weeks").
    """
    if mine.value.endswith("_REF") or yours.value.endswith("_REF"):
        return None
    if mine.value == yours.value:
        return compared("same", mine, yours)
    if _is_length(mine) and _is_length(yours):
        measured = mine.value[-1] == yours.value[-1] or (any_unit and _has_its_number(mine, yours))
        return compared("conflict", mine, yours, variant="duration") if alike and measured else None
    if disjoint(mine, yours) or _start_apart(mine, yours):
        return compared("conflict", mine, yours, variant="date") if alike else None
    if _hours_apart(mine, yours):
        return compared("conflict", mine, yours, variant="clock")
    return compared("compatible", mine, yours) if mine.first and yours.first else None


def _start_apart(mine: Time, yours: Time) -> bool:
    """Whether two times that are open at the end ("since May", "since 2019") begin on days that cannot be one."""
    spans = window(mine.value), window(yours.value)
    both_open = mine.first and yours.first and not mine.last and not yours.last
    return bool(both_open and spans[0] and spans[1] and (spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0]))


def _is_length(time: Time) -> bool:
    """A length of time that is stated in full: ``P3D``, not ``PXY``."""
    return time.value.startswith("P") and "X" not in time.value and not time.value.endswith("_REF")


def _has_its_number(one: Time, other: Time) -> bool:
    return one.value.strip("PTYMWDHS") == other.value.strip("PTYMWDHS") != "1"


def _clock(time: Time) -> int | None:
    """The time of day in minutes, or None."""
    head, found, clock = time.value.partition("T")
    if not found or len(clock) < 2 or not clock[:2].isdecimal() or head.startswith("P"):
        return None
    minutes = clock[3:5]
    return int(clock[:2]) * 60 + (int(minutes) if minutes.isdecimal() else 0)


def _hours_apart(mine: Time, yours: Time) -> bool:
    """Whether two times of day are more than half an hour apart, in whichever half of the day each may be."""
    one, other = _clock(mine), _clock(yours)
    if one is None or other is None or _zone(mine) != _zone(yours):
        return False
    turn = _DAY if _is_whole(mine) and _is_whole(yours) else _DAY // 2
    apart = abs(one - other) % turn
    return min(apart, turn - apart) > _SLACK


def _zone(time: Time) -> str | None:
    """The zone that a time of day is told in ("0942 GMT"); None for that of the place."""
    return next((word for word in time.text.split() if word in words("comparison", "zones")), None)


def _is_whole(time: Time) -> bool:
    """Whether it is told in which half of the day a time of day lies: "3 p.m.", "15:00", "nine in the morning"."""
    said = time.text.casefold()
    return ":" in said or bool(set(_WORDS.findall(said)) & words("comparison", "halves"))
