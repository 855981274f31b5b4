"""Opposed predicates (welcome and condemn) and the direction of amounts (rise, fall)."""

from __future__ import annotations

from typing import Literal

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import Opposites
from xcheck.resources import WORDS, loaded, memoised


@memoised(WORDS)
def opposed(first: str, second: str) -> bool:
    """Whether two predicates cannot both hold of one thing at once. Lower-case lemmas, a particle after a hyphen.

    Symmetric, and false of a word with itself. The pairs stand in ``rules/lexicons/opposites.yaml``.
    """
    one, other = _spelling(first), _spelling(second)
    if one == other:
        return False
    ways = {direction(one), direction(other)}
    return ways == {"up", "down"} or other in _against().get(one, frozenset())


def direction(lemma: str) -> Literal["up", "down"] | None:
    """Which way a predicate says that an amount goes, or None."""
    word = _spelling(lemma)
    if word in lexicon(Opposites).up:
        return "up"
    return "down" if word in lexicon(Opposites).down else None


@loaded
def phrasal_verbs() -> frozenset[str]:
    """The verbs with a particle that have an opposite, the particle after a hyphen: "turn-down"."""
    data = lexicon(Opposites)
    sides = (data.up, data.down, *(side for pair in data.pairs for side in pair))
    return frozenset(word for side in sides for word in side if "-" in word)


def _spelling(lemma: str) -> str:
    word = lemma.lower().replace(" ", "-")
    return word[:-3] + "ise" if word.endswith("ize") and len(word) > 5 else word


@loaded
def _against() -> dict[str, frozenset[str]]:
    """For each word the words on the other side of its pairs."""
    table: dict[str, set[str]] = {}
    for left, right in lexicon(Opposites).pairs:
        for one, other in ((left, right), (right, left)):
            for word in one:
                table.setdefault(word, set()).update(other)
    return {word: frozenset(others) for word, others in table.items()}
