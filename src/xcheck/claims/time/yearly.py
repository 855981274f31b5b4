"""Times that come once a year (days of a month, months, seasons, quarters, feasts) and the year that is meant.

Without a year, it is the one of the last such time up to the day of publication, or of the next if the verb looks
ahead, or of the nearest if it doesn't say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from xcheck.claims.time.calendar import easter, nth_weekday, real_day
from xcheck.claims.time.numbers import ordinal
from xcheck.claims.time.setting import Direction, Parts, Setting, offset
from xcheck.claims.time.timeline import Window, window
from xcheck.nlp.lexicon import lexicon

_LEAP_YEAR = 2000


def day_of_month(parts: Parts, setting: Setting) -> str | None:
    """``Feb. 28``, ``5-7 March``; None for a day that the month has not."""
    month, first = month_number(parts), int(parts["date"])
    last = int(parts.get("until", first))
    if not real_day(_LEAP_YEAR, month, first) or not real_day(_LEAP_YEAR, month, last) or last < first:
        return None
    if last == first:
        return _in_year(parts, setting, lambda y: f"{y}-{month:02}-{first:02}")
    return _in_year(parts, setting, lambda y: f"{y}-{month:02}-{first:02}/{y}-{month:02}-{last:02}")


def month_number(parts: Parts) -> int:
    """1 for January, in full or short."""
    table = lexicon("times")
    return int(table["months"][parts["month"]] if "month" in parts else table["short_months"][parts["short_month"]])


def month(parts: Parts, setting: Setting) -> str | None:
    """``March``, ``last May``, ``June of that year``."""
    number = month_number(parts)
    return _in_year(parts, setting, lambda y: f"{y}-{number:02}")


def season(parts: Parts, setting: Setting) -> str | None:
    """``the spring of 2012``, ``last winter``."""
    code = lexicon("times")["seasons"][parts["season"]]
    return _in_year(parts, setting, lambda y: f"{y}-{code}")


def quarter(parts: Parts, setting: Setting) -> str | None:
    """``the third quarter``, ``Q3``."""
    number = 4 if parts["quarter"] == "final" else _small(parts["quarter"])
    return _in_year(parts, setting, lambda y: f"{y}-Q{number}", over=True)


def half(parts: Parts, setting: Setting) -> str | None:
    """``the first half of last year``."""
    number = 2 if parts["half"] == "latter" else _small(parts["half"])
    return _in_year(parts, setting, lambda y: f"{y}-H{number}", over=True)


def _small(text: str) -> int:
    return int(text) if text.isdecimal() else ordinal(text)


def holiday(parts: Parts, setting: Setting) -> str | None:
    """``Christmas``, ``Thanksgiving``, ``Good Friday``."""
    rule = lexicon("times")["holidays"][parts["holiday"]]

    def form(year: str) -> str:
        if isinstance(rule, str):
            return f"{year}-{rule}"
        if not year.isdecimal():
            return "XXXX-XX-XX" if isinstance(rule, int) else f"XXXX-{rule[0]:02}-XX"
        day = easter(int(year)) + timedelta(days=rule) if isinstance(rule, int) else nth_weekday(int(year), *rule)
        return day.isoformat()

    return _in_year(parts, setting, form)


def _in_year(parts: Parts, setting: Setting, form: Callable[[str], str], *, over: bool = False) -> str | None:
    """The value that comes once a year, in the year that is named or meant; None where that year has it not.

    ``over`` is for what is told of when it has ended, such as the results of a quarter.
    """
    year = named_year(parts, setting) or _meant_year(parts, setting, form, over=over)
    value = form(f"{year:04}" if year else "XXXX")
    return value if year is None or window(value) else None


def named_year(parts: Parts, setting: Setting) -> int | None:
    """The year that is named beside it ("March 2011", "June last year"), or None."""
    if "year" in parts:
        return int(parts["year"])
    base = setting.base(parts.get("year_which"))
    return base.year + offset(parts["year_which"]) if base and "year_which" in parts else None


def _meant_year(parts: Parts, setting: Setting, form: Callable[[str], str], *, over: bool) -> int | None:
    today, which = setting.published, parts.get("which")
    if today is None or "year_which" in parts:
        return None
    if which is None and setting.year and setting.direction != "future":
        return setting.year
    spans = _spans_near(today.year, form)
    if which is not None:
        return _by_word(spans, today, offset(which))
    return _by_verb(spans, today, setting.direction, over=over)


def _spans_near(year: int, form: Callable[[str], str]) -> dict[int, Window]:
    """The days of the time in the years around one; four years back and ahead hold a leap day."""
    years = (y for y in range(year - 4, year + 5) if 0 < y < 10_000)
    return {y: reached for y in years if (reached := window(form(f"{y:04}")))}


def _by_verb(spans: Mapping[int, Window], today: date, direction: Direction, *, over: bool) -> int | None:
    """The last one that has begun, or is over; the next one for a verb that looks ahead; else the nearer of the two."""
    begun = max((y for y, span in spans.items() if span[over] <= today), default=None)
    ahead = min((y for y, (_, last) in spans.items() if last >= today), default=None)
    if direction == "none" and not over:
        return _nearer(spans, today, begun, ahead)
    return ahead if direction == "future" else begun


def _nearer(spans: Mapping[int, Window], today: date, begun: int | None, ahead: int | None) -> int | None:
    """The nearer of the last one that has begun and the next one; the last one if there is but one of them."""
    if begun is None or ahead is None:
        return begun
    return ahead if spans[ahead][0] - today < today - spans[begun][1] else begun


def _by_word(spans: Mapping[int, Window], today: date, moved: int) -> int | None:
    if moved == 0:
        return today.year if today.year in spans else None
    if moved < 0:
        return max((y for y, (_, last) in spans.items() if last < today), default=None)
    return min((y for y, (first, _) in spans.items() if first > today), default=None)
