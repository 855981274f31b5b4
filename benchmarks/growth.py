"""How time and memory grow with the number of articles: ``python benchmarks/growth.py``.

For folders of 25, 50, 100 and 200 articles of 600 words, of one story and of many (four articles each), it runs a bare
script that parses them, then ``xcheck run`` cold, warm, and cold without the judge, and prints processor seconds, how
many times the parse that is, and the most memory held. At the end stand the exponents: 1 grows with the articles, 2
with their square. Each figure is the least of several rounds, taken in turn. Processor seconds rather than those of the
clock: other work on the machine adds less to them.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsroom import articles
from speed import ENVIRONMENT, parsing

WORDS = 600
EACH = 4
_STORIES = {"one": None, "many": EACH}


class Cost(NamedTuple):
    """What a process took: seconds of processor time, and the most megabytes that it held."""

    seconds: float
    megabytes: float

    def least(self, other: Cost) -> Cost:
        """The lesser of either figure."""
        return Cost(min(self.seconds, other.seconds), min(self.megabytes, other.megabytes))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="Measures how the cost of a run grows with its articles.")
    parser.add_argument("counts", nargs="*", type=int, default=[25, 50, 100, 200], help="how many articles")
    parser.add_argument("--stories", choices=[*_STORIES], action="append", help="one story, or many (default: both)")
    parser.add_argument("--rounds", type=int, default=1, help="how often each is run (default: 1)")
    given = parser.parse_args()
    for stories in given.stories or _STORIES:
        print(f"{stories} {'story' if stories == 'one' else 'stories'}", flush=True)
        costs = {count: measured(count, stories, given.rounds) for count in given.counts}
        for what in next(iter(costs.values())):
            grown = exponent([(count, own[what].seconds) for count, own in costs.items()])
            print(f"  {what:<9} time grows with the articles to the power of {grown:.2f}", flush=True)


def measured(count: int, stories: str, rounds: int) -> dict[str, Cost]:
    """The cost of each kind of run over so many articles, printed as a line."""
    with tempfile.TemporaryDirectory() as desk:
        folder = Path(desk, "articles")
        folder.mkdir()
        for document in articles(count, WORDS, _STORIES[stories]):
            (folder / document.id).write_text(document.text, encoding="utf-8")
        costs = one_round(folder, 0)
        for number in range(1, rounds):
            costs = {what: cost.least(costs[what]) for what, cost in one_round(folder, number).items()}
    parse = costs["parse"].seconds
    told = "; ".join(
        f"{what} {c.seconds:.1f} s ({c.seconds / parse:.2f}), {c.megabytes:.0f} MB" for what, c in costs.items()
    )
    print(f"  {count:>4} articles: {told}", flush=True)
    return costs


def one_round(folder: Path, number: int) -> dict[str, Cost]:
    """The cost of each kind of run over a folder, the cache empty at its beginning."""
    run = [
        sys.executable,
        "-m",
        "xcheck",
        "run",
        str(folder),
        "--isolated",
        "--output",
        f"json={folder.parent / 'out'}",
    ]
    environment = ENVIRONMENT | {"XCHECK_CACHE_DIR": str(folder.parent / f"cache-{number}")}
    return {
        "parse": cost(parsing(folder, "*"), environment),
        "cold": cost(run, environment),
        "warm": cost(run, environment),
        "no judge": cost([*run, "--no-judge", "--no-cache"], environment),
    }


def cost(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """What a command takes, run to its end. Raises CalledProcessError where it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of the line through the logarithms of some points, by least squares."""
    xs, ys = ([math.log(value) for value in axis] for axis in zip(*points, strict=True))
    mean_x, mean_y = math.fsum(xs) / len(xs), math.fsum(ys) / len(ys)
    spread = math.fsum((x - mean_x) ** 2 for x in xs)
    return math.fsum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread if spread else 0.0


if __name__ == "__main__":
    main()
