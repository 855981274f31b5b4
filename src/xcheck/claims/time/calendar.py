"""Days and periods of the calendar, and their names after TIMEX3 (TimeML 1.2.1; weeks and quarters after ISO 8601)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Grain = Literal["D", "W", "WE", "M", "Q", "Y", "DE", "CE"]

_UNKNOWN: dict[Grain, str] = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
_MONTHS: dict[str, int] = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS: dict[str, int] = {"D": 1, "W": 7, "WE": 7}
FARTHEST = 10_000


def named(day: date | None, grain: Grain) -> str:
    """The TIMEX3 value of the day, week, month … that holds ``day``; with X for every digit where it is None."""
    if day is None:
        return _UNKNOWN[grain]
    year, week, _ = day.isocalendar()
    match grain:
        case "D":
            return day.isoformat()
        case "W" | "WE":
            return f"{year:04}-W{week:02}" + ("-WE" if grain == "WE" else "")
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case _:
            return f"{day.year:04}"[: {"Y": 4, "DE": 3, "CE": 2}[grain]]


def shifted(day: date | None, count: int, grain: str) -> date | None:
    """``day`` moved by ``count`` units, to the last day of a shorter month if need be; None beyond the calendar."""
    if day is None or abs(count) > FARTHEST * 366:
        return None
    try:
        if grain in _DAYS:
            return day + timedelta(days=count * _DAYS[grain])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[grain]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def real_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first (1), second … or last (-1) Monday (1) to Sunday (7) of a month."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms, 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)
