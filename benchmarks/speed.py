"""How long xcheck takes against the least that it could take. Run by hand: ``make speed``.

1. ``xcheck run seeds/`` against a bare script that imports spaCy, loads the same model and parses the same two
   files. To reach: at most 1.5.
2. The extraction of claims, without the parse, against the parse alone. To reach: at most 0.35.

Each figure is the ratio of the fastest of several runs, taken in turn: what other work the machine does only adds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from xcheck.claims import extract
from xcheck.ingest.collect import collect
from xcheck.language.analysis import analyse
from xcheck.language.pipeline import load, model_name

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
XCHECK = [sys.executable, "-m", "xcheck", "run", str(SEEDS), "--format", "json"]
BARE = f"""
import spacy
from pathlib import Path
nlp = spacy.load({model_name()!r})
texts = [p.read_text(encoding="utf-8") for p in sorted(Path({str(SEEDS)!r}).iterdir())]
assert all(len(doc) for doc in nlp.pipe(texts))
"""


def main() -> None:
    """Prints both ratios."""
    parser = argparse.ArgumentParser(description="Times xcheck against the bare parser.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run (default: 5)")
    rounds = parser.parse_args().rounds
    whole, bare = fastest([lambda: process(XCHECK), lambda: process([sys.executable, "-c", BARE])], rounds)
    print(f"xcheck run seeds/  {whole:.2f} s; bare parse {bare:.2f} s; ratio {whole / bare:.2f} (to reach: 1.5)")
    documents, _ = collect([SEEDS])
    load(model_name())
    analysed = analyse(documents)
    claims, parse = fastest([lambda: [extract.claims(a) for a in analysed], lambda: analyse(documents)], rounds)
    print(f"claims of seeds/   {claims:.2f} s; parse {parse:.2f} s; ratio {claims / parse:.2f} (to reach: 0.35)")


def process(command: list[str]) -> None:
    """Runs a command to its end. Raises CalledProcessError where it fails."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def fastest(works: list[Callable[[], object]], rounds: int) -> list[float]:
    """The seconds of the fastest run of each work, run in turn."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


if __name__ == "__main__":
    main()
