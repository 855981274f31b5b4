"""How much a term tells: its inverse document frequency, in the articles at hand and in English at large.

Three articles alone say little about which words are rare. So ``documents`` unseen articles are added, in which a word
is as frequent as its rank among BERT's word pieces, ordered by frequency, lets one expect by Zipf's law.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import xcheck.alignment
from xcheck.nlp.lexicons.fitted import StoriesModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.resources import loaded
from xcheck.stories.marks import FIGURE, WORD, Marks

_FIRST_WORD = "the"


def rarity(articles: Iterable[Marks]) -> dict[str, float]:
    """The weight of every term of some articles: 0 for one that every article has."""
    every = [*articles]
    held = Counter(term for one in every for term in one.terms)
    return {term: weight(term, n, len(every)) for term, n in held.items()}


def weight(term: str, holders: int, articles: int) -> float:
    """The weight of a term that so many of so many articles have."""
    unseen = lexicon(StoriesModel).background.documents
    return max(0.0, math.log((articles + unseen) / (holders + unseen * _expected(term))))


def _expected(term: str) -> float:
    """The share of articles in English at large that have a term."""
    background = lexicon(StoriesModel).background
    if term.startswith(FIGURE):
        return float(background.figure if len(term) - len(FIGURE) > 2 else background.digit)
    word = term[len(WORD) :]
    known = _stems() if term.startswith(WORD) else _ranks()
    rank = known.get(word) or (background.pair if " " in word else background.unknown)
    return 1.0 - math.exp(-background.words / rank)


@loaded
def _ranks() -> Mapping[str, int]:
    """The whole words of the vocabulary with their ranks, the most frequent first."""
    file = Path(xcheck.alignment.__file__).with_name("wordpieces.txt")
    pieces = file.read_text(encoding="utf-8").split("\n")
    words = pieces[pieces.index(_FIRST_WORD) :]
    return {word: i for i, word in enumerate(words, 1) if word.isalnum()}


@loaded
def _stems() -> Mapping[str, int]:
    """The stems of the vocabulary, each with the rank of its most frequent word."""
    found: dict[str, int] = {}
    for word, rank in _ranks().items():
        found.setdefault(stem(word), rank)
    return found
