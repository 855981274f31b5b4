"""Counts of units in words and digits, and lengths of time after TIMEX3 (``P3D``, ``PT30M``, ``PXY``)."""

from __future__ import annotations

import re
from decimal import Decimal

from xcheck.nlp.lexicon import lexicon
from xcheck.nlp.syntax.numbers import cardinals, magnitudes

_SMALL = frozenset({"a", "an", "and", "of"})
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def counted(text: str) -> Decimal | None:
    """What a count says: ``twenty-five`` → 25, ``a`` → 1, ``half an`` → 0.5; None where it is vague (``several``)."""
    table = lexicon("times")
    if text in table["vague"]:
        return None
    total = Decimal(1) if text in table["single"] else None
    for word in re.findall(r"[a-z]+|[\d.,]*\d", text) if total is None else ():
        value = _word(word)
        if word in magnitudes():
            total = (total or Decimal(1)) * magnitudes()[word]
        elif value is not None:
            total = (total or Decimal(0)) + value
        elif word not in _SMALL:
            return None
    return Decimal(1) if total is None else total


def _word(word: str) -> Decimal | None:
    if word[0].isdecimal():
        return Decimal(word.replace(",", ""))
    return Decimal(cardinals()[word]) if word in cardinals() else _PARTS.get(word)


def ordinal(text: str) -> int:
    """The number of an ordinal in words or digits: ``fourth`` → 4, ``21st`` → 21."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(lexicon("times")["ordinals"][text])


def singular(unit: str) -> str:
    """The unit's name in the singular, written out: ``hrs`` → ``hour``."""
    return str(lexicon("times")["plurals"].get(unit, unit))


def length(count: Decimal | None, unit: str, rest: str = "") -> str:
    """The TIMEX3 value of a length of time; ``rest`` is a shorter one that is added to it ("2 months")."""
    table = lexicon("times")
    name = singular(unit)
    if name in table["multiples"] and count is not None:
        times, name = table["multiples"][name]
        count = count * times
    code = str(table["units"][name])
    if count is not None and count == Decimal("0.5") and code in _HALVES:
        return _HALVES[code]
    value = f"P{code[0]}{_plain(count)}{code[1]}" if code.startswith("T") else f"P{_plain(count)}{code}"
    if not rest:
        return value
    number, _, more = rest.rpartition(" ")
    added = length(counted(number), more)[1:]
    return value + (added[1:] if "T" in value and added.startswith("T") else added)


_HALVES = {"TH": "PT30M", "D": "PT12H", "Y": "P6M"}


def _plain(count: Decimal | None) -> str:
    return "X" if count is None else f"{count.normalize():f}"
