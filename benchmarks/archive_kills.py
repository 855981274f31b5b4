"""Kill adders of an archive at random moments, and look for what is lost: ``make kills``.

    python benchmarks/archive_kills.py [--articles 20000] [--kills 300] [--seed 15] [--folder DIR]

The archive is filled with invented articles that are not parsed. Then one process after another adds more of them, and
acknowledges each that is in, as ``xcheck archive add`` does. It is killed (SIGKILL) after a random number of articles
and a random time; what it has acknowledged is looked for, and the next one goes on from there. At the end all that was
ever acknowledged is looked for again, and ``verify`` checks the archive. Exits with 1 if an article is lost or damaged.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from xcheck.archive import keeping
from xcheck.archive.adding import BATCH, add, keep, prepared
from xcheck.archive.store import Store, opened

_ADDER = Path(__file__).parents[1] / "tests" / "archive" / "adder.py"
_READER = "made"
_BULK = 500  # articles of a transaction that fills the archive
_MOST = 3 * BATCH  # articles that an adder acknowledges before it may be killed
_AHEAD = 100 * BATCH  # articles that it would add
_LONGEST = 0.03  # seconds from the last of them to the kill


def kills(folder: Path, articles: int, times: int, seed: int) -> Iterator[str]:
    """Kill adders of an archive of some articles; tell how far it is, and what is lost or damaged."""
    made, dice = _module(), random.Random(seed)  # noqa: S311 - moments
    with opened(folder, make=True) as store:
        _fill(store, made, articles)
    acknowledged: set[str] = set()
    cut = 0
    for number in range(1, times + 1):
        first = articles + len(acknowledged)
        names = _killed(folder, made, first, dice)
        acknowledged |= names
        lost, there = _lost(folder, names)
        cut += there > articles + len(acknowledged)
        if lost:
            yield f"kill {number}: lost {', '.join(sorted(lost))}"
        if number % 50 == 0:
            yield f"{number} kills, {len(acknowledged)} articles acknowledged"
    with opened(folder) as store:
        damage = keeping.verify(store)
    yield from damage
    lost, _ = _lost(folder, acknowledged)
    yield (
        f"{times} kills of adders to {articles} articles: {len(acknowledged)} acknowledged, {len(lost)} lost, "
        f"{len(damage)} damaged; {cut} kills came after a commit and before all of it was acknowledged"
    )


def _module() -> ModuleType:
    """The module of the tests that makes articles."""
    spec = importlib.util.spec_from_file_location("adder", _ADDER)
    if spec is None or spec.loader is None:
        raise ImportError(_ADDER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fill(store: Store, made: ModuleType, articles: int) -> None:
    for first in range(0, articles, _BULK):
        documents = [made.made(number) for number in range(first, min(first + _BULK, articles))]
        keep(store, [prepared(d, e) for d, e in zip(documents, made.read(documents), strict=True)], _READER)


def _lost(folder: Path, names: set[str]) -> tuple[set[str], int]:
    """Which of some names are not in an archive, and how many articles are."""
    found = "SELECT name FROM article WHERE name IN (SELECT value FROM json_each(?))"
    with opened(folder) as store:
        there = {name for (name,) in store.db.execute(found, (json.dumps([*names]),))}
        return names - there, store.db.execute("SELECT count(*) FROM article").fetchone()[0]


def _killed(folder: Path, made: ModuleType, first: int, dice: random.Random) -> set[str]:
    """Kill an adder at a random moment; give the names that it has acknowledged."""
    ear, mouth = os.pipe()
    adder = os.fork()
    if adder == 0:
        os.close(ear)
        _add(folder, made, first, mouth)
    os.close(mouth)
    with os.fdopen(ear, encoding="utf-8") as said:
        lines = [said.readline() for _ in range(dice.randrange(_MOST))]
        time.sleep(dice.uniform(0, _LONGEST))
        os.kill(adder, signal.SIGKILL)
        _, status = os.waitpid(adder, 0)
        lines += said.readlines()
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("an adder ended by itself")
    return {line.removesuffix("\n") for line in lines if line.endswith("\n")}


def _add(folder: Path, made: ModuleType, first: int, mouth: int) -> NoReturn:
    """Add articles and acknowledge each, in a process of its own that never returns."""
    try:
        with opened(folder) as store:
            for number in range(first, first + _AHEAD, BATCH):
                for one in add(store, [made.made(n) for n in range(number, number + BATCH)], made.read, _READER):
                    os.write(mouth, f"{one.name}\n".encode())
    finally:
        os._exit(1)


def main() -> None:
    """Kill as often as is asked for."""
    parser = argparse.ArgumentParser(description="Kills adders of an archive, and looks for what is lost.")
    parser.add_argument("--articles", type=int, default=20_000, help="stored before the first kill (default: 20000)")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--folder", type=Path, help="keep the archive here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        last = ""
        for last in kills(given.folder or Path(passing, "archive"), given.articles, given.kills, given.seed):
            print(last, flush=True)
    if " 0 lost, 0 damaged" not in last:
        sys.exit(1)


if __name__ == "__main__":
    main()
