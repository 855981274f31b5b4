"""Phrases that say that a figure is not known: "remains unclear", "declined to say", "is still being counted"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.claims.quantity.asked import Words
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.verbs import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIST = "unknown-quantities"
_REACH_IN = 7
_INSIDE_REFUSAL = frozenset({"RB", "TO", "VB", "JJ", "MD", "VBN", "CC", "VBD"})


@dataclass(frozen=True)
class Cue:
    """An unknown phrase at the places ``first`` to ``last`` of a sentence's words.

    ``predicate`` is the word said of a figure ("unclear"); None where the count phrase follows ("declined to say").
    """

    first: int
    last: int
    predicate: Token | None


def cues(spoken: Words) -> Iterator[Cue]:
    """Every unknown phrase of a sentence."""
    for place, token in enumerate(spoken.tokens):
        start = _unknown_from(spoken.tokens, place)
        if start is not None:
            yield Cue(start, place, token)
        told = _refused(spoken.tokens, place) if token.lemma_.lower() in words(_LIST, "telling") else None
        if told is not None:
            yield Cue(told, place, None)


def _unknown_from(tokens: Sequence[Token], place: int) -> int | None:
    """Where "remains unclear", "has not been disclosed", "is still being counted" begins; None for no such phrase."""
    name = tokens[place].lemma_.lower()
    start = None
    if tokens[place].lower_ in words(_LIST, "unknown") or _is_guess(tokens, place):
        start = _linked(tokens, place)
    if start is None and name in words(_LIST, "known"):
        start = _negated(tokens, place)
    if start is None and name in words(_LIST, "counting"):
        start = _going_on(tokens, place)
    return start


def _is_guess(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun says that nobody knows: "anybody's guess", "a matter of dispute"."""
    before = [t.lower_ for t in tokens[max(0, place - 3) : place]]
    if tokens[place].lower_ not in words(_LIST, "guesses"):
        return False
    return bool(set(before) & words(_LIST, "anybody")) or before[-2:] == ["matter", "of"]


def _going_on(tokens: Sequence[Token], place: int) -> int | None:
    """Where "is still being counted" begins; None where the count is not under way."""
    before = [t.lower_ for t in tokens[max(0, place - 3) : place]]
    return place - len(before) if before[-2:] == ["still", "being"] else None


def _linked(tokens: Sequence[Token], place: int) -> int | None:
    """Where "remains unclear" begins; None where nothing links the word to a subject."""
    for p in range(place - 1, max(-1, place - _REACH_IN), -1):
        if tokens[p].lemma_.lower() in words(_LIST, "linking"):
            return p
        if tokens[p].tag_ not in ("RB", "RBR", "VBN", "JJ", "DT", "POS") and not _is_of_guess(tokens[p]):
            return None
    return None if place else 0


def _is_of_guess(token: Token) -> bool:
    return token.lower_ in words(_LIST, "anybody") or token.lower_ in ("matter", "of")


def _negated(tokens: Sequence[Token], place: int) -> int | None:
    """Where "has not yet been disclosed" begins; None where the word is not denied."""
    denied = None
    for p in range(place - 1, max(-1, place - _REACH_IN), -1):
        if tokens[p].lower_ in words(_LIST, "negation"):
            denied = p
        elif tokens[p].tag_ not in ("RB", "MD", "TO") and tokens[p].lemma_.lower() not in words(_LIST, "auxiliaries"):
            break
    while denied and tokens[denied - 1].lemma_.lower() in words(_LIST, "auxiliaries"):
        denied -= 1
    return denied


def _refused(tokens: Sequence[Token], place: int) -> int | None:
    """Where "declined to say", "did not immediately give", "without naming" or "nobody knows" begins; else None."""
    for p in range(place - 1, max(-1, place - _REACH_IN), -1):
        start = _refusal_from(tokens, p, place)
        if start is not None:
            return start
        if tokens[p].tag_ not in _INSIDE_REFUSAL:
            return None
    return None


def _refusal_from(tokens: Sequence[Token], at: int, place: int) -> int | None:
    """Where a refusal begins that the word at a place makes of what is told."""
    token, previous = tokens[at], tokens[at - 1] if at else None
    if token.lemma_.lower() in words(_LIST, "refusing") or _is_without(token, tokens[place]):
        return at
    if token.lower_ in words(_LIST, "negation"):
        return at - 1 if previous is not None and previous.tag_ in FINITE | {"MD"} else at
    return at - 1 if token.lower_ == "one" and previous is not None and previous.lower_ == "no" else None


def _is_without(word: Token, told: Token) -> bool:
    """Whether "no" stands right before what is told: "gave no naming", "no say"."""
    return word.lower_ == "no" and word.i + 1 == told.i and told.tag_ in ("VBG", "NN")
