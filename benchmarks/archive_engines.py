"""Which engine holds an archive best: SQLite, DuckDB or LanceDB, on invented sentences with random vectors.

    python benchmarks/archive_engines.py [--sentences 100000] [--engines sqlite,duckdb,lancedb]

Needs ``pip install duckdb lancedb pyarrow`` for the engines that are not in Python. For each engine it prints the rate
of adding (20 sentences an article), the time of each kind of search (median of 9), the size on disk, what two adders do
at once, and what is left after ``kill -9`` and where no file may grow over 2 MB.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

SIZE = 384
PER_ARTICLE = 20
COMMITS = 200  # articles that are committed one by one; the rest goes in batches of 50
WORDS = [
    f"{a}{b}{c}"
    for a in ("ka", "lo", "mi", "ru", "te")
    for b in ("ban", "dor", "fel", "gim", "nos", "val")
    for c in "aeiou"
]


class Article(NamedTuple):
    """An invented article: its sentences, one entity each, a day, and one vector a sentence."""

    number: int
    day: str
    sentences: list[str]
    entities: list[str]
    vectors: np.ndarray[Any, np.dtype[np.float32]]


def article(number: int) -> Article:
    """The article of a number: the same each time."""
    dice = random.Random(number)  # noqa: S311 - invented text
    rare = [f"town{dice.randrange(5000)}" for _ in range(PER_ARTICLE)]
    sentences = [" ".join([*dice.choices(WORDS, k=14), name, str(dice.randrange(10_000))]) for name in rare]
    vectors = np.random.default_rng(number).standard_normal((PER_ARTICLE, SIZE)).astype(np.float32)
    day = f"20{dice.randrange(10, 26)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    return Article(number, day, sentences, rare, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


class Engine(Protocol):
    """What an engine must do: add durably, search in four ways, count."""

    def __init__(self, folder: Path) -> None: ...
    def add(self, articles: Sequence[Article]) -> None:
        """Add articles in one durable commit."""

    def index(self) -> None:
        """Make or merge what searches rest on."""

    def words(self, word: str) -> int:
        """Count the sentences that have a word."""

    def entity(self, name: str) -> int:
        """Count what names an entity."""

    def days(self, since: str, until: str) -> int:
        """Count the articles of a period."""

    def vector(self, vector: np.ndarray[Any, Any]) -> int:
        """Look for the sentences nearest to a vector."""

    def articles(self) -> set[int]:
        """Give the numbers of the articles that are in."""


class Sqlite:
    """SQLite: WAL, FTS5, vectors as int16 with 128 sign bits beside them, searched by numpy."""

    def __init__(self, folder: Path) -> None:
        self.db = sqlite3.connect(folder / "a.sqlite", isolation_level=None, timeout=60)
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=FULL")
        self.db.executescript(
            "BEGIN IMMEDIATE;"
            "CREATE TABLE IF NOT EXISTS article (id INTEGER PRIMARY KEY, day TEXT);"
            "CREATE INDEX IF NOT EXISTS days ON article (day);"
            "CREATE TABLE IF NOT EXISTS mention (entity TEXT, article INTEGER, PRIMARY KEY (entity, article))"
            " WITHOUT ROWID;"
            "CREATE TABLE IF NOT EXISTS vectors (id INTEGER PRIMARY KEY, exact BLOB);"
            "CREATE TABLE IF NOT EXISTS signs (id INTEGER PRIMARY KEY, bits BLOB);"
            "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text);"
            "COMMIT;"
        )

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles in one durable commit."""
        self.db.execute("BEGIN IMMEDIATE")
        for one in articles:
            self.db.execute("INSERT INTO article VALUES (?, ?)", (one.number, one.day))
            self.db.executemany("INSERT OR IGNORE INTO mention VALUES (?, ?)", [(e, one.number) for e in one.entities])
            exact = np.round(one.vectors * 10_000).astype("<i2")
            self.db.execute("INSERT INTO vectors VALUES (?, ?)", (one.number, exact.tobytes()))
            bits = np.packbits(one.vectors[:, :128] > 0, axis=1)
            self.db.execute("INSERT INTO signs VALUES (?, ?)", (one.number, bits.tobytes()))
            rows = [(one.number << 16 | i, s) for i, s in enumerate(one.sentences)]
            self.db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", rows)
        self.db.execute("COMMIT")

    def index(self) -> None:
        """Make or merge what searches rest on."""
        self.db.execute("INSERT INTO words (words) VALUES ('optimize')")

    def words(self, word: str) -> int:
        """Count the sentences that have a word."""
        return len(self.db.execute("SELECT rowid FROM words WHERE words MATCH ?", (f'"{word}"',)).fetchall())

    def entity(self, name: str) -> int:
        """Count what names an entity."""
        return len(self.db.execute("SELECT article FROM mention WHERE entity = ?", (name,)).fetchall())

    def days(self, since: str, until: str) -> int:
        """Count the articles of a period."""
        return len(self.db.execute("SELECT id FROM article WHERE day BETWEEN ? AND ?", (since, until)).fetchall())

    def vector(self, vector: np.ndarray[Any, Any]) -> int:
        """Look for the sentences nearest to a vector."""
        rows = self.db.execute("SELECT id, bits FROM signs").fetchall()
        bits = np.frombuffer(b"".join(b for _, b in rows), dtype="<u8").reshape(-1, 2)
        query = np.packbits(vector[:128] > 0).view("<u8")
        apart = np.bitwise_count(bits ^ query).sum(axis=1)
        near = np.argpartition(apart, 50)[:50]
        best = -2.0
        for number in {rows[i // PER_ARTICLE][0] for i in near}:
            (exact,) = self.db.execute("SELECT exact FROM vectors WHERE id = ?", (number,)).fetchone()
            own = np.frombuffer(exact, dtype="<i2").reshape(-1, SIZE).astype(np.float32) / 10_000
            best = max(best, float((own @ vector).max()))
        return round(best)

    def articles(self) -> set[int]:
        """Give the numbers of the articles that are in."""
        return {number for (number,) in self.db.execute("SELECT id FROM article")}


class Duck:
    """DuckDB: columns, its full-text extension where it can be loaded, vectors as arrays scanned by the engine."""

    def __init__(self, folder: Path) -> None:
        import duckdb  # noqa: PLC0415 - one engine of three

        self.db = duckdb.connect(str(folder / "a.duckdb"), config={"threads": 1})
        self.db.execute("CREATE TABLE IF NOT EXISTS article (id BIGINT, day VARCHAR)")
        self.db.execute(
            f"CREATE TABLE IF NOT EXISTS sentence (article BIGINT, text VARCHAR, entity VARCHAR, v FLOAT[{SIZE}])"
        )

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles in one durable commit."""
        import pyarrow as pa  # noqa: PLC0415

        rows = pa.table(
            {
                "article": [a.number for a in articles for _ in a.sentences],
                "text": [s for a in articles for s in a.sentences],
                "entity": [e for a in articles for e in a.entities],
                "v": pa.FixedSizeListArray.from_arrays(
                    pa.array(np.concatenate([a.vectors for a in articles]).ravel()), SIZE
                ),
            }
        )
        self.db.register("rows", rows)
        self.db.execute("BEGIN")
        self.db.executemany("INSERT INTO article VALUES (?, ?)", [(a.number, a.day) for a in articles])
        self.db.execute("INSERT INTO sentence SELECT * FROM rows")
        self.db.execute("COMMIT")

    def index(self) -> None:
        """Make or merge what searches rest on."""
        self.db.execute("CHECKPOINT")

    def words(self, word: str) -> int:
        """Count the sentences that have a word."""
        # The full-text extension is fetched from a server when it is installed; without a network there is the scan.
        return len(self.db.execute("SELECT article FROM sentence WHERE contains(text, ?)", (word,)).fetchall())

    def entity(self, name: str) -> int:
        """Count what names an entity."""
        return len(self.db.execute("SELECT article FROM sentence WHERE entity = ?", (name,)).fetchall())

    def days(self, since: str, until: str) -> int:
        """Count the articles of a period."""
        return len(self.db.execute("SELECT id FROM article WHERE day BETWEEN ? AND ?", (since, until)).fetchall())

    def vector(self, vector: np.ndarray[Any, Any]) -> int:
        """Look for the sentences nearest to a vector."""
        found = self.db.execute(
            f"SELECT article FROM sentence ORDER BY array_inner_product(v, ?::FLOAT[{SIZE}]) DESC LIMIT 10",  # noqa: S608
            (vector.tolist(),),
        )
        return len(found.fetchall())

    def articles(self) -> set[int]:
        """Give the numbers of the articles that are in."""
        return {number for (number,) in self.db.execute("SELECT id FROM article").fetchall()}


class Lance:
    """LanceDB: one table of sentences, full-text and scalar indices, vectors scanned flat."""

    def __init__(self, folder: Path) -> None:
        import lancedb  # noqa: PLC0415 - one engine of three
        import pyarrow as pa  # noqa: PLC0415

        fields = [("article", pa.int64()), ("day", pa.string()), ("text", pa.string()), ("entity", pa.string())]
        self.schema = pa.schema([*fields, ("vector", pa.list_(pa.float32(), SIZE))])
        self.db = lancedb.connect(str(folder))
        self.table = self.db.create_table("sentence", schema=self.schema, exist_ok=True)

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles in one durable commit."""
        self.table.add(
            [
                {"article": a.number, "day": a.day, "text": s, "entity": e, "vector": v}
                for a in articles
                for s, e, v in zip(a.sentences, a.entities, a.vectors, strict=True)
            ]
        )

    def index(self) -> None:
        """Make or merge what searches rest on."""
        self.table.create_fts_index("text", replace=True)
        self.table.create_scalar_index("entity", replace=True)
        self.table.create_scalar_index("day", replace=True)
        self.table.optimize()

    def words(self, word: str) -> int:
        """Count the sentences that have a word."""
        return len(self.table.search(word, query_type="fts").limit(100_000).select(["article"]).to_arrow())

    def entity(self, name: str) -> int:
        """Count what names an entity."""
        return len(self.table.search().where(f"entity = '{name}'").limit(100_000).select(["article"]).to_arrow())

    def days(self, since: str, until: str) -> int:
        """Count the articles of a period."""
        where = f"day >= '{since}' AND day <= '{until}'"
        return len(self.table.search().where(where).limit(1_000_000).select(["article"]).to_arrow())

    def vector(self, vector: np.ndarray[Any, Any]) -> int:
        """Look for the sentences nearest to a vector."""
        return len(self.table.search(vector).limit(10).select(["article"]).to_arrow())

    def articles(self) -> set[int]:
        """Give the numbers of the articles that are in."""
        return set(self.table.search().select(["article"]).limit(10_000_000).to_arrow()["article"].to_pylist())


ENGINES: dict[str, Callable[[Path], Engine]] = {"sqlite": Sqlite, "duckdb": Duck, "lancedb": Lance}


def _median(work: Callable[[int], object]) -> float:
    took = []
    for i in range(9):
        began = time.perf_counter()
        work(i)
        took.append(time.perf_counter() - began)
    return round(1000 * statistics.median(took), 1)


def _size(folder: Path) -> float:
    return round(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6, 1)


def measured(name: str, folder: Path, articles: int) -> dict[str, object]:
    """The figures of one engine that holds so many articles."""
    engine = ENGINES[name](folder)
    began = time.perf_counter()
    for number in range(COMMITS):
        engine.add([article(number)])
    single = COMMITS / (time.perf_counter() - began)
    began, invented = time.perf_counter(), 0.0
    for first in range(COMMITS, articles, 50):
        at = time.perf_counter()
        batch = [article(n) for n in range(first, min(first + 50, articles))]
        invented += time.perf_counter() - at
        engine.add(batch)
    batched = (articles - COMMITS) / (time.perf_counter() - began - invented)
    began = time.perf_counter()
    engine.index()
    indexed = time.perf_counter() - began
    vectors = article(7).vectors
    return {
        "articles a second, one commit each": round(single, 1),
        "articles a second, 50 a commit": round(batched, 1),
        "seconds to index": round(indexed, 1),
        "ms words": _median(lambda i: engine.words(f"town{i}")),
        "ms entity": _median(lambda i: engine.entity(f"town{i}")),
        "ms days": _median(lambda i: engine.days(f"2015-0{1 + i % 3}-01", f"2015-0{1 + i % 3}-28")),
        "ms vector": _median(lambda i: engine.vector(vectors[i])),
        "MB on disk": _size(folder),
    }


def _adding(name: str, folder: str, first: int, last: int, limit: int | None = None) -> None:
    """Add articles one by one, saying each when it is done, as a process of its own."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    log = os.open(f"{folder}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        engine = ENGINES[name](Path(folder))
        for number in range(first, last):
            engine.add([article(number)])
            os.write(log, f"{number}\n".encode())
    except Exception as error:  # noqa: BLE001 - what the engine says is the measurement
        os.write(log, f"!{type(error).__name__}: {str(error)[:90]}\n".encode().replace(b"\n", b" ") + b"\n")


def _acknowledged(folder: Path) -> tuple[set[int], list[str]]:
    lines = Path(f"{folder}.log").read_text("utf-8").splitlines()
    Path(f"{folder}.log").unlink()
    return {int(x) for x in lines if x.isdecimal()}, [x for x in lines if not x.isdecimal()]


def _process(*arguments: object) -> multiprocessing.process.BaseProcess:
    process = multiprocessing.get_context("spawn").Process(target=_adding, args=arguments)
    process.start()
    return process


def _held(name: str, folder: Path, said: set[int]) -> str:
    try:
        lost = said - ENGINES[name](folder).articles()
    except Exception as error:  # noqa: BLE001 - what the engine says is the measurement
        return f"cannot be read: {type(error).__name__}: {str(error)[:90]}"
    return f"{len(said)} acknowledged, {len(lost)} lost"


def trials(name: str, root: Path, kills: int) -> dict[str, object]:
    """What an engine does when it is killed, shared, or out of room."""
    dice, killed, said = random.Random(1), root / f"{name}-killed", set[int]()  # noqa: S311
    killed.mkdir()
    for i in range(kills):
        process = _process(name, str(killed), 1000 * i, 1000 * i + 1000)
        time.sleep(2 + 2 * dice.random())
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        if Path(f"{killed}.log").exists():
            said |= _acknowledged(killed)[0]
    shared = root / f"{name}-shared"
    shared.mkdir()
    ENGINES[name](shared).articles()
    adders = [_process(name, str(shared), 10_000 * k, 10_000 * k + 100) for k in (1, 2)]
    for adder in adders:
        adder.join()
    done, errors = _acknowledged(shared)
    full = root / f"{name}-full"
    full.mkdir()
    adder = _process(name, str(full), 0, 2000, 2_000_000)
    adder.join()
    before, refused = _acknowledged(full)
    return {
        f"{kills} kills": _held(name, killed, said),
        "two adders": f"{_held(name, shared, done)} of 200 {errors}",
        "no file over 2 MB": f"{_held(name, full, before)} {refused}",
    }


def main() -> None:
    """Measure the engines that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sentences", type=int, default=100_000)
    parser.add_argument("--engines", default="sqlite,duckdb,lancedb")
    parser.add_argument("--kills", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        for name in given.engines.split(","):
            folder = Path(root, name)
            folder.mkdir()
            print(name, json.dumps(measured(name, folder, given.sentences // PER_ARTICLE), indent=1), flush=True)
            print(name, json.dumps(trials(name, Path(root), given.kills), indent=1), flush=True)


if __name__ == "__main__":
    main()
