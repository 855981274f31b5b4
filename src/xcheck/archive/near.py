"""The stored sentences whose vectors may be near: those whose signs hardly differ.

128 signs of a vector lie in two integers. Half a billion comparisons of such a pair take a second of one processor.
"""

from __future__ import annotations

import sqlite3

import numpy as np
import numpy.typing as npt

from xcheck.alignment.vectors import Vectors
from xcheck.archive.records import SIGNS, signs

Ids = npt.NDArray[np.int64]

_BYTES = SIGNS // 8  # of one sentence
_STEP = 1 << 13  # sentences that are looked at together: what fits into the fastest memory of a processor


def near(db: sqlite3.Connection, vectors: Vectors, excluded: Ids, most: int) -> Ids:
    """The articles that have one of the sentences that are nearest by signs, ``most`` for each vector, in order."""
    rows = db.execute("SELECT article, bits FROM signs ORDER BY article").fetchall()
    articles = np.array([article for article, _ in rows], dtype=np.int64)
    owners = np.repeat(articles, [len(bits) // _BYTES for _, bits in rows])
    held = np.frombuffer(b"".join(bits for _, bits in rows), dtype="<u8").reshape(-1, 2)
    if len(excluded):
        kept = ~np.isin(owners, excluded)
        owners, held = owners[kept], held[kept]
    asked = np.frombuffer(signs(vectors), dtype="<u8").reshape(-1, 2)
    return np.unique(owners[_nearest(held, asked, most)])


def _nearest(held: npt.NDArray[np.uint64], asked: npt.NDArray[np.uint64], most: int) -> Ids:
    """The rows that differ least from some query, ``most`` for each; of equals, the first."""
    best = [np.zeros((2, 0), dtype=np.int64)] * len(asked)  # how much they differ, and which they are
    for first in range(0, len(held), _STEP):
        one, other = np.ascontiguousarray(held[first : first + _STEP].T)
        for i, query in enumerate(asked):
            apart = np.bitwise_count(one ^ query[0]) + np.bitwise_count(other ^ query[1])
            beyond = best[i][0, -1] if best[i].shape[1] == most else SIGNS + 1
            nearer = np.flatnonzero(apart < beyond)
            if len(nearer):
                both = np.concatenate([best[i], [apart[nearer], nearer + first]], axis=1)
                best[i] = both[:, np.argsort(both[0], kind="stable")[:most]]
    return np.concatenate([rows for _, rows in best]) if best else np.zeros(0, dtype=np.int64)
