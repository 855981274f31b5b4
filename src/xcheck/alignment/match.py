"""Which claims of two documents speak of one thing: a logistic model over sentence features, and a few matches each."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from xcheck.alignment.candidates import Keyed, keyed
from xcheck.alignment.event_counts import Asked, one_question
from xcheck.alignment.features import FEATURES, Matrix, features
from xcheck.alignment.local import Likenesses
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.sides import Lone, Side, rarity
from xcheck.alignment.vectors import Vectors
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.reading import Reading


@dataclass(frozen=True)
class SentencePair:
    """Two sentences and the probability that they speak of one thing; ``rank`` 0 is the best for both of them.

    ``keyed``: they share a blocking key, so they answer one narrow question, however little else they share;
    ``event_counts``: where those of their figures begin that are the two articles' counts of one thing; ``reading``:
    what the judge made of them, None where it was not asked; ``features``: in the order of ``FEATURES``.
    """

    left: ClaimedSentence
    right: ClaimedSentence
    score: float
    rank: int
    keyed: bool
    features: tuple[float, ...]
    event_counts: frozenset[Asked] = frozenset()
    reading: Reading | None = None


@dataclass(frozen=True)
class Alignment:
    """The sentence pairs of two documents worth comparing, best first, and how much each term of the two tells.

    ``lone``: the terms that stand in one of the two documents alone; ``sentences``: how many the two have together;
    ``likenesses``: how much their claims share, where somebody has asked.
    """

    pairs: tuple[SentencePair, ...]
    rarity: Mapping[str, float]
    lone: Container[str] = frozenset()
    sentences: int = 2
    likenesses: Likenesses = field(default_factory=Likenesses, repr=False, compare=False)


def align(
    left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence], left_vectors: Vectors, right_vectors: Vectors
) -> Alignment:
    """Pairs the sentences of two documents, each with the vectors of its sentences: ``aligned``."""
    return aligned(Side(left, left_vectors), Side(right, right_vectors))


def aligned(left: Side, right: Side) -> Alignment:
    """Pairs the sentences of two documents.

    Kept is what reaches the floor of ``rules/lexicons/alignment.yaml``, each sentence with its best few, and what has
    a shared key or event count; nothing of two articles about two events. Order is by score, then by words, so that the
    same documents give the same pairs whichever is named first.
    """
    if not left.sentences or not right.sentences:
        return Alignment((), {})
    found = features(left, right)
    scores = probabilities(found)
    whole = Alignment(
        (), rarity(left, right), Lone(left.frequency, right.frequency), len(left.sentences) + len(right.sentences)
    )
    if _tell_two_events(left, right, scores):
        return whole
    chosen = [*_chosen(left, right, found, scores)]
    chosen.sort(key=lambda p: (-p.score, sorted((s.span.text, s.span.start) for s in (p.left, p.right))))
    return replace(whole, pairs=tuple(chosen))


def _chosen(left: Side, right: Side, found: Mapping[str, Matrix], scores: Matrix) -> Iterator[SentencePair]:
    settings = lexicon(AlignmentModel)
    by_key = _likeliest(keyed(left.questions, right.questions), scores, settings.blocking_keys)
    counts, ranks = one_question(left.event_counts, right.event_counts), _ranks(scores)
    likely = zip(*np.nonzero((scores >= settings.floor) & (ranks < settings.most)), strict=True)
    cells = [*({(int(i), int(j)) for i, j in likely} | by_key | counts.keys())]
    rows, columns = [i for i, _ in cells], [j for _, j in cells]
    measured = np.stack([found[name][rows, columns] for name in FEATURES], axis=1).tolist()
    for (i, j), values in zip(cells, measured, strict=True):
        yield SentencePair(
            left=left.sentences[i],
            right=right.sentences[j],
            score=round(float(scores[i, j]), 6),
            rank=int(ranks[i, j]),
            keyed=(i, j) in by_key,
            features=tuple(values),
            event_counts=counts.get((i, j), frozenset()),
        )


def _likeliest(cells: Keyed, scores: Matrix, most: int) -> Keyed:
    """Keep the pairs that are among the ``most`` likeliest of both their sentences; a text may repeat itself a lot."""
    if len(cells) <= most:
        return cells
    held = np.full(scores.shape, -np.inf)
    for cell in cells:
        held[cell] = scores[cell]
    ranks = _ranks(held)
    return frozenset(cell for cell in cells if ranks[cell] < most)


def _tell_two_events(left: Side, right: Side, scores: Matrix) -> bool:
    """Whether two articles, long enough to tell, are about two events: few likely pairs and names, no shared sentence.

    Articles about one event have a third or more of the shorter one's sentences in likely pairs, or many names in
    common (measured on the development pairs and on ``benchmarks/pairs``, each article with each other).
    """
    limits = lexicon(AlignmentModel).two_events
    shorter = min(len(left.sentences), len(right.sentences))
    likely = int((scores >= limits.likely).sum())
    if shorter < limits.sentences or likely >= limits.share * shorter:
        return False
    return len(left.names & right.names) <= limits.names and left.patterns.isdisjoint(right.patterns)


def probabilities(found: dict[str, Matrix]) -> Matrix:
    """The logistic model of ``rules/lexicons/alignment.yaml`` over the features."""
    model = lexicon(AlignmentModel)
    total = np.full(next(iter(found.values())).shape, float(model.bias))
    for name, weight in model.weights.items():
        total += float(weight) * found[name]
    return np.asarray(1.0 / (1.0 + np.exp(-total)))


def _ranks(scores: Matrix) -> Matrix:
    """How many pairs of its row, or of its column, are better than each pair: the larger of the two counts."""
    rows = (-scores).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    columns = (-scores).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return np.maximum(rows, columns)
