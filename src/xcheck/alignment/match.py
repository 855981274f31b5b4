"""Which claims of two documents speak of one thing: a logistic model over sentence features, and a few matches each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from xcheck.alignment.candidates import Pinned, pinned
from xcheck.alignment.features import FEATURES, Matrix, features, rarity
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.tallies import Asked, one_question
from xcheck.alignment.vectors import Vectors
from xcheck.claims.terms import ENTITY_MARK
from xcheck.language.lexicon import lexicon
from xcheck.records.reading import Reading


@dataclass(frozen=True)
class SentencePair:
    """Two sentences and the probability that they speak of one thing; ``rank`` 0 is the best for both of them.

    ``pinned``: they answer one narrow question, however little else they share; ``tallied``: where those of their
    figures begin that are the two articles' tallies of one thing; ``reading``: what the judge made of them, None where
    it was not asked.
    """

    left: ClaimedSentence
    right: ClaimedSentence
    score: float
    rank: int
    pinned: bool
    features: dict[str, float]
    tallied: frozenset[Asked] = frozenset()
    reading: Reading | None = None


@dataclass(frozen=True)
class Alignment:
    """The sentence pairs of two documents worth comparing, best first, and how much each term of the two tells.

    ``lone``: the terms that stand in one of the two documents alone; ``sentences``: how many the two have together.
    """

    pairs: tuple[SentencePair, ...]
    rarity: dict[str, float]
    lone: frozenset[str] = frozenset()
    sentences: int = 2


def align(
    left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence], left_vectors: Vectors, right_vectors: Vectors
) -> Alignment:
    """Pairs the sentences of two documents.

    Kept is what reaches the floor of ``rules/lexicons/alignment.yaml``, each sentence with its best few, and what is
    pinned or tallied; nothing of two articles about two events. Order is by score, then by words, so that the same
    documents give the same pairs whichever is named first.
    """
    if not left or not right:
        return Alignment((), {})
    found = features(left, right, left_vectors, right_vectors)
    scores = probabilities(found)
    settings = lexicon("alignment")
    if _are_strangers(left, right, scores):
        return Alignment((), rarity(left, right), _terms(left) ^ _terms(right))
    ranks, pins = _ranks(scores), _likeliest(pinned(left, right), scores, settings["pins"])
    tallied = one_question(left, right)
    likely = zip(*np.nonzero((scores >= settings["floor"]) & (ranks < settings["most"])), strict=True)
    chosen = [
        SentencePair(
            left=left[i],
            right=right[j],
            score=round(float(scores[i, j]), 6),
            rank=int(ranks[i, j]),
            pinned=(i, j) in pins,
            features={n: float(found[n][i, j]) for n in FEATURES},
            tallied=tallied.get((i, j), frozenset()),
        )
        for i, j in {(int(i), int(j)) for i, j in likely} | pins | tallied.keys()
    ]
    chosen.sort(key=lambda p: (-p.score, sorted((s.span.text, s.span.start) for s in (p.left, p.right))))
    lone = _terms(left) ^ _terms(right)
    return Alignment(tuple(chosen), rarity(left, right), lone, len(left) + len(right))


def _likeliest(pins: Pinned, scores: Matrix, most: int) -> Pinned:
    """The pins that are among the ``most`` likeliest of both their sentences; a text may repeat itself without end."""
    held = np.full(scores.shape, -np.inf)
    for pin in pins:
        held[pin] = scores[pin]
    ranks = _ranks(held)
    return frozenset(pin for pin in pins if ranks[pin] < most)


def _terms(side: Sequence[ClaimedSentence]) -> frozenset[str]:
    return frozenset(t for s in side for t in s.terms)


def _are_strangers(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence], scores: Matrix) -> bool:
    """Whether two articles, long enough to tell, are about two events: few likely pairs and names, no shared sentence.

    Articles about one event have a third or more of the shorter one's sentences in likely pairs, or many names in
    common (measured on the development pairs and on ``benchmarks/pairs``, each article with each other).
    """
    limits = lexicon("alignment")["strangers"]
    shorter = min(len(left), len(right))
    likely = int((scores >= limits["likely"]).sum())
    if shorter < limits["sentences"] or likely >= limits["share"] * shorter:
        return False
    names = {t for t in _terms(left) & _terms(right) if t.startswith(ENTITY_MARK)}
    printed = {s.pattern for s in left if s.pattern} & {s.pattern for s in right}
    return len(names) <= limits["names"] and not printed


def probabilities(found: dict[str, Matrix]) -> Matrix:
    """The logistic model of ``rules/lexicons/alignment.yaml`` over the features."""
    model = lexicon("alignment")
    total = np.full(next(iter(found.values())).shape, float(model["bias"]))
    for name, weight in model["weights"].items():
        total += float(weight) * found[name]
    return np.asarray(1.0 / (1.0 + np.exp(-total)))


def _ranks(scores: Matrix) -> Matrix:
    """How many pairs of its row, or of its column, are better than each pair: the larger of the two counts."""
    rows = (-scores).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    columns = (-scores).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return np.maximum(rows, columns)
