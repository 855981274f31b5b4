"""What says that two sentences speak of one thing, as numbers: one matrix a feature, sentences left by sentences right.

Every feature is symmetric, and is measured within the two documents alone, so that a third changes nothing. Rarity is
the inverse sentence frequency over both documents (Spärck Jones 1972); similarities are held against what is usual for
the row and the column, since in two articles about one event every sentence is close to every other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt

from xcheck.alignment.sentences import Measured
from xcheck.alignment.sides import Side, inverse, rarity
from xcheck.alignment.vectors import Vectors
from xcheck.nlp.lexicons.fitted import AlignmentModel, Prior
from xcheck.nlp.lexicons.load import lexicon

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


def features(left: Side, right: Side) -> dict[str, Matrix]:
    """A matrix for each name in ``FEATURES``: the sentences of one document by those of the other.

    ``words``, ``names``: the rarity of shared words and entities; ``count``: how many are shared; ``figures``: equal
    figures of one measure, by rarity; ``frame``: a shared doer and deed; ``length``: of the shorter sentence;
    ``vector``, ``context``: likeness of the sentences, and of each with its neighbours, above the usual;
    ``neighbours``: the best pair around; ``mutual``: each is the other's best; ``distance``: between their places in
    the articles; ``headline``: one of them is one.
    """
    priors = lexicon(AlignmentModel).features
    found, overlap = _lexical(left, right)
    found["figures"], found["frame"] = _figures(left, right), _frames(left, right)
    found["vector"] = _deviation(_products(left.vectors, right.vectors), priors.vector)
    found["context"] = _deviation(_products(left.around, right.around), priors.context)
    both = _deviation(overlap, priors.lexical) + found["vector"]
    found["neighbours"] = _neighbours(both)
    best = (both >= both.max(axis=1, keepdims=True)) & (both >= both.max(axis=0, keepdims=True))
    found["mutual"] = best.astype(np.float64)
    found["distance"] = np.abs(left.places[:, None] - right.places[None, :])
    found["headline"] = np.maximum(left.heads[:, None], right.heads[None, :])
    return found


def _lexical(left: Side, right: Side) -> tuple[dict[str, Matrix], Matrix]:
    """The features that count shared words, names and figures; and the cosine of the terms."""
    weight = rarity(left, right).table()
    cells: dict[bool, list[int]] = {True: [], False: []}
    weights: dict[bool, list[float]] = {True: [], False: []}
    columns = len(right.sentences)
    for term in sorted(left.terms.keys() & right.terms.keys()):
        is_name = term in left.names
        met = [i * columns + j for i in left.terms[term] for j in right.terms[term]]
        cells[is_name] += met
        weights[is_name] += [weight[term]] * len(met)
    names, words = (_summed(cells[is_name], weights[is_name], left, right) for is_name in (True, False))
    every = [*cells[True], *cells[False]]
    count = _summed(every, [1.0] * len(every), left, right)
    sizes = [np.array([math.fsum(weight[t] for t in s.terms) for s in side.sentences]) for side in (left, right)]
    overlap = (words + names) / (np.sqrt(sizes[0][:, None] * sizes[1][None, :]) + 1e-6)
    length = np.log1p(np.minimum(left.lengths[:, None], right.lengths[None, :]))
    return {"words": words, "names": names, "count": count, "length": length}, overlap


def _summed(cells: Sequence[int], weights: Sequence[float], left: Side, right: Side) -> Matrix:
    """A matrix with the sum of the weights that fall into each cell; cells are counted row by row."""
    shape = (len(left.sentences), len(right.sentences))
    held = np.bincount(np.array(cells, dtype=np.intp), np.array(weights), minlength=shape[0] * shape[1])
    return np.asarray(held, dtype=np.float64).reshape(shape)


def _figures(left: Side, right: Side) -> Matrix:
    """The rarities of the equal figures of one measure; a count of a few things weighs half."""
    shared: dict[tuple[int, int], list[float]] = {}
    sentences = len(left.sentences) + len(right.sentences)
    for figure in left.figures.keys() & right.figures.keys():
        met = list(product(left.figures[figure], right.figures[figure]))
        frequency = len(left.figures[figure]) + len(right.figures[figure])
        weight = inverse(frequency, sentences) / (2 if _is_small(figure) else 1)
        for cell in met:
            shared.setdefault(cell, []).append(weight)
    found = np.zeros((len(left.sentences), len(right.sentences)))
    for cell, weights in shared.items():
        found[cell] = math.fsum(weights)
    return found


def _is_small(figure: Measured) -> bool:
    dimension, low, high = figure
    return dimension == "count" and low is not None and low == high and abs(low) <= lexicon(AlignmentModel).features.few


def _frames(left: Side, right: Side) -> Matrix:
    """One where some claims of the two sentences share doer and deed, or doer and thing done to."""
    found = np.zeros((len(left.sentences), len(right.sentences)))
    for frame in left.frames.keys() & right.frames.keys():
        found[np.ix_(left.frames[frame], right.frames[frame])] = 1.0
    return found


def _products(left: Vectors, right: Vectors) -> Matrix:
    """Each left vector times each right one.

    By numpy's own loops: a BLAS's threads wait for each other for longer than so small a product takes.
    """
    return np.asarray(np.einsum("ik,jk->ij", left, right), dtype=np.float64)


def _deviation(values: Matrix, prior: Prior) -> Matrix:
    """How far each value stands above its row and its column, in standard deviations, the two added.

    Means and variances are drawn towards ``prior`` (mean and deviation over news pairs) as if by ten more values, so
    that short texts are judged by what is usual elsewhere.
    """
    return _above(values, prior, axis=1) + _above(values, prior, axis=0)


def _above(values: Matrix, prior: Prior, *, axis: int) -> Matrix:
    n, more = values.shape[axis], lexicon(AlignmentModel).features.prior_pairs
    mean = (values.sum(axis=axis, keepdims=True) + more * prior.mean) / (n + more)
    spread = ((values - mean) ** 2).sum(axis=axis, keepdims=True) + more * prior.spread**2
    return np.asarray((values - mean) / np.sqrt(spread / (n + more)))


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
