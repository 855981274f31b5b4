"""The candidates for a sentence: what is nearest by signs, and what shares its rare terms."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np
import pytest

from xcheck.archive import near
from xcheck.archive.records import signs
from xcheck.archive.shares import NAMES, Shares, shares

NONE = np.zeros(0, dtype=np.int64)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """A database in memory."""
    held = sqlite3.connect(":memory:")
    yield held
    held.close()


@pytest.mark.parametrize("excluded", [[], [3, 8, 20]])
def test_the_nearest_by_signs_are_those_of_a_full_comparison(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, excluded: list[int]
) -> None:
    monkeypatch.setattr(near, "_STEP", 16)
    dice = np.random.default_rng(4)
    held = {number: dice.standard_normal((number % 4, 384)).astype(np.float32) for number in range(60)}
    asked = dice.standard_normal((5, 384)).astype(np.float32)
    db.execute("CREATE TABLE signs (article INTEGER PRIMARY KEY, bits BLOB)")
    db.executemany("INSERT INTO signs VALUES (?, ?)", [(number, signs(own)) for number, own in held.items()])
    rows = [(number, own) for number, vectors in held.items() if number not in excluded for own in vectors]
    wanted = set()
    for query in asked:
        apart = [(int(((own[:128] > 0) != (query[:128] > 0)).sum()), at) for at, (_, own) in enumerate(rows)]
        wanted |= {rows[at][0] for _, at in sorted(apart)[:4]}
    found = near.near(db, asked, np.array(excluded, dtype=np.int64), 4)
    assert found.tolist() == sorted(wanted)


def test_nothing_is_near_in_an_empty_archive(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE signs (article INTEGER PRIMARY KEY, bits BLOB)")
    assert near.near(db, np.ones((2, 384), dtype=np.float32), NONE, 4).tolist() == []
    assert near.near(db, np.ones((0, 384), dtype=np.float32), NONE, 4).tolist() == []


def _naming(db: sqlite3.Connection, usual: int) -> None:
    """Articles 1 to ``usual`` name Orwen, and the first two Quillby too."""
    db.execute("CREATE TABLE article (id INTEGER PRIMARY KEY)")
    db.execute("CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT)")
    db.execute("CREATE TABLE mention (entity INTEGER, article INTEGER)")
    db.executemany("INSERT INTO entity VALUES (?, ?)", [(1, "orwen"), (2, "quillby")])
    numbers = range(1, usual + 1)
    db.executemany("INSERT INTO article VALUES (?)", [(n,) for n in numbers])
    db.executemany("INSERT INTO mention VALUES (?, ?)", [(1, n) for n in numbers] + [(2, 1), (2, 2)])


@pytest.mark.parametrize(("usual", "candidates"), [(3000, 3000), (3001, 2)])
def test_a_name_that_too_many_have_tells_nothing(db: sqlite3.Connection, usual: int, candidates: int) -> None:
    _naming(db, usual)
    (found,) = shares(db, NAMES, [frozenset({"orwen", "quillby"})], NONE)
    assert len(found.articles) == candidates
    assert found.of(np.array([1, 2])).tolist() == [1.0, 1.0]


def test_a_rare_name_tells_more_than_a_usual_one_and_an_unknown_one_takes_its_share(db: sqlite3.Connection) -> None:
    _naming(db, 50)
    both, unknown, nobody = shares(
        db, NAMES, [frozenset({"orwen", "quillby"}), frozenset({"quillby", "torvik"}), frozenset()], np.array([2])
    )
    assert both.articles.tolist() == [1, *range(3, 51)]
    rare, usual, missing = both.of(np.array([1, 3, 2])).tolist()
    assert (rare, missing) == (1.0, 0.0)
    assert 0 < usual < 0.5
    assert unknown.articles.tolist() == [1]
    assert 0 < unknown.shares[0] < 0.5
    assert isinstance(nobody, Shares)
    assert nobody.of(np.array([1])).tolist() == [0.0]
