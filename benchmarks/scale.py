"""What a corpus costs: rate and memory of ``xcheck corpus run``, how both grow, and the bill of a million articles.

    python benchmarks/scale.py                                # 1,000 and 10,000 articles, one worker and two
    python benchmarks/scale.py --sizes 50 100 --workers 1 2   # smaller, on a machine that has else to do

The articles are invented: four templates, recombined with other towns, people and figures. Four tell one story each, so
that the work of comparing grows with the articles, as it does in a crawl. Each run is a process of its own, and so is
each of its workers; their memory is the most that /proc tells of them (``VmHWM``).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time as clock
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_SYLLABLES = (
    "al",
    "ber",
    "cor",
    "den",
    "el",
    "fen",
    "gar",
    "hol",
    "is",
    "kel",
    "lor",
    "mar",
    "nor",
    "os",
    "pen",
    "ros",
)
_MILLION = 1_000_000
_TOLD_BY = 4  # articles of a story

_TEMPLATES = (
    """{Town} factory to close

The {maker} works in {Town} will close on {day} March with the loss of {many} jobs, {boss} said on Tuesday.

{boss}, who has run the works for {few} years, said that orders from {Other} had fallen by {share} per cent.

The union's officer {rep} called it “a black day for {Town}” and asked for talks.

{maker} began to make pumps in {Town} in {year}. Some {part} of its people could move to {Other}, it was said.
""",
    """Flood cuts off {Town}

The river broke its banks at {Town} on {day} March and drove {many} people from their homes, {rep} said.

{rep}, who leads the rescue, said that {few} people were hurt and that the bridge to {Other} was gone.

The mayor, {boss}, put the damage at {share} million euros.

It was the worst flood in {Town} since {year}. The {maker} mill gave shelter to {part} people.
""",
    """{boss} wins in {Town}

{boss} has won the vote for mayor of {Town} with {share} per cent, the returning officer {rep} said.

{rep} said that {many} ballots were cast on {day} March and that {part} were void.

{boss} ran the {maker} brewery for {few} years. The brewer promised a tram to {Other}.

The last mayor of {Town} had been in office since {year}.
""",
    """Train off the rails near {Town}

A train from {Other} came off the rails near {Town} on {day} March with {many} people aboard, {rep} said.

{rep}, of the railway police, said that {few} were hurt, none of them badly.

The line belongs to {maker}, whose head {boss} said that it was laid in {year}.

