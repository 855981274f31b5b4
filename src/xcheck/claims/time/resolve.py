"""From the form of a time expression to its value: TIMEX3 after TimeML 1.2.1 and, where that is silent, TIDES 2005.

In news a bare weekday, month or feast is the latest up to the day of publication, unless its verb looks ahead. What
is counted from a time spoken of before ("two days later") hangs on the last date in the text. Without a day of
publication the unknown digits are X.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from xcheck.claims.time import yearly
from xcheck.claims.time.calendar import FARTHEST, Grain, named, real_day, shifted
from xcheck.claims.time.grammar import Expression, unit_code
from xcheck.claims.time.numbers import counted, length, ordinal, singular
from xcheck.claims.time.setting import Parts, Setting, offset
from xcheck.nlp.lexicon import lexicon

_SIDES = {"past": 1, "to": -1}
_HOURS = {"second": 0, "minute": 0, "hour": 1}  # that a unit shorter than a day comes to, in whole ones


def resolve(found: Expression, setting: Setting) -> str | None:
    """The TIMEX3 value, or None where the expression names no time that exists ("Feb. 31": ``impossible``)."""
    try:
        value = _RULES[found.rule](found.parts, setting)
    except OverflowError:  # beyond the first or the last day that there is
        return None
    clock = _clock(found.parts)
    if value is None or not clock or "T" in value or value.startswith("P"):
        return value
    return value + clock


def _numeric(parts: Parts, setting: Setting) -> str | None:
    if "iso" in parts:
        day = real_day(*(int(n) for n in parts["iso"].split("-")))
        return named(day, "D") if day else None
    one, two = int(parts["one"]), int(parts["two"])
    # Slashes put the month first, unless there is no such month; full stops put the day first.
    month, number = (two, one) if parts["mark"] == "." or one > 12 else (one, two)
    day = real_day(_full_year(parts["year"], setting), month, number)
    return named(day, "D") if day else None


def _full_year(digits: str, setting: Setting) -> int:
    if len(digits) > 2:
        return int(digits)
    latest = (setting.published.year if setting.published else 2050) + 10
    return latest - (latest - int(digits)) % 100


def _weekday(parts: Parts, setting: Setting) -> str:
    table = lexicon("times")
    name, which = parts["weekday"].rstrip("."), parts.get("which")
    number = int(table["weekdays"].get(name) or table["short_weekdays"][name])
    base = setting.base(which)
    if base is None or "plural" in parts:
        return f"XXXX-WXX-{number}"
    if which is None:
        return named(_nearest(base, number, 1 if setting.direction == "future" else -1), "D")
    moved = offset(which)
    if moved == 0:
        return named(base + timedelta(days=number - base.isoweekday()), "D")
    day = _nearest(base, number, moved)
    return named(day if day != base else base + timedelta(days=7 * moved), "D")


def _nearest(base: date, weekday: int, way: int) -> date:
    """The day itself or the next one (1), or the last one (-1), that is that day of the week."""
    return base + way * timedelta(days=(way * (weekday - base.isoweekday())) % 7)


def _day(parts: Parts, setting: Setting) -> str | None:
    """A day, or a part of one, by "this", "last", "that": "last night", "the following day", "next Friday"."""
    if "weekday" in parts:
        return _weekday(parts, setting)
    which, what = parts.get("which", "that"), parts["what"]
    if what == "day" and which in ("last", "past", "coming", "upcoming"):
        return None
    whole = what == "day" or which in ("next", "same", "that", "following", "previous", "preceding")
    base = setting.spoken_of if whole else setting.published
    day = shifted(base, offset(which), "D")
    suffix = "" if what == "day" else lexicon("times")["parts"][what]
    return named(day, "D") + suffix


def _around(parts: Parts, setting: Setting) -> str:
    what = parts["what"]
    suffix = str(lexicon("times")["parts"].get(what, ""))
    grain: Grain = "D" if suffix else _grain(what)
    return named(shifted(setting.spoken_of, 1 if parts["way"] == "after" else -1, grain), grain) + suffix


def _period(parts: Parts, setting: Setting) -> str | None:
    """A date for "last year", a length of time for "the past year" and "the last year"."""
    which, what = parts["which"], parts["what"]
    if what == "day" and which not in ("past", "last", "coming", "upcoming"):
        return _day(parts, setting)
    stretch = "the" in parts and which in ("last", "next", "coming") and what not in ("quarter", "weekend", "century")
    if which == "past" or stretch:
        return length(Decimal(1), what)
    grain, base = _grain(what), setting.base(which)
    year = yearly.named_year(parts, setting)
    if year and base:
        return named(shifted(base, year - base.year, "Y"), grain)
    return named(shifted(base, offset(which), grain), grain)


def _grain(unit: str) -> Grain:
    grains: dict[str, Grain] = {"D": "D", "W": "W", "WE": "WE", "M": "M", "Q": "Q", "Y": "Y", "DE": "DE", "CE": "CE"}
    return grains.get(unit_code(unit), "D")


def _weekend(_: Parts, setting: Setting) -> str:
    today = setting.published
    over = today is not None and today.isoweekday() < 6 and setting.direction != "future"
    return named(shifted(today, -1 if over else 0, "W"), "WE")


def _within(parts: Parts, setting: Setting) -> str:
    what = parts["what"]
    return named(setting.spoken_of if what == "day" else setting.published, _grain(what))


def _word(parts: Parts, setting: Setting) -> str:
    day = shifted(setting.published, int(lexicon("times")["days"][parts["word"]]), "D")
    return named(day, "D") + ("TNI" if parts["word"] == "tonight" else "")


def _reference(parts: Parts, _: Setting) -> str:
    table = lexicon("times")
    return next(f"{key.upper()}_REF" for key in ("present", "past", "future") if parts["reference"] in table[key])


def _duration(parts: Parts, setting: Setting) -> str | None:
    count = counted(parts["count"]) if "count" in parts else (None if parts.get("which") else Decimal(1))
    if "half" in parts and count is not None and "count" in parts:
        count += Decimal("0.5")
    if "way" not in parts:
        return length(count, parts["unit"], parts.get("rest", ""))
    if count is None:
        return "PAST_REF" if parts["way"] == "ago" else length(None, parts["unit"])
    return _moved(count, parts["unit"], parts["way"], setting)


def _moved(count: Decimal, unit: str, way: str, setting: Setting) -> str | None:
    """The period that lies so many units before or after the day of publication or the time spoken of."""
    table = lexicon("times")
    if way in table["ways_from_publication"]:
        setting = Setting(setting.published)
    sign, name = int(table["ways"][way]), singular(unit)
    if name in _HOURS:
        return named(shifted(setting.spoken_of, sign * int(count * _HOURS[name] // 24), "D"), "D")
    grain = _grain(name)
    if count != int(count) and grain == "Y":
        count, grain = count * 12, "M"
    if count > FARTHEST:
        return "PAST_REF" if sign < 0 else "FUTURE_REF"
    return named(shifted(setting.spoken_of, sign * int(count), grain), _shown(grain, setting))


def _shown(grain: Grain, setting: Setting) -> Grain:
    """How finely a shifted period is named: years as finely as what they are counted from, weekends by the day."""
    shown = setting.anchor[1] if grain == "Y" and setting.anchor and setting.anchor[1] in ("M", "Q") else grain
    return "D" if shown == "WE" else shown


def _bare(parts: Parts, _: Setting) -> str:
    return "PAST_REF" if parts.get("way") == "ago" else length(None, parts["unit"])


def _set(parts: Parts, _: Setting) -> str:
    table = lexicon("times")
    if "sets" in parts:
        return str(table["sets"][parts["sets"]])
    if "unit" in parts:
        count = counted(parts["count"]) if "count" in parts else Decimal(2 if "other" in parts else 1)
        return length(count, parts["unit"])
    part = str(table["parts"][parts["part"]]) if "part" in parts else ""
    if "weekday" in parts:
        return _weekday(parts, Setting(None)) + part
    if "month" in parts:
        return f"XXXX-{yearly.month_number(parts):02}"
    return f"XXXX-{table['seasons'][parts['season']]}" if "season" in parts else "XXXX-XX-XX" + part


def _elapsed(parts: Parts, _: Setting) -> str:
    figures = ((int(parts[name]), name[0].upper()) for name in ("hours", "minutes", "seconds"))
    return "PT" + "".join(f"{n}{unit}" for n, unit in figures if n) if any(int(n) for n in parts.values()) else "PT0S"


def _time_of_day(_: Parts, setting: Setting) -> str:
    """A time of day alone belongs to the day spoken of."""
    on_a_day = setting.anchor is None or setting.anchor[1] == "D"
    return named(setting.spoken_of if on_a_day else setting.published, "D")


def _year(parts: Parts, setting: Setting) -> str:
    if "bc" in parts:
        return f"BC{int(parts['bc']):04}"
    digits = parts.get("year") or parts["short_year"]
    return f"{_full_year(digits, setting):04}"


def _years(parts: Parts, _: Setting) -> str | None:
    first, until = parts["year"], parts["until_year"]
    last = until if len(until) == 4 else first[:2] + until
    return f"{first}/{last}" if first < last else None


def _decade(parts: Parts, _: Setting) -> str:
    if "decade" in parts:
        return parts["decade"]
    return "19" + (parts["tens"] if "tens" in parts else str(lexicon("times")["decades"][parts["decades"]]))


def _century(parts: Parts, _: Setting) -> str:
    return f"{ordinal(parts['century']) - 1:02}"


def _fiscal(parts: Parts, _: Setting) -> str:
    return f"FY{parts['year']}"


def _clock(parts: Parts) -> str:
    """The part after the day: ``T15:30``, ``TMO``; empty where no time of day is named."""
    if "clock" in parts:
        return f"T{lexicon('times')['clock_words'][parts['clock']]}"
    part = str(lexicon("times")["parts"][parts["part"]]) if "part" in parts else ""
    if "hour" not in parts:
        return part
    hour = _hour(parts, part)
    if "side" in parts:
        hour, minute = divmod(60 * hour + _SIDES[parts["side"]] * lexicon("times")["minutes"][parts["minutes"]], 60)
        return f"T{hour:02}:{minute:02}"
    return f"T{hour:02}:{parts.get('minute', '00')}" if hour < 24 else ""


def _hour(parts: Parts, part: str) -> int:
    """The hour of the day: "p.m.", or else the part of the day, says which half it is in."""
    hour = int(counted(parts["hour"]) or 0)
    if hour > 12 or not ("meridiem" in parts or part):
        return hour
    late = parts["meridiem"] == "p" if "meridiem" in parts else part in ("TAF", "TEV", "TNI")
    return hour % 12 + (12 if late else 0)


_RULES: dict[str, Callable[[Parts, Setting], str | None]] = {
    "numeric": _numeric,
    "monthday": yearly.day_of_month,
    "daymonth": yearly.day_of_month,
    "month": yearly.month,
    "weekday": _weekday,
    "years": _years,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": yearly.quarter,
    "half": yearly.half,
    "fiscal": _fiscal,
    "season": yearly.season,
    "period": _period,
    "day": _day,
    "holiday": yearly.holiday,
    "around": _around,
    "weekend": _weekend,
    "within": _within,
    "word": _word,
    "reference": _reference,
    "duration": _duration,
    "stretch": _duration,
    "bare": _bare,
    "set": _set,
    "clock": _time_of_day,
    "elapsed": _elapsed,
    "part": _time_of_day,
}
