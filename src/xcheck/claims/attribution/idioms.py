"""Verbs that say or judge only together with the words after them: pushed back on, made clear that, took aim at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.claims.attribution.page import ends
from xcheck.nlp.phrases import phrase_at

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = frozenset({"pobj", "pcomp", "dobj", "ccomp", "xcomp"})


def idiom(verb: Token) -> tuple[Token, ...]:
    """The words of the longest idiom of the lexicon that begins with ``verb``; empty where there is none."""
    return phrase_at(verb, "reporting", "idiom")


def said_after(words: tuple[Token, ...]) -> tuple[int, int] | None:
    """The content of an idiom: what its last word opens or its verb governs behind it, the word "that" included."""
    verb, last = words[0], words[-1]
    parts = [c for t in (last, verb) for c in t.rights if c.i > last.i and c.dep_ in _COMPLEMENTS]
    if last.dep_ == "mark" and last.head.i > last.i:
        parts = [last, last.head]
    return ends([*(p.left_edge for p in parts), *(p.right_edge for p in parts)]) if parts else None
