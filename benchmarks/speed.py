"""How long xcheck takes against the least that it could take. Run by hand: ``make speed``.

1. ``xcheck run seeds/`` against a bare script that imports spaCy, loads the same model and parses the same two
   files. To reach: at most 2.6; 2.0 without the judge; 0.8 where all is kept from an earlier run.
2. The extraction of claims, without the parse, against the parse alone. To reach: at most 0.35.
3. ``xcheck check`` of one draft of 800 words against five sources whose claims are kept from an earlier run, against
   ``python -c "import typer, pydantic, rapidfuzz"`` and a bare script that parses the draft. To reach: at most 1.6,
   for a draft that has changed since (it is parsed) and for one that has not.
4. Alignment, comparison and rules of a pair together, against the parse of its articles: at most 0.5. What the sentence
   vectors add is beside it, and how much of all that comes after the claims is the judge's reading.
5. The same for stories of 2, 10, 30 and 50 articles of 800 words, and the pairs of sentences that are compared: they
   grow far slower than the square of the articles.

Each figure is the ratio of the fastest of several runs, taken in turn: what other work the machine does only adds.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from story import story
from xcheck.alignment.origins import origins
from xcheck.alignment.readings import with_readings
from xcheck.alignment.sentences import sentences
from xcheck.alignment.story import align_story
from xcheck.alignment.vectors import embed
from xcheck.claims import extract
from xcheck.comparison.cases.story import story_cases
from xcheck.engine.load import load_rules
from xcheck.engine.run import findings, held_back
from xcheck.ingest.collect import collect
from xcheck.ingest.layout import recognise
from xcheck.judge import model as judge
from xcheck.nlp.analysis import analyse
from xcheck.nlp.pipeline import load, model_name
from xcheck.records.document import Document

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
WARM = [sys.executable, "-m", "xcheck", "run", str(SEEDS), "--format", "json"]
COLD = [*WARM, "--no-cache"]
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
    with tempfile.TemporaryDirectory() as folder:
        ENVIRONMENT["XCHECK_CACHE_DIR"] = folder
        measured(rounds)


def measured(rounds: int) -> None:
    """Prints all ratios; the cache is empty at first."""
    process(WARM)
    commands = [parsing(SEEDS, "*"), COLD, [*COLD, "--no-judge"], WARM]
    bare, *taken = fastest([partial(process, command) for command in commands], rounds)
    print(f"bare parse of seeds/  {bare:.2f} s")
    for what, seconds, reach in zip(("with the judge", "without it", "warm"), taken, (2.6, 2.0, 0.8), strict=True):
        print(f"xcheck run, {what:<15} {seconds:.2f} s; ratio {seconds / bare:.2f} (to reach: {reach})", flush=True)
    documents, _ = collect([SEEDS])
    load(model_name())
    analysed = analyse(documents)
    claims, parse = fastest([lambda: [extract.claims(a) for a in analysed], lambda: analyse(documents)], rounds)
    print(f"claims of seeds/   {claims:.2f} s; parse {parse:.2f} s; ratio {claims / parse:.2f} (to reach: 0.35)")
    with tempfile.TemporaryDirectory() as folder:
        checks(Path(folder), rounds)
    compared("seeds/", documents, rounds)
    for articles in (2, 10, 30, 50):
        compared(f"{articles} articles", story(articles, DRAFT_WORDS), rounds if articles < 10 else 1)


def compared(what: str, documents: Sequence[Document], rounds: int) -> None:
    """Prints what it takes to compare articles, step by step, and how many pairs of sentences are compared."""
    documents = [recognise(d) for d in documents]
    found = [extract.claims(a) for a in analyse(documents)]
    sides = [sentences(own) for own in found]
    vectors = [embed([s.span.text for s in side]) for side in sides]
    names, rules = [d.id for d in documents], load_rules()
    paired = align_story(sides, vectors)
    aligned = with_readings(paired, judge.read)
    spoken = [*dict.fromkeys(c.sentence.text for own in found for c in own if c.attribution is None)]
    heard = dict(zip(spoken, judge.voices(spoken), strict=True))
    cases = [*story_cases(found, aligned, [*origins(documents).values()], heard)]
    works = [
        lambda: analyse(documents),
        lambda: [embed([s.span.text for s in side]) for side in sides],
        lambda: align_story(sides, vectors),
        lambda: [*story_cases(found, aligned, [*origins(documents).values()], heard)],
        lambda: (with_readings(paired, judge.read), judge.voices(spoken)),
        lambda: (findings(rules, cases, names), held_back(rules, cases)),
    ]
    gc.disable()  # as the comparison has it
    parse, embedding, *steps = fastest(works, rounds)
    gc.enable()
    named = zip(("alignment", "comparison", "judge", "rules"), steps, strict=True)
    judged = steps[2] / (embedding + sum(steps))
    told = ", ".join(f"{name} {taken:.2f} s" for name, taken in named)
    pairs = sum(len(a.pairs) for a in aligned.values())
    print(
        f"{what:<12} {pairs:>6} pairs of sentences; {told}; parse {parse:.2f} s; ratio {sum(steps) / parse:.2f}"
        f" (to reach for a pair: 0.5); vectors {embedding:.2f} s; the judge's share {judged:.2f}",
        flush=True,
    )


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
