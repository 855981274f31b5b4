"""The words that the forms of time expressions name: what stands for each ``<name>`` in ``lexicons/times``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from xcheck.nlp.lexicon import lexicon
from xcheck.nlp.syntax.numbers import ANY_YEAR, MODERN_YEAR, cardinals

_OPEN_WAYS = ("before", "after", "prior", "beforehand", "afterward", "afterwards", "previously")


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first."""
    return "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def vocabulary() -> dict[str, str]:
    """What stands for each ``<name>`` in a form."""
    table = lexicon("times")
    days = ("seasons", "parts", "decades", "days", "sets", "holidays")
    lists = (*days, "clock_words", "hours", "minutes", "near_hours", "stretching", "not_time_after")
    return (
        {name: any_of(table[name]) for name in lists}
        | _counts()
        | {
            "month": any_of(table["months"]),
            "short_month": any_of(table["short_months"]),
            "weekday": rf"{any_of(table['weekdays'])}|(?:{any_of(table['short_weekdays'])})\.",
            "unit": any_of(table["units"]),
            "units": any_of([*table["plurals"], *(u for u in table["units"] if u != "quarter")]),
            "plurals": any_of(table["plurals"]),
            "date": r"3[01]|[12]\d|0?[1-9]",
            "beyond": r"3[2-9]|[4-9]\d",
            "year": ANY_YEAR,
            "modern_year": MODERN_YEAR,
            "ordinal": rf"{any_of(table['ordinals'])}|\d{{1,2}}(?:st|nd|rd|th)",
            "which": any_of(w for w in table["which"] if w != "that"),
            "span": any_of({*table["backward"], *table["forward"], *table["loose"]}),
            "way": any_of(w for w in table["ways"] if w not in _OPEN_WAYS),
            "open_way": any_of(_OPEN_WAYS),
            "reference": any_of([*table["present"], *table["past"], *table["future"]]),
        }
    )


def _counts() -> dict[str, str]:
    """What stands for ``<number>`` and ``<count>``: "25", "twenty-five", "two and a half", "a hundred"."""
    table, words = lexicon("times"), cardinals()
    ones, tens = any_of(w for w, n in words.items() if 0 < n < 10), any_of(w for w, n in words.items() if n >= 20)
    teens = any_of(w for w, n in words.items() if 10 <= n < 20)
    number = rf"\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,7}}(?:\.\d{{1,2}})?|(?:{tens})(?:[ -](?:{ones}))?|{teens}|{ones}"
    large = " (?:hundred|thousand|million|billion|dozen)"
    fraction = rf"(?:{number}) and a half|(?:a )?half(?: an?)?|a quarter of a"
    count = rf"{fraction}|{any_of(table['vague'])}|(?:{number})(?:{large})?|an?{large}|{any_of(table['single'])}"
    return {"number": number, "count": count}
