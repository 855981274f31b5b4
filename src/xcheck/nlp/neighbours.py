"""The words beside a word: before the first word of a text there is none, and none after its last.

spaCy's ``nbor`` raises there, and a negative index gives a word of the text's other end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

HYPHENS = frozenset({"-", "–", "‑"})


def before(token: Token, distance: int = 1) -> Token | None:
    """The word that stands ``distance`` words before another one; None where the text begins after it."""
    place = token.i - distance
    return token.doc[place] if place >= 0 else None


def after(token: Token, distance: int = 1) -> Token | None:
    """The word that stands ``distance`` words after another one; None where the text ends before it."""
    place = token.i + distance
    return token.doc[place] if place < len(token.doc) else None


def lower_before(token: Token) -> str:
    """The word before another one in lower case; empty where there is none."""
    found = before(token)
    return "" if found is None else str(found.lower_)


def lower_after(token: Token) -> str:
    """The word after another one in lower case; empty where there is none."""
    found = after(token)
    return "" if found is None else str(found.lower_)
