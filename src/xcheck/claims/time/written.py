"""What the words of a time tell beside its value: the year that they name, the zone, the half of the day."""

from __future__ import annotations

import re

from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.numbers import PRINTED_YEAR

_YEAR = re.compile(rf"\b{PRINTED_YEAR}\b")
_WORDS = re.compile(r"[ap]\.m|[a-z]+")


def year(text: str) -> int | None:
    """Return the year that a time names in four digits."""
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def zone(text: str) -> str | None:
    """Return the zone that a time of day is told in ("0942 GMT"); None for that of the place."""
    return next((word for word in text.split() if word in words("comparison", "zones")), None)


def is_halved(text: str) -> bool:
    """Whether a time tells in which half of the day it lies: "3 p.m.", "15:00", "nine in the morning"."""
    said = text.casefold()
    return ":" in said or bool(set(_WORDS.findall(said)) & words("comparison", "halves"))
