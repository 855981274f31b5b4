"""What says that two sentences speak of one thing, as numbers: one matrix a feature, sentences left by sentences right.

Every feature is symmetric, and is measured within the two documents alone, so that a third changes nothing. Rarity is
the inverse sentence frequency over both documents (Spärck Jones 1972); similarities are held against what is usual for
the row and the column, since in two articles about one event every sentence is close to every other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from xcheck.alignment.frames import frames
from xcheck.alignment.sentences import ClaimedSentence, Figure
from xcheck.alignment.vectors import Vectors
from xcheck.claims.terms import ENTITY_MARK

Matrix = npt.NDArray[np.float64]

FEATURES = (
    "words",
    "names",
    "count",
    "figures",
    "frame",
    "length",
    "vector",
    "context",
    "neighbours",
    "mutual",
    "distance",
    "headline",
)
_PRIOR_SENTENCES = 20
_FEW = 5
_PRIOR_WEIGHT = 10
_PRIORS = {"vector": (0.25, 0.13), "context": (0.4, 0.13), "lexical": (0.04, 0.07)}


def features(
    left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence], left_vectors: Vectors, right_vectors: Vectors
) -> dict[str, Matrix]:
    """A matrix of shape ``(len(left), len(right))`` for each name in ``FEATURES``.

    ``words``, ``names``: the rarity of shared words and entities; ``count``: how many are shared; ``figures``: equal
    figures of one measure, by rarity; ``frame``: a shared doer and deed; ``length``: of the shorter sentence;
    ``vector``, ``context``: likeness of the sentences, and of each with its neighbours, above the usual;
    ``neighbours``: the best pair around; ``mutual``: each is the other's best; ``distance``: between their places in
    the articles; ``headline``: one of them is one.
    """
    found, overlap = _lexical(left, right)
    found["figures"], found["frame"] = _figures(left, right), _frames(left, right)
    around = [_around(v) for v in (left_vectors, right_vectors)]
    found["vector"] = _standing(_products(left_vectors, right_vectors), _PRIORS["vector"])
    found["context"] = _standing(_products(*around), _PRIORS["context"])
    both = _standing(overlap, _PRIORS["lexical"]) + found["vector"]
    found["neighbours"] = _neighbours(both)
    best = (both >= both.max(axis=1, keepdims=True)) & (both >= both.max(axis=0, keepdims=True))
    found["mutual"] = best.astype(np.float64)
    places = [np.arange(len(side)) / len(side) for side in (left, right)]
    found["distance"] = np.abs(places[0][:, None] - places[1][None, :])
    heads = [np.array([s.headline for s in side], dtype=np.float64) for side in (left, right)]
    found["headline"] = np.maximum(heads[0][:, None], heads[1][None, :])
    return found


def rarity(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence]) -> dict[str, float]:
    """For each term of two documents how much it tells: the logarithm of its inverse sentence frequency.

    Twenty unseen sentences are added, without which a shared word of two one-sentence texts would weigh nothing.
    """
    frequency = Counter(t for side in (left, right) for s in side for t in s.terms)
    total = len(left) + len(right) + _PRIOR_SENTENCES
    return {term: math.log(total / (n + 1)) for term, n in frequency.items()}


def _lexical(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence]) -> tuple[dict[str, Matrix], Matrix]:
    """The features that count shared words, names and figures; and the cosine of the terms."""
    weight = rarity(left, right)
    shape = (len(left), len(right))
    words, names, count = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    where: dict[str, list[int]] = {}
    for j, sentence in enumerate(right):
        for term in sentence.terms:
            where.setdefault(term, []).append(j)
    for i, sentence in enumerate(left):
        for term in sorted(sentence.terms & where.keys()):
            (names if term.startswith(ENTITY_MARK) else words)[i, where[term]] += weight[term]
            count[i, where[term]] += 1
    sizes = [np.array([math.fsum(weight[t] for t in s.terms) for s in side]) for side in (left, right)]
    overlap = (words + names) / (np.sqrt(sizes[0][:, None] * sizes[1][None, :]) + 1e-6)
    lengths = [np.array([len(s.terms) for s in side]) for side in (left, right)]
    length = np.log1p(np.minimum(lengths[0][:, None], lengths[1][None, :]))
    return {"words": words, "names": names, "count": count, "length": length}, overlap


def _figures(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence]) -> Matrix:
    """The rarities of the equal figures of one measure; a count of a few things weighs half."""
    frequency = Counter(f for side in (left, right) for s in side for f in s.figures)
    total = len(left) + len(right) + _PRIOR_SENTENCES
    weight = {f: math.log(total / (n + 1)) / (2 if _is_small(f) else 1) for f, n in frequency.items()}
    shared = [[math.fsum(sorted(weight[f] for f in a.figures & b.figures)) for b in right] for a in left]
    return np.array(shared, dtype=np.float64).reshape(len(left), len(right))


def _is_small(figure: Figure) -> bool:
    dimension, low, high = figure
    return dimension == "count" and low is not None and low == high and abs(low) <= _FEW


def _frames(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence]) -> Matrix:
    """One where some claims of the two sentences share doer and deed, or doer and thing done to."""
    sides = [[frozenset(f for c in s.claims for f in frames(c)) for s in side] for side in (left, right)]
    shared = [[float(bool(a & b)) for b in sides[1]] for a in sides[0]]
    return np.array(shared, dtype=np.float64).reshape(len(left), len(right))


def _products(left: Vectors, right: Vectors) -> Matrix:
    """Each left vector times each right one.

    By numpy's own loops: a BLAS's threads wait for each other for longer than so small a product takes.
    """
    return np.asarray(np.einsum("ik,jk->ij", left, right), dtype=np.float64)


def _around(vectors: Vectors) -> Vectors:
    """Each sentence's vector with half of those before and after it, again of unit length."""
    mixed = vectors.copy()
    mixed[1:] += vectors[:-1] / 2
    mixed[:-1] += vectors[1:] / 2
    return np.asarray(mixed / np.maximum(np.linalg.norm(mixed, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _standing(values: Matrix, prior: tuple[float, float]) -> Matrix:
    """How far each value stands above its row and its column, in standard deviations, the two added.

    Means and variances are drawn towards ``prior`` (mean and deviation over news pairs) as if by ten more values, so
    that short texts are judged by what is usual elsewhere.
    """
    return _above(values, prior, axis=1) + _above(values, prior, axis=0)


def _above(values: Matrix, prior: tuple[float, float], *, axis: int) -> Matrix:
    n = values.shape[axis]
    mean = (values.sum(axis=axis, keepdims=True) + _PRIOR_WEIGHT * prior[0]) / (n + _PRIOR_WEIGHT)
    spread = ((values - mean) ** 2).sum(axis=axis, keepdims=True) + _PRIOR_WEIGHT * prior[1] ** 2
    return np.asarray((values - mean) / np.sqrt(spread / (n + _PRIOR_WEIGHT)))


def _neighbours(values: Matrix) -> Matrix:
    """The best value among the eight pairs around each: articles tell one event in clumps."""
    rows, columns = values.shape
    padded = np.full((rows + 2, columns + 2), -np.inf)
    padded[1:-1, 1:-1] = values
    around = [
        padded[1 + i : 1 + i + rows, 1 + j : 1 + j + columns]
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        if (i, j) != (0, 0)
    ]
    best = np.max(around, axis=0)
    return np.where(np.isfinite(best), best, 0.0)
