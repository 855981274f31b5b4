"""How long xcheck takes against the least that it could take. Run by hand: ``make speed``.

1. ``xcheck run seeds/`` against a bare script that imports spaCy, loads the same model and parses the same two
   files. To reach: at most 1.5.
2. The extraction of claims, without the parse, against the parse alone. To reach: at most 0.35.
3. ``xcheck check`` of one draft of 800 words against five sources whose claims are kept from an earlier run, against
   ``python -c "import typer, pydantic, rapidfuzz"`` and a bare script that parses the draft. To reach: at most 1.6,
   for a draft that has changed since (it is parsed) and for one that has not.

Each figure is the ratio of the fastest of several runs, taken in turn: what other work the machine does only adds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from xcheck.claims import extract
from xcheck.ingest.collect import collect
from xcheck.language.analysis import analyse
from xcheck.language.pipeline import load, model_name

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
XCHECK = [sys.executable, "-m", "xcheck", "run", str(SEEDS), "--no-cache", "--format", "json"]
IMPORTS = [sys.executable, "-c", "import typer, pydantic, rapidfuzz"]
BARE = """
import spacy
from pathlib import Path
nlp = spacy.load({model!r})
texts = [p.read_text(encoding="utf-8") for p in sorted(Path({folder!r}).glob({pattern!r}))]
assert all(len(doc) for doc in nlp.pipe(texts))
"""
DRAFT_WORDS = 800
# A compiled module is part of every installation: without this, what is measured is Python's compiler.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Prints the ratios."""
    parser = argparse.ArgumentParser(description="Times xcheck against the bare parser.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run (default: 5)")
    rounds = parser.parse_args().rounds
    whole, bare = fastest([lambda: process(XCHECK), lambda: process(parsing(SEEDS, "*"))], rounds)
    print(f"xcheck run seeds/  {whole:.2f} s; bare parse {bare:.2f} s; ratio {whole / bare:.2f} (to reach: 1.5)")
    documents, _ = collect([SEEDS])
    load(model_name())
    analysed = analyse(documents)
    claims, parse = fastest([lambda: [extract.claims(a) for a in analysed], lambda: analyse(documents)], rounds)
    print(f"claims of seeds/   {claims:.2f} s; parse {parse:.2f} s; ratio {claims / parse:.2f} (to reach: 0.35)")
    with tempfile.TemporaryDirectory() as folder:
        checks(Path(folder), rounds)


def checks(desk: Path, rounds: int) -> None:
    """Prints the ratios of a check whose caches are filled, in the folder ``desk``."""
    draft = newsroom(desk)
    check = [sys.executable, "-m", "xcheck", "check", draft.name, "--against", "sources", "--isolated", "--exit-zero"]
    edits = count(1)

    def edited() -> None:
        draft.write_text(f"{draft.read_text(encoding='utf-8')}\nEdit {next(edits)} of the draft.\n", encoding="utf-8")
        process(check, desk)

    process(check, desk)
    works = [lambda: process(IMPORTS), lambda: process(parsing(desk, draft.name)), lambda: process(check, desk), edited]
    imports, parse, kept, anew = fastest(works, rounds)
    for what, taken in (("kept", kept), ("edited", anew)):
        floor = f"imports {imports:.2f} s, parse {parse:.2f} s"
        print(f"check, draft {what:<6} {taken:.2f} s; {floor}; ratio {taken / (imports + parse):.2f} (to reach: 1.6)")


def newsroom(desk: Path) -> Path:
    """A draft of some 800 words, the longer seed's beginning, and five sources of what the seeds have besides."""
    lengths = sorted(((len(words(p)), p) for p in SEEDS.iterdir()), reverse=True)
    long, short = (lines(path) for _, path in lengths)
    at = next(i for i in range(len(long)) if sum(len(line.split()) for line in long[:i]) >= DRAFT_WORDS - 50)
    half = len(short) // 2
    sources = [short, short[:half], short[half:], long[at:], [*long[at:], *short[half:]]]
    (desk / "sources").mkdir()
    for number, source in enumerate(sources):
        (desk / "sources" / f"{number}.txt").write_text("\n".join(source), encoding="utf-8")
    draft = desk / "draft.txt"
    draft.write_text("\n".join(long[:at]), encoding="utf-8")
    return draft


def words(path: Path) -> list[str]:
    """The words of a file."""
    return path.read_text(encoding="utf-8").split()


def lines(path: Path) -> list[str]:
    """The lines of a file that are not blank."""
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def parsing(folder: Path, pattern: str) -> list[str]:
    """The command that loads the parser and parses some files, and does nothing else."""
    return [sys.executable, "-c", BARE.format(model=model_name(), folder=str(folder), pattern=pattern)]


def process(command: Sequence[str], folder: Path | None = None) -> None:
    """Runs a command to its end. Raises CalledProcessError where it fails."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=ENVIRONMENT)


def fastest(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
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
