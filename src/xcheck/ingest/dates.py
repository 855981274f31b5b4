"""The publication date, out of the forms in which newsrooms write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from xcheck.nlp.syntax.numbers import MODERN_YEAR, is_modern_year

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_COUNT = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = rf"(?:{_NAME}\s{_COUNT}(?:,?\s{MODERN_YEAR})?|{_COUNT}\s{_NAME}(?:,?\s{MODERN_YEAR})?|{MODERN_YEAR}-\d\d-\d\d)"
WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?"
_DAY = re.compile(rf"(?<!\w){DAY}(?:(?!\w)|(?=T\d))")
_ISO = re.compile(rf"({MODERN_YEAR})-(\d\d)-(\d\d)")
_LATE = timedelta(days=2)
_ISSUED = re.compile(r"\b(?:published|posted|issued|first\s(?:printed|appeared))\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised|amended|corrected)\b", re.IGNORECASE)


def stated(words: str) -> tuple[int | None, int, int] | None:
    """The first date in some words, as ``(year, month, day)``; the year is None where they leave it out."""
    for found in _DAY.finditer(words):
        parts = _parts(found.group())
        if parts and _real(parts[0] or 2000, *parts[1:]):  # 2000 had a 29 February
            return parts
    return None


def full(words: str) -> date | None:
    """The first date in some words that has its year."""
    for found in _DAY.finditer(words):
        parts = _parts(found.group())
        if parts and parts[0] is not None and (day := _real(*parts)):
            return day
    return None


def says_issue(words: str) -> bool:
    """Whether a line says when something was published."""
    return _ISSUED.search(words) is not None


def says_change(words: str) -> bool:
    """Whether a line says when something was changed."""
    return _CHANGED.search(words) is not None


def of_issue(words: str) -> str:
    """What a line says of the publication, without what it says of a change: "Updated 9 May, published 2 May" → 2 May.

    Empty where it tells of a change alone.
    """
    issued = _ISSUED.search(words)
    told = words[issued.end() :] if issued else words
    changed = _CHANGED.search(told)
    return told[: changed.start()] if changed else told


def named(words: str, near: date | None) -> Iterator[date]:
    """Every date in some words that has its year, or that the day ``near`` gives one."""
    for found in _DAY.finditer(words):
        if parts := _parts(found.group()):
            year, month, day = parts
            told = _real(year, month, day) if year else placed(month, day, near) if near else None
            if told:
                yield told


def placed(month: int, day: int, near: date) -> date | None:
    """The day of that name that a text published about ``near`` means: the last one up to two days after it."""
    for year in range(near.year + 1, near.year - 5, -1):
        found = _real(year, month, day)
        if found and found <= near + _LATE:
            return found
    return None


def from_metadata(value: object) -> date | None:
    """A date out of front matter or a page's metadata, whichever type it came in; of years that a text may state."""
    if isinstance(value, datetime | date):
        value = value.date() if isinstance(value, datetime) else value
        return value if is_modern_year(value.year) else None
    return full(value[:200]) if isinstance(value, str) else None


def _parts(words: str) -> tuple[int | None, int, int] | None:
    if iso := _ISO.match(words):
        year, month, day = iso.groups()
        return int(year), int(month), int(day)
    month_name = re.search(r"[a-z]{3}", re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", words.lower()))
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if month_name is None:
        return None
    return numbers[1] if len(numbers) > 1 else None, _MONTHS.index(month_name.group()) + 1, numbers[0]


def _real(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None
