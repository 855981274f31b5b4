"""How a figure is meant: exact, about, a bound, or the amount by which something rose or fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from xcheck.claims.quantity.counted import neighbour
from xcheck.claims.quantity.units import alternatives
from xcheck.nlp.lexicon import lexicon, words
from xcheck.records.claim import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 60


def bound_before(text: str, start: int) -> tuple[Change, int]:
    """The approximation or bound in the words that end at ``start``, and where they begin ("=" and ``start``: none)."""
    found = _before_pattern().search(text, max(0, start - _REACH), start)
    if found is None:
        return "=", start
    return _changes("before")[re.sub(r"[\s-]+", " ", found["words"].lower())], found.start("words")


def bound_after(text: str, end: int) -> tuple[Change, int]:
    """The approximation or bound in the words that begin at ``end``, and where they stop ("=" and ``end``: none)."""
    found = _after_pattern().match(text, end)
    if found is None:
        return "=", end
    return _changes("after")[re.sub(r"[\s-]+", " ", found["words"].lower())], found.end()


def direction(before: Token | None, unit: str | None, after: str) -> Change:
    """Whether a figure is the amount by which something went "up" or "down"; ``before`` is the token before its words.

    ``after`` is the text that follows it ("2% lower"). A level ("fell to 5") is no amount and gives "=".
    """
    rate = unit in words("numbers", "measures_of_rate")
    closing = re.match(r"\s+(higher|lower)\b(?!\s+than)", after)
    if rate and closing:
        return "up" if closing[1] == "higher" else "down"
    changes = (_of_word(token, rate=rate) for token in _leading(before))
    return next((change for change in changes if change != "="), "=")


def _leading(before: Token | None) -> Iterator[Token]:
    """The words before a figure that may say how it moved: the last one, and what stands before adverbs and "by"."""
    token = before
    for _ in range(3):
        if token is None:
            return
        yield token
        if token.lower_ == "by" and token.head.i < token.i:
            token = token.head
        elif token.lower_ == "by" or token.tag_ == "RB":
            token = neighbour(token, -1)
        else:
            return


def _of_word(token: Token, *, rate: bool) -> Change:
    word = token.lower_
    for change, key in (("up", "upward"), ("down", "downward")):
        if (
            word in words("numbers", key)
            and token.tag_ in ("RB", "RP", "IN", "RBR", "JJR", "JJ")
            and _is_carried(token)
        ):
            return change  # type: ignore[return-value]
    if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB"):
        return "="
    return _of_verb(token.lemma_.lower(), rate=rate)


def _is_carried(particle: Token) -> bool:
    """Whether "up" or "down" moves something, and is not part of another verb ("used up 3 tins")."""
    verb = particle.head.lemma_.lower()
    moving = _of_verb(verb, rate=True) != "=" or verb in words("numbers", "carriers")
    return moving or particle.head.pos_ not in ("VERB", "AUX") or particle.dep_ != "prt"


def _of_verb(lemma: str, *, rate: bool) -> Change:
    if lemma in words("numbers", "rises") or (rate and lemma in words("numbers", "rises_amounts_only")):
        return "up"
    if lemma in words("numbers", "falls") or (rate and lemma in words("numbers", "falls_amounts_only")):
        return "down"
    return "="


@cache
def _changes(side: str) -> dict[str, Change]:
    return {phrase: change for change, phrases in lexicon("numbers")[side].items() for phrase in phrases}


@cache
def _before_pattern() -> re.Pattern[str]:
    fillers = alternatives(lexicon("numbers")["fillers"])
    return re.compile(
        rf"(?<![\w-])(?P<words>{alternatives(_changes('before'))})(?:[\s-]+(?:{fillers})(?!\w)){{0,2}}[\s-]*$",
        re.IGNORECASE,
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\s-]*(?P<words>{alternatives(_changes('after'))})(?!\w)", re.IGNORECASE)
