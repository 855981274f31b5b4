"""Where a TIMEX3 value lies on the line of days: the first and the last day that it can reach."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from xcheck.records.claim import Time

Window = tuple[date, date]

# A season is as wide as its meteorological and its astronomical reading together, in the north.
_SEASONS = {"SP": (3, 1, 6, 21), "SU": (6, 1, 9, 23), "FA": (9, 1, 12, 21), "WI": (12, 1, 3, 20)}


def window(value: str) -> Window | None:
    """The first and last day of a TIMEX3 date, time of day or interval ``A/B``.

    None for durations, sets, references such as ``PAST_REF``, fiscal years and whatever has an X in it.
    """
    left, slash, right = value.partition("/")
    if slash:
        one, two = window(left), window(right)
        return (one[0], two[1]) if one and two and one[0] <= two[1] else None
    for form, reading in _FORMS:
        found = form.fullmatch(left.partition("T")[0])
        if found:
            try:
                return reading(*found.groups())
            except (ValueError, OverflowError):  # no such day, or one after the last that there is
                return None
    return None


def disjoint(one: Time, two: Time) -> bool:
    """Whether two times have no day in common, as far as is known.

    An end that is None is open ("since May", "before 2010"). Without a year, other weekdays and other dates are apart.
    """
    if (one.first or one.last) and (two.first or two.last):
        return _before(one, two) or _before(two, one)
    return _patterns_differ(one.value, two.value)


def _before(one: Time, two: Time) -> bool:
    return one.last is not None and two.first is not None and one.last < two.first


def _patterns_differ(one: str, two: str) -> bool:
    """Whether values with an unknown year or week cannot meet: other weekdays, or other parts of any one year."""
    weekdays = [_weekday(value) for value in (one, two)]
    if all(weekdays):
        return weekdays[0] != weekdays[1]
    year = next((v[:4] for v in (one, two) if v[:4].isdecimal()), "2000")
    left, right = (_in_years(value, int(year)) for value in (one, two))
    return bool(left and right) and not any(_meet(a, b) for a in left for b in right)


def _meet(one: Window, two: Window) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _weekday(value: str) -> int | None:
    """1 for a Monday, known or not; None for values that are no single day."""
    pattern = re.match(r"XXXX-WXX-([1-7])", value)
    whole = window(value)
    if pattern is None and whole and whole[0] == whole[1]:
        return whole[0].isoweekday()
    return int(pattern[1]) if pattern else None


def _in_years(value: str, year: int) -> list[Window]:
    """The days of a value of no known year ("XXXX-12") in that year and, as winters cross its end, the year before."""
    if not value.startswith("XXXX-"):
        whole = window(value)
        return [whole] if whole else []
    windows = (window(f"{y:04}{value[4:]}") for y in (year - 1, year))
    return [w for w in windows if w]


def _century(prefix: str) -> Window:
    return date(int(prefix) * 100 or 1, 1, 1), date(int(prefix) * 100 + 99, 12, 31)


def _decade(prefix: str) -> Window:
    return date(int(prefix) * 10 or 1, 1, 1), date(int(prefix) * 10 + 9, 12, 31)


def _months(year: str, first: int, last: int) -> Window:
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def _season(year: str, code: str) -> Window:
    month, day, to_month, to_day = _SEASONS[code]
    return date(int(year), month, day), date(int(year) + (to_month < month), to_month, to_day)


def _week(year: str, week: str) -> Window:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return monday, monday + timedelta(days=6)


def _weekend(year: str, week: str) -> Window:
    saturday = date.fromisocalendar(int(year), int(week), 6)
    return saturday, saturday + timedelta(days=1)


def _day(text: str) -> Window:
    return date.fromisoformat(text), date.fromisoformat(text)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Window]], ...] = (
    (re.compile(r"(\d{4}-\d{2}-\d{2})"), _day),
    (re.compile(r"(\d{4})-(\d{2})"), lambda y, m: _months(y, int(m), int(m))),
    (re.compile(r"(\d{4})"), lambda y: _months(y, 1, 12)),
    (re.compile(r"(\d{3})"), _decade),
    (re.compile(r"(\d{2})"), _century),
    (re.compile(r"(\d{4})-W(\d{2})"), _week),
    (re.compile(r"(\d{4})-W(\d{2})-WE"), _weekend),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: _months(y, 3 * int(q) - 2, 3 * int(q))),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: _months(y, 6 * int(h) - 5, 6 * int(h))),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
)
