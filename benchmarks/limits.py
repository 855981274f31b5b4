"""What the largest and the most hostile inputs cost, each in a process of its own. Run by hand: ``make limits``.

Every input keeps the limits of ``docs/limits.md``, or is refused by one of them. Told are the seconds of processor
time, of which a bare parse of the same texts takes so many, and the largest memory, in GB: at most 1.5.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from xcheck.ingest.reading import LARGEST_TEXT
from xcheck.nlp.pipeline import model_name

XCHECK = "from xcheck.__main__ import start; start()"
BARE = """
import spacy, sys
from pathlib import Path
texts = [line for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").split("\\n")]
assert all(len(doc) >= 0 for doc in spacy.load({model!r}).pipe(texts, batch_size=50))
"""
WHO = ["Ada Lunde", "Bo Ek", "Velmouth", "Tarn Bay", "the Harbour Union", "Corvale Port Authority", "Roe"]
DID = ["closed", "opened", "moved", "hurt", "told", "met", "raised", "sold", "bought", "fined", "built", "lost"]
WHAT = ["council", "mayor", "wall", "road", "house", "bridge", "school", "court", "ferry", "budget", "vote", "family"]
REPEATED = "The bridge at Tolmouth carried {} lorries on Monday, the guard said."


def news(seed: int, size: int, *, wide: bool) -> str:
    """A text of at most so many characters in invented sentences of 100 and more, in paragraphs of four or in one."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    told: list[str] = []
    length = 0
    while True:
        what = f"{draw.choice(WHO)} {draw.choice(DID)} {draw.randint(2, 900)} {draw.choice(WHAT)}s"
        then = f"after the {draw.choice(WHAT)} {draw.choice(DID)} the {draw.choice(WHAT)}"
        one = f"{what} {then}, the inspector of the northern district wrote in a report on Monday."
        length += len(one) + len("\n\n")
        if length > size:
            break
        told.append(one)
    step = len(told) if wide else 4
    return "\n\n".join(" ".join(told[n : n + step]) for n in range(0, len(told), step))


def both(text: Callable[[str], str]) -> tuple[str, str]:
    """The same text of two people."""
    return text("Ada Lunde"), text("Bo Ek")


def inputs() -> dict[str, tuple[str, str]]:
    """The texts of two articles each, by name."""
    return {
        "an article of 1,000 words": (news(1, 6_000, wide=False), news(2, 6_000, wide=False)),
        "the longest text": (news(1, LARGEST_TEXT, wide=False), news(2, LARGEST_TEXT, wide=False)),
        "the longest text, one line": (news(1, LARGEST_TEXT, wide=True), news(2, LARGEST_TEXT, wide=True)),
        "one sentence 1,000 times": ((REPEATED.format(40) + " ") * 1000, (REPEATED.format(60) + "\n\n") * 1000),
        "“that she said” 500 times": both(lambda who: f"{who} said {'that she said ' * 500}the wall fell."),
        "1,250 quotations": both(lambda who: "\n\n".join(f"“It fell on day {n},” said {who}." for n in range(1250))),
        "4,000 numbers": both(lambda who: f"{who} lists {', '.join(str(len(who) + n) for n in range(4000))} houses."),
        "16,000 blanks": both(lambda who: f"Wall falls\n\nUpdated{' ' * 16_000}\n\n{who} said that the wall fell."),
    }


def main() -> None:
    """Print a line for each input and command."""
    parser = argparse.ArgumentParser(description="Measures the largest and the most hostile inputs.")
    parser.add_argument("only", nargs="*", help="words that the names of the inputs have")
    only = parser.parse_args().only
    print("| input | command | seconds | bare parse | GB |\n| --- | --- | --- | --- | --- |")
    for name, texts in inputs().items():
        if all(word in name for word in only):
            with tempfile.TemporaryDirectory() as folder:
                told(name, texts, Path(folder))


def told(name: str, texts: tuple[str, str], folder: Path) -> None:
    """Print what the texts cost in a run and in a check."""
    for file, text in zip("ab", texts, strict=True):
        (folder / f"{file}.txt").write_text(text, encoding="utf-8")
    names = ["a.txt", "b.txt"]
    parse, _ = cost(folder, BARE.format(model=model_name()), names)
    run = ["run", *names, "--no-cache", "--format", "csv", "--isolated"]
    check = ["check", "a.txt", "--against", "b.txt", "--no-cache", "--exit-zero", "--format", "csv", "--isolated"]
    for command in (run, check):
        seconds, memory = cost(folder, XCHECK, command)
        print(f"| {name} | `{command[0]}` | {seconds:.1f} | {parse:.1f} | {memory:.2f} |", flush=True)


def cost(folder: Path, code: str, arguments: list[str]) -> tuple[float, float]:
    """The processor seconds and the largest memory, in GB, of a Python program and the processes that it starts."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(writing, 2)
        os.execv(sys.executable, [sys.executable, "-c", code, *arguments])  # noqa: S606 - this interpreter
    os.close(writing)
    with os.fdopen(reading) as errors:
        said = errors.read()
    _, status, used = os.wait4(child, 0)
    if status:
        print(
            f"  {' '.join(arguments)} left with {os.waitstatus_to_exitcode(status)}: {said.strip()[-200:]}", flush=True
        )
    unit = 1e9 if sys.platform == "darwin" else 1e6
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit


if __name__ == "__main__":
    main()
