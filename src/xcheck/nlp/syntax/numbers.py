"""Number words and years: what "twenty-five" comes to, and which figures are read as a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from xcheck.nlp.lexicon import lexicon

MODERN_YEAR = r"(?:19|20)\d\d"  # read as a year where nothing is counted
PRINTED_YEAR = r"(?:1[5-9]|20)\d\d"  # read as a year in a date, in a range, and after a word like "in"
ANY_YEAR = r"(?:1\d|20|21)\d\d"  # read as a year only where the words around it ask for one


def is_modern_year(number: int) -> bool:
    """Tell whether a figure is read as a year wherever nothing is counted."""
    return re.fullmatch(MODERN_YEAR, str(number)) is not None


@cache
def cardinals() -> Mapping[str, int]:
    """Return the value of each single number word, from zero to ninety."""
    table = lexicon("numbers")
    return {**table["cardinals"], **table["tens"]}


@cache
def magnitudes() -> Mapping[str, int]:
    """Return the value of each word that multiplies the number before it: hundred, million, dozen."""
    return dict(lexicon("numbers")["magnitudes"])


def spoken(text: str) -> tuple[Decimal, Decimal]:
    """Return the value of a cardinal in words, and the magnitude it ends in ("two hundred and five thousand": 1000)."""
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    for word in re.findall(r"[a-z]+", text.lower()):
        scale = Decimal(1)
        if word in cardinals():
            current += cardinals()[word]
        elif word in ("a", "an"):
            current = Decimal(1)
        elif word in magnitudes():
            scale = Decimal(magnitudes()[word])
            current = (current or Decimal(1)) * scale
            if scale >= 1000:
                total, current = total + current, Decimal(0)
    return total + current, scale
