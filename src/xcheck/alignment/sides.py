"""A document as it is held against others: what can be known of it alone, worked out once however many there are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from xcheck.alignment.candidates import Questions, questions
from xcheck.alignment.event_counts import EventCount, event_counts
from xcheck.alignment.frames import frames
from xcheck.alignment.sentences import ClaimedSentence, Measured, sentences
from xcheck.alignment.vectors import Vectors
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import ENTITY_MARK, Claim
from xcheck.resources import SIDES, WORDS, memoised

Values = npt.NDArray[np.float64]
Places = Mapping[str, Sequence[int]]
Key = TypeVar("Key")


@dataclass(frozen=True, eq=False)
class Side:
    """The sentences of a document in order, and their vectors, shape ``(len(sentences), 384)``.

    What is known by a key (a term, a figure, a frame) is given with the places of the sentences that have it.
    """

    sentences: Sequence[ClaimedSentence]
    vectors: Vectors

    @cached_property
    def terms(self) -> Places:
        """The terms."""
        return _placed(s.terms for s in self.sentences)

    @cached_property
    def frequency(self) -> Mapping[str, int]:
        """How many sentences have each term."""
        return frequency(self.sentences)

    @cached_property
    def names(self) -> frozenset[str]:
        """The terms that name somebody or something."""
        return frozenset(t for t in self.frequency if t.startswith(ENTITY_MARK))

    @cached_property
    def figures(self) -> Mapping[Measured, Sequence[int]]:
        """The figures that are stated."""
        return _placed(s.figures for s in self.sentences)

    @cached_property
    def frames(self) -> Places:
        """The frames of all claims."""
        return _placed(frozenset(f for c in s.claims for f in frames(c)) for s in self.sentences)

    @cached_property
    def patterns(self) -> frozenset[str]:
        """The words of the sentences, figures apart."""
        return frozenset(s.pattern for s in self.sentences if s.pattern)

    @cached_property
    def questions(self) -> Questions:
        """The narrow questions that the sentences answer."""
        return questions(self.sentences)

    @cached_property
    def event_counts(self) -> Mapping[str, Sequence[EventCount]]:
        """What the document counts once."""
        return event_counts(self.sentences)

    @cached_property
    def lengths(self) -> Values:
        """How many terms each sentence has."""
        return np.array([len(s.terms) for s in self.sentences], dtype=np.float64)

    @cached_property
    def heads(self) -> Values:
        """One for each sentence of a headline, nought for others."""
        return np.array([s.headline for s in self.sentences], dtype=np.float64)

    @cached_property
    def places(self) -> Values:
        """How far into the document each sentence stands, 0 to 1."""
        return np.arange(len(self.sentences)) / len(self.sentences)

    @cached_property
    def around(self) -> Vectors:
        """Each sentence's vector with half of those before and after it, again of unit length."""
        mixed = self.vectors.copy()
        mixed[1:] += self.vectors[:-1] / 2
        mixed[:-1] += self.vectors[1:] / 2
        return np.asarray(mixed / np.maximum(np.linalg.norm(mixed, axis=1, keepdims=True), 1e-6), dtype=np.float32)


class Prepared:
    """The sentences of a document, and what is known of it alone: ``side`` is made when there are vectors."""

    def __init__(self, sentences: tuple[ClaimedSentence, ...]) -> None:
        """Takes the sentences."""
        self.sentences = sentences
        self.side: Side | None = None

    def with_vectors(self, vectors: Vectors) -> Side:
        """Give the side with the vectors of its sentences, which are the same each time."""
        self.side = self.side or Side(self.sentences, vectors)
        return self.side


@memoised(SIDES)
def prepared(claims: tuple[Claim, ...]) -> Prepared:
    """Prepare the claims of a document to be held against those of others."""
    return Prepared(sentences(claims))


def _placed(held: Iterable[Iterable[Key]]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for place, keys in enumerate(held):
        for key in keys:
            found.setdefault(key, []).append(place)
    return found


@dataclass(frozen=True, eq=False)
class Rarity(Mapping[str, float]):
    """For each term of two documents how much it tells: the logarithm of its inverse sentence frequency.

    Twenty unseen sentences are added, without which a shared word of two one-sentence texts would weigh nothing. A
    story of many articles has very many pairs of them, so no table is made: ``left`` and ``right`` say how many
    sentences of either document have a term, ``sentences`` how many the two have together.
    """

    left: Mapping[str, int]
    right: Mapping[str, int]
    sentences: int

    def __getitem__(self, term: str) -> float:
        """The weight of a term; KeyError where neither document has it."""
        frequency = self.left.get(term, 0) + self.right.get(term, 0)
        if not frequency:
            raise KeyError(term)
        return inverse(frequency, self.sentences)

    def get(self, term: str, default: Any = None) -> Any:
        """The weight of a term, or ``default`` where neither document has it."""
        frequency = self.left.get(term, 0) + self.right.get(term, 0)
        return inverse(frequency, self.sentences) if frequency else default

    def __iter__(self) -> Iterator[str]:
        """Every term, those of the left document first."""
        return iter(dict.fromkeys((*self.left, *self.right)))

    def __len__(self) -> int:
        """How many terms the two have."""
        return len(self.left.keys() | self.right.keys())

    def table(self) -> dict[str, float]:
        """The weights of all terms at once."""
        both = {**self.left, **{t: n + self.left.get(t, 0) for t, n in self.right.items()}}
        weights = {n: inverse(n, self.sentences) for n in {*both.values()}}
        return {term: weights[n] for term, n in both.items()}


@dataclass(frozen=True, eq=False)
class Lone(Container[str]):
    """The terms that stand in one of two documents alone."""

    left: Container[str]
    right: Container[str]

    def __contains__(self, term: object) -> bool:
        """Whether one of the two has a term and the other one has not."""
        return (term in self.left) != (term in self.right)


def frequency(sentences: Iterable[ClaimedSentence]) -> Mapping[str, int]:
    """How many of some sentences have each term."""
    return Counter(term for s in sentences for term in s.terms)


def rarity(left: Side, right: Side) -> Rarity:
    """How much each term of two documents tells."""
    return Rarity(left.frequency, right.frequency, len(left.sentences) + len(right.sentences))


@memoised(WORDS)
def inverse(frequency: int, sentences: int) -> float:
    """What something tells that so many of all sentences of two documents have."""
    unseen = lexicon(AlignmentModel).features.unseen_sentences
    return math.log((sentences + unseen) / (frequency + 1))
