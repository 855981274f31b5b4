"""Who holds an office, where the name follows it: "the treasurer, Ida Moss". And ages that are yet to be reached."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.offices import office_of
from xcheck.records.sentence import Officeholder

_HOLDER = re.compile(r"\b([A-Za-z]+),? ((?:[A-Z][\w'-]+ )+[A-Z][\w'-]+)")
_NEARING = re.compile(r"\b(?:turns?|nearly|almost) (\d+)\b")


def officeholders(text: str) -> tuple[Officeholder, ...]:
    """Return who holds which office in a sentence: of two holders of one office the last."""
    found = ((office_of(m[1].casefold()), m[2]) for m in _HOLDER.finditer(plain(text)))
    held = {office: name for office, name in found if office is not None}
    return tuple(Officeholder(office=office, name=name) for office, name in held.items())


def nearing(text: str) -> tuple[str, ...]:
    """Return the ages that a sentence says somebody has not reached: "turns 40", "nearly 40"."""
    return tuple(_NEARING.findall(text.casefold()))
