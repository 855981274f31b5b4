"""When: the same days, days that can be the same, or days that can't."""

from __future__ import annotations

from itertools import product

from xcheck.claims.time.timeline import disjoint, window
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.time_of_day import apart, hours_apart, is_hour
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim, Time
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context, *, any_unit: bool = False) -> tuple[Compared, ...]:
    """For the times of two claims: ``same``, ``compatible`` (one reaches into the other) or ``conflict``.

    Where any pair of times agrees, no conflict is seen in the others: a clause may have the time of two things in it.
    Two hours that are of one thing (``time_of_day``) conflict, whatever else is said, with variant ``hour``.
    ``any_unit``: lengths may conflict that have one number of two units ("nine days" for "nine weeks").
    """
    if context.one_hour and (hours := _hours(left, right)):
        return hours
    alike = context.is_close(left, right, lexicon(Thresholds).content.compatible)
    pairs = product(_told(left), _told(right))
    results = [r for mine, yours in pairs if (r := _pair(mine, yours, alike=alike, any_unit=any_unit))]
    agreeing = [r for r in results if r.outcome in ("same", "compatible")]
    return tuple(agreeing or results)


def _told(claim: Claim) -> list[Time]:
    """The times of a claim but for those that a rate is counted by: "600 euros a year" tells of no year."""
    rates = [q for q in claim.quantities if " per " in (q.unit or "")]
    return [t for t in claim.times if not any(rate.contains(t) for rate in rates)]


def _hours(left: Claim, right: Claim) -> tuple[Compared, ...]:
    """The hours of two claims, where each has one and they are apart."""
    return tuple(
        compared("conflict", mine, yours, variant="hour")
        for mine in left.times
        for yours in right.times
        if is_hour(mine) and is_hour(yours) and apart(mine, yours)
    )


def _pair(mine: Time, yours: Time, *, alike: bool, any_unit: bool) -> Compared | None:
    """``alike``: the claims say much the same, without which two times are those of two things."""
    if mine.value.endswith("_REF") or yours.value.endswith("_REF"):
        return None
    if mine.value == yours.value:
        return compared("same", mine, yours)
    if _is_length(mine) and _is_length(yours):
        measured = _is_one_unit(mine, yours) or (any_unit and _has_its_number(mine, yours))
        return compared("conflict", mine, yours, variant="duration") if alike and measured else None
    return _of_days(mine, yours, alike=alike)


def _of_days(mine: Time, yours: Time, *, alike: bool) -> Compared | None:
    if disjoint(mine, yours) or _start_apart(mine, yours):
        return compared("conflict", mine, yours, variant="date") if alike else None
    if hours_apart(mine, yours):
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


def _is_one_unit(one: Time, other: Time) -> bool:
    return one.value[-1] == other.value[-1]


def _has_its_number(one: Time, other: Time) -> bool:
    return one.value.strip("PTYMWDHS") == other.value.strip("PTYMWDHS") != "1"
