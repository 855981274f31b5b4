"""What stored articles share with the sentences of a draft: rare words in one paragraph, and names.

A term that too many have tells nothing. It is counted no further than that, so that common words cost little however
large the archive is.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from xcheck.archive.near import Ids
from xcheck.archive.schema import SHIFT
from xcheck.nlp.lexicons.fitted import ArchiveModel
from xcheck.nlp.lexicons.load import lexicon

Floats = npt.NDArray[np.float64]


class Index(NamedTuple):
    """An index of terms: how the rows that have a term are selected, and how far a row is shifted from its article."""

    rows: str
    shift: int


WORDS = Index("SELECT rowid FROM words WHERE words MATCH '\"' || ? || '\"'", SHIFT)
NAMES = Index("SELECT article FROM mention JOIN entity ON id = entity WHERE name = ?", 0)


class Shares(NamedTuple):
    """Articles in order, and for each how much it has of what a sentence asks for by weight, 0 to 1."""

    articles: Ids
    shares: Floats

    def of(self, articles: Ids) -> Floats:
        """The shares of some articles: 0 for those that have nothing."""
        if not len(self.articles):
            return np.zeros(len(articles))
        at = np.minimum(np.searchsorted(self.articles, articles), len(self.articles) - 1)
        return np.where(self.articles[at] == articles, self.shares[at], 0.0)


def shares(db: sqlite3.Connection, index: Index, asked: Sequence[frozenset[str]], excluded: Ids) -> list[Shares]:
    """For each sentence, what it asks for: the articles that have some of its rarest terms."""
    weights = _weights(db, index, {t for own in asked for t in own})
    telling = [_telling(own, weights) for own in asked]
    rows = {t: _rows(db, index, t) for own in telling for t in own}
    return [_shared(own, rows, index.shift, excluded) for own in telling]


def _weights(db: sqlite3.Connection, index: Index, terms: Iterable[str]) -> dict[str, float]:
    """The inverse document frequency of terms that not too many have; one that nobody has counts as one of one."""
    common = lexicon(ArchiveModel).common
    (articles,) = db.execute("SELECT count(*) FROM article").fetchone()
    counted = f"SELECT count(*) FROM ({index.rows} LIMIT {common + 1})"  # noqa: S608 - selections of our own
    held = {t: db.execute(counted, (t,)).fetchone()[0] for t in sorted(terms)}
    return {t: math.log1p(articles / max(1, count)) for t, count in held.items() if count <= common}


def _telling(own: Iterable[str], weights: Mapping[str, float]) -> dict[str, float]:
    most = lexicon(ArchiveModel).terms
    return dict(sorted(((t, weights[t]) for t in own if t in weights), key=lambda item: (-item[1], item[0]))[:most])


def _rows(db: sqlite3.Connection, index: Index, term: str) -> Ids:
    return np.array([row for (row,) in db.execute(index.rows, (term,))], dtype=np.int64)


def _shared(asked: Mapping[str, float], rows: Mapping[str, Ids], shift: int, excluded: Ids) -> Shares:
    """The share of some weighted terms that the best row of each article has."""
    found = np.concatenate([np.zeros(0, dtype=np.int64), *(rows[t] for t in asked)])
    if not len(found):
        return Shares(found, np.zeros(0))
    places, back = np.unique(found, return_inverse=True)
    weights = np.repeat([*asked.values()], [len(rows[t]) for t in asked])
    sums = np.bincount(back, weights=weights) / sum(asked.values())
    articles, first = np.unique(places >> shift, return_index=True)
    best = np.asarray(np.round(np.maximum.reduceat(sums, first), 6), np.float64)
    kept = ~np.isin(articles, excluded)
    return Shares(articles[kept], best[kept])
