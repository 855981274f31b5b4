"""The alignments of a story: of many articles each with each, and no sentence with more others than tell something.

What is held in memory grows with the articles and not with their square: a sentence that several articles print is held
against others once, as its first print, and each sentence keeps its likeliest few of all other articles together.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from xcheck.alignment.match import Alignment, SentencePair, aligned
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.sides import Side
from xcheck.alignment.vectors import Vectors
from xcheck.alignment.wording import wording
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon

Met = tuple[int, int]  # two documents
Place = tuple[str, int]  # a sentence: document, start


def align_story(sides: Sequence[Sequence[ClaimedSentence]], vectors: Sequence[Vectors]) -> dict[Met, Alignment]:
    """The alignments of those two documents, by their positions, of which any sentences meet.

    Two documents alone meet as widely as ``align`` lets them.
    """
    own = [Side(*both) for both in zip(sides, vectors, strict=True)]
    if len(own) < 3:
        return {met: aligned(*(own[i] for i in met)) for met in combinations(range(len(own)), 2)}
    prints, likeliest = _prints(sides), _Likeliest()
    found: dict[Met, Alignment] = {}
    for met in combinations(range(len(own)), 2):
        alignment = aligned(*(own[i] for i in met))
        found[met] = replace(alignment, pairs=())
        for position, pair in enumerate(alignment.pairs):
            if _speaks(pair, met, prints):
                likeliest.add(_Candidate(_unlikeliness(pair), met, position, pair))
    return {met: replace(found[met], pairs=pairs) for met, pairs in likeliest.by_documents().items()}


def _prints(sides: Sequence[Sequence[ClaimedSentence]]) -> dict[str, list[int]]:
    """For each wording that several documents print those documents, in order."""
    found: dict[str, list[int]] = {}
    for i, side in enumerate(sides):
        for words in dict.fromkeys(wording(s.span.text) for s in side):
            found.setdefault(words, []).append(i)
    return {words: printed for words, printed in found.items() if len(printed) > 1}


def _speaks(pair: SentencePair, met: Met, prints: Mapping[str, Sequence[int]]) -> bool:
    """Whether no earlier print of either sentence stands for this pair: copies are held against their first print."""
    words = [wording(s.span.text) for s in (pair.left, pair.right)]
    if words[0] == words[1]:
        return prints[words[0]][0] == met[0]
    return all(
        own not in prints or next(i for i in prints[own] if i != other) == mine
        for own, mine, other in zip(words, met, reversed(met), strict=True)
    )


class _Candidate(NamedTuple):
    """A pair that may be kept, with what it is ranked by, its documents and its position among their pairs."""

    unlikeliness: tuple[float, Place, Place]
    met: Met
    position: int
    pair: SentencePair


class _Likeliest:
    """Of all pairs that were added, the likeliest of either of their sentences, and the likeliest with a shared key."""

    def __init__(self) -> None:
        self._most: int = lexicon(AlignmentModel).story_most
        self._of: dict[tuple[Place, bool], list[_Candidate]] = {}

    def add(self, candidate: _Candidate) -> None:
        """Adds a pair; what is no longer among the likeliest of a sentence is let go."""
        pair = candidate.pair
        for sentence in (pair.left, pair.right):
            own = self._of.setdefault((_place(sentence), pair.keyed), [])
            if len(own) < self._most or candidate.unlikeliness < own[-1].unlikeliness:
                insort(own, candidate, key=lambda c: c.unlikeliness)
                del own[self._most :]

    def by_documents(self) -> dict[Met, tuple[SentencePair, ...]]:
        """The pairs that are left, by their two documents, each in the order of its alignment."""
        kept: dict[Met, dict[int, SentencePair]] = {}
        for own in self._of.values():
            for one in own:
                kept.setdefault(one.met, {})[one.position] = one.pair
        return {met: tuple(pairs[at] for at in sorted(pairs)) for met, pairs in sorted(kept.items())}


def _unlikeliness(pair: SentencePair) -> tuple[float, Place, Place]:
    return -pair.score, _place(pair.left), _place(pair.right)


def _place(sentence: ClaimedSentence) -> Place:
    return sentence.claims[0].document, sentence.span.start
