"""The alignments of a story: of many articles each with each, and no sentence with more others than tell something.

What grows by the square of the articles is left out: a sentence that several articles print is held against others
once, as its first print, and each sentence meets its likeliest few of all other articles together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from xcheck.alignment.match import Alignment, SentencePair, align
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.vectors import Vectors
from xcheck.alignment.wording import wording
from xcheck.language.lexicon import lexicon

Met = tuple[int, int]  # two documents
Place = tuple[str, int]  # a sentence: document, start


def align_story(sides: Sequence[Sequence[ClaimedSentence]], vectors: Sequence[Vectors]) -> dict[Met, Alignment]:
    """The alignment of each two documents, by their positions. Two alone meet as widely as ``align`` lets them."""
    found = {(i, j): align(sides[i], sides[j], vectors[i], vectors[j]) for i, j in combinations(range(len(sides)), 2)}
    return found if len(sides) < 3 else _narrowed(found, _prints(sides))


def _prints(sides: Sequence[Sequence[ClaimedSentence]]) -> dict[str, list[int]]:
    """For each wording the documents that print it, in order."""
    found: dict[str, list[int]] = {}
    for i, side in enumerate(sides):
        for words in dict.fromkeys(wording(s.span.text) for s in side):
            found.setdefault(words, []).append(i)
    return found


def _narrowed(found: Mapping[Met, Alignment], prints: Mapping[str, Sequence[int]]) -> dict[Met, Alignment]:
    told = {met: [p for p in a.pairs if _speaks(p, met, prints)] for met, a in found.items()}
    kept = _likeliest(pair for pairs in told.values() for pair in pairs)
    return {met: replace(found[met], pairs=tuple(p for p in pairs if id(p) in kept)) for met, pairs in told.items()}


def _speaks(pair: SentencePair, met: Met, prints: Mapping[str, Sequence[int]]) -> bool:
    """Whether no earlier print of either sentence stands for this pair: copies are held against their first print."""
    words = [wording(s.span.text) for s in (pair.left, pair.right)]
    if words[0] == words[1]:
        return prints[words[0]][0] == met[0]
    return all(
        next(i for i in prints[own] if i != other) == mine
        for own, mine, other in zip(words, met, reversed(met), strict=True)
    )


def _likeliest(pairs: Iterator[SentencePair]) -> set[int]:
    """The pairs, by identity, that are among the likeliest of either of their sentences, or of its pins."""
    most = lexicon("alignment")["story"]["most"]
    of: dict[tuple[Place, bool], list[SentencePair]] = {}
    for pair in pairs:
        for sentence in (pair.left, pair.right):
            of.setdefault((_place(sentence), pair.pinned), []).append(pair)
    return {id(p) for own in of.values() for p in sorted(own, key=_unlikeliness)[:most]}


def _unlikeliness(pair: SentencePair) -> tuple[float, Place, Place]:
    return -pair.score, _place(pair.left), _place(pair.right)


def _place(sentence: ClaimedSentence) -> Place:
    return sentence.claims[0].document, sentence.span.start
