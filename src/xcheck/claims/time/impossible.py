"""Dates that cannot be: a day that the month has not ("31 June"), or that is another weekday than the one named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.claims.time.calendar import real_day
from xcheck.claims.time.grammar import Expression
from xcheck.claims.time.yearly import month_number
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.times import Times
from xcheck.records.claim import DateMark

if TYPE_CHECKING:
    from spacy.tokens import Span

_DATED = ("monthday", "daymonth", "numeric")
_LEAP_YEAR = 2000
_NEAR = 31  # days: a date without its year that lies so close to the day of publication is of that year
_BESIDE = re.compile(r",? \(?(?:a )?")
_COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})


def weekdays_beside(sentence: str, found: Sequence[Expression]) -> list[str | None]:
    """Name for each expression the weekday that stands beside it: "4 March 2024 (a Monday)", "Monday (4 March)"."""
    beside: list[str | None] = [None] * len(found)
    for i, (left, right) in enumerate(pairwise(found)):
        gap = sentence[left.end : right.start]
        if not _BESIDE.fullmatch(gap) or not ("(" in gap or gap.endswith("a ")):
            continue
        if left.rule in _DATED and right.rule == "weekday":
            beside[i] = right.parts["weekday"]
        elif left.rule == "weekday" and right.rule in _DATED and "(" in gap:
            beside[i + 1] = left.parts["weekday"]
    return beside


def mark_of(
    found: Expression, value: str | None, tokens: Span, published: date | None, weekday: str | None
) -> DateMark | None:
    """Say why a date cannot be; None for one that can. ``weekday`` is a name that stands beside it."""
    if found.rule not in _DATED:
        return None
    if value is None:
        return "no-such-day" if _is_no_day(found) and not _is_figure(found, tokens) else None
    named = weekday or found.parts.get("weekday")
    day = _day(value)
    if named is None or day is None or not _is_of_year(found, day, published):
        return None
    return None if day.isoweekday() == _number(named) else "other-weekday"


def as_written(found: Expression) -> str:
    """Write a day that does not exist in the form of TIMEX3, with the figures of the text."""
    if "iso" in found.parts:
        return found.parts["iso"]
    year, month, day = _figures(found.parts)
    return f"{year or 'XXXX'}-{month:02}-{day:02}"


def _is_no_day(found: Expression) -> bool:
    """Whether no month of that name has the day, in the year that is named if there is one."""
    if "iso" in found.parts:
        year, month, day = (int(n) for n in found.parts["iso"].split("-"))
        return real_day(year, month, day) is None
    written, month, day = _figures(found.parts)
    if "mark" in found.parts and len(found.parts["year"]) < 4:
        return False  # "10.45.21" may be a version, or a length of time
    return real_day(int(written or _LEAP_YEAR), month, day) is None


def _figures(parts: Mapping[str, str]) -> tuple[str | None, int, int]:
    """The year as written, the month and the last day."""
    if "mark" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        month, day = (two, one) if parts["mark"] == "." or one > 12 else (one, two)
        return parts["year"], month, day
    return parts.get("year"), month_number(parts), int(parts.get("until", parts["date"]))


def _is_figure(found: Expression, tokens: Span) -> bool:
    """Whether the number counts what follows it: "In June 31 people came"."""
    if found.rule != "monthday" or "year" in found.parts or tokens.text[-1:].isalpha():
        return False
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return after is not None and after.pos_ in _COUNTED and not (before is not None and before.pos_ == "DET")


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.partition("T")[0])
    except ValueError:
        return None


def _is_of_year(found: Expression, day: date, published: date | None) -> bool:
    """Whether the year of a date is sure: it is named, or the date lies near the day of publication."""
    if found.parts.keys() & {"year", "year_which", "iso"}:
        return True
    return published is not None and abs((day - published).days) <= _NEAR


def _number(weekday: str) -> int:
    table = lexicon(Times)
    name = weekday.rstrip(".")
    return int(table.weekdays.get(name) or table.short_weekdays[name])