Services are to begin again in {share} days. Some {part} travellers spent the night in {Town}.
""",
)


class Measured(NamedTuple):
    """One run: its articles and workers, its seconds, and the most bytes of memory of a worker and of the driver.

    With one worker the driver does its work itself.
    """

    articles: int
    workers: int
    seconds: float
    memory: int
    driver: int

    @property
    def rate(self) -> float:
        """Articles a second and worker, each of which has a core."""
        return self.articles / self.seconds / self.workers


def articles(count: int) -> Iterator[dict[str, str]]:
    """So many invented articles, four to a story; the four differ in one figure."""
    for number in range(count):
        story, teller = divmod(number, _TOLD_BY)
        title, _, text = _TEMPLATES[story % len(_TEMPLATES)].format(**_facts(story, teller)).partition("\n\n")
        yield {
            "title": title,
            "text": text,
            "date": f"2026-03-{10 + story % 18:02}",
            "url": f"https://paper{teller}.example/{story}",
        }


def _facts(story: int, teller: int) -> dict[str, str | int]:
    return {
        "Town": _name(story, 1) + "ton",
        "Other": _name(story, 2) + "by",
        "maker": _name(story, 3) + " & Sons",
        "boss": f"{_name(story, 4)} {_name(story, 5)}sen",
        "rep": f"{_name(story, 6)} {_name(story, 7)}man",
        "day": 3 + story % 6,
        "many": 200 + story % 700 + (40 if teller == _TOLD_BY - 1 else 0),
        "few": 3 + story % 9,
        "share": 11 + story % 50,
        "part": 20 + story % 60,
        "year": 1890 + story % 100,
    }


def _name(story: int, which: int) -> str:
    """A name that few other stories have."""
    seed = (story * 2654435761 + which * 40503) & 0xFFFFFFFF
    parts = [_SYLLABLES[(seed >> shift) & 15] for shift in (3, 11, 19, 26)]
    return "".join(parts).capitalize()


def measured(count: int, workers: int, folder: Path) -> Measured:
    """Run so many articles through so many workers."""
    source = folder / f"{count}.jsonl"
    source.write_text("".join(json.dumps(a) + "\n" for a in articles(count)), encoding="utf-8")
    command = [sys.executable, "-m", "xcheck", "corpus", "run", str(source), "--jobs", str(workers), "--quiet"]
    start = clock.perf_counter()
    process = subprocess.Popen([*command, "--out", str(folder / f"out-{count}-{workers}")])
    memory: dict[int, int] = {}
    while process.poll() is None:
        for child in _family(process.pid):
            memory[child] = max(memory.get(child, 0), _most(child))
        clock.sleep(0.5)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with {process.returncode}")
    seconds = clock.perf_counter() - start
    own = memory.pop(process.pid, 0)
    return Measured(count, workers, seconds, max(memory.values(), default=own), own)


def _family(pid: int) -> list[int]:
    """A process and all that it has begun, and those in turn."""
    try:
        children = [int(c) for t in Path(f"/proc/{pid}/task").iterdir() for c in (t / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(other for child in children for other in _family(child))]


def _most(pid: int) -> int:
    """The most memory that a process has had, in bytes."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def shown(runs: Sequence[Measured], price: float, machines: int) -> str:
    """What was measured, and what follows for a million articles."""
    lines = ["articles  workers  seconds  articles/s/core  MB a worker  MB of the driver"]
    for r in runs:
        measures = f"{r.seconds:7.0f}  {r.rate:15.3f}  {r.memory / 1e6:11.0f}  {r.driver / 1e6:16.0f}"
        lines.append(f"{r.articles:8,}  {r.workers:7}  {measures}")
    return "\n".join([*lines, *_growth(runs), *_scaling(runs), *_bill(runs, price, machines)])


def _growth(runs: Sequence[Measured]) -> list[str]:
    few, many = (pick(runs, key=lambda r: (r.articles, -r.workers)) for pick in (min, max))
    time = many.seconds * many.workers / (few.seconds * few.workers)
    grown = f"{few.articles:,} → {many.articles:,} articles, {many.workers} worker(s)"
    return [f"{grown}: time × {time:.2f}, memory a worker × {many.memory / few.memory:.2f}"]


def _scaling(runs: Sequence[Measured]) -> list[str]:
    found = []
    for count in sorted({r.articles for r in runs}):
        own = {r.workers: r for r in runs if r.articles == count}
        if 1 in own and 2 in own:
            found.append(f"{count:,} articles, 1 → 2 workers: rate × {own[1].seconds / own[2].seconds:.2f}")
    return found


def _bill(runs: Sequence[Measured], price: float, workers: int) -> list[str]:
    """The core hours at the slowest rate a core of the largest size; starting is in it, so it is an upper bound."""
    largest = max(r.articles for r in runs)
    rate = min(r.rate for r in runs if r.articles == largest)
    hours = _MILLION / rate / 3600
    return [
        f"{_MILLION:,} articles: core hours = 1,000,000 / ({rate:.3f} articles/s/core) / 3,600 = {hours:,.0f}",
        f"time = core hours / workers = {hours:,.0f} / {workers} = {hours / workers:,.1f} hours",
        f"money = core hours × price of one = {hours:,.0f} × {price:.3f} = {hours * price:,.0f} dollars",
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="numbers of articles")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="numbers of workers")
    parser.add_argument("--price", type=float, default=0.04, help="dollars for an hour of a core")
    parser.add_argument("--cluster", type=int, default=100, help="workers for which the time is told")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = [measured(count, workers, Path(folder)) for count in given.sizes for workers in given.workers]
    print(shown(runs, given.price, given.cluster))


if __name__ == "__main__":
    main()
