"""What a corpus costs: rate and memory of ``xcheck corpus run``, how both grow, and the bill of a million articles.

    python benchmarks/scale.py                             # 1,000 and 10,000 articles; 300 with one worker and with two
    python benchmarks/scale.py --sizes 60 600 --against 60 # smaller, on a machine that has else to do

The articles are sentences of real ones in new company (benchmarks/recombined.py), four to a story. The sizes run with
the most workers. A run is a process, and each of its workers one or two more. Their memory is what /proc tells twice a
second (``VmRSS``): the most that all of them had at one time, shared out among the workers. ``processor`` is the
processor time of all of them together, in seconds. It depends less than ``seconds`` on what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time as clock
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from recombined import FOLDERS, articles

_MILLION = 1_000_000


class Measured(NamedTuple):
    """One run: its articles and workers, and what it took.

    ``seconds`` are those of the clock, ``processor`` those of all processes together; ``memory`` and ``driver`` are the
    most bytes that the processes of a worker, on the mean, and the driver had at one time; ``load`` is that of the
    machine over the last minute of the run, its own part with it.
    """

    articles: int
    workers: int
    seconds: float
    processor: float
    memory: int
    driver: int
    load: float

    @property
    def rate(self) -> float:
        """Articles a second of a core that does nothing else."""
        return self.articles / self.processor


def measured(source: Path, count: int, workers: int) -> Measured:
    """Run a file of so many articles through so many workers."""
    command = [sys.executable, "-m", "xcheck", "corpus", "run", str(source), "--jobs", str(workers), "--quiet"]
    start = clock.perf_counter()
    pid = subprocess.Popen([*command, "--out", f"{source}-{workers}"]).pid
    driver = most = 0
    processor: dict[int, float] = {}
    while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
        family = _family(pid)
        driver = max(driver, _held(pid))
        most = max(most, sum(map(_held, family[1:])))
        processor |= {child: max(processor.get(child, 0.0), _used(child)) for child in family}
        clock.sleep(0.5)
    if ended[1]:
        sys.exit(f"{' '.join(command)} failed with {os.waitstatus_to_exitcode(ended[1])}")
    seconds = clock.perf_counter() - start
    used = sum(processor.values())
    return Measured(count, workers, seconds, used, most // workers, driver, os.getloadavg()[0])


def _family(pid: int) -> list[int]:
    """A process and all that it has begun, and those in turn."""
    try:
        children = [int(c) for t in Path(f"/proc/{pid}/task").iterdir() for c in (t / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(other for child in children for other in _family(child))]


def _held(pid: int) -> int:
    """The memory that a process has now, in bytes."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def _used(pid: int) -> float:
    """The processor time that a process has used, in seconds."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row(run: Measured) -> str:
    """What one run took, under ``HEAD``."""
    rate = f"{run.articles / run.seconds:10.2f}  {run.rate:15.3f}"
    memory = f"{run.memory / 1e6:11.0f}  {run.driver / 1e6:16.0f}"
    times = f"{run.seconds:7.0f}  {run.processor:9.0f}"
    return f"{run.articles:8,}  {run.workers:7}  {times}  {rate}  {memory}  {run.load:4.1f}"


HEAD = "articles  workers  seconds  processor  articles/s  articles/s/core  MB a worker  MB of the driver  load"


def growth(runs: Sequence[Measured]) -> str:
    """How time and memory grow from the fewest to the most articles."""
    few, many = min(runs), max(runs)
    times = f"seconds × {many.seconds / few.seconds:.2f}, processor × {many.processor / few.processor:.2f}"
    memory = f"memory a worker × {many.memory / few.memory:.2f}"
    return f"{few.articles:,} → {many.articles:,} articles, {many.workers} worker(s): {times}, {memory}"


def scaling(runs: Sequence[Measured]) -> Iterator[str]:
    """How many times the rate more workers reach, and what more of the processors they use."""
    one, *more = sorted(runs)
    for run in more:
        times = f"rate × {one.seconds / run.seconds:.2f}, processor × {run.processor / one.processor:.2f}"
        yield f"{one.articles:,} articles, {one.workers} → {run.workers} workers: {times}"


def bill(runs: Sequence[Measured], price: float, workers: int) -> Iterator[str]:
    """The core hours at the rate a core of the largest size; starting is in it, so it is an upper bound."""
    rate = max(runs).rate
    hours = _MILLION / rate / 3600
    yield f"{_MILLION:,} articles: core hours = 1,000,000 / ({rate:.3f} articles/s/core) / 3,600 = {hours:,.0f}"
    yield f"time = core hours / workers = {hours:,.0f} / {workers} = {hours / workers:,.1f} hours"
    yield f"money = core hours × price of one = {hours:,.0f} × {price:.3f} = {hours * price:,.0f} dollars"


def measurements(
    counts: Sequence[int], workers: Sequence[int], real: Sequence[Path], sentences: int
) -> Iterator[Measured]:
    """Run each number of articles with each number of workers, and print what each run took."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            made = [*articles(count, real, sentences)]
            source = Path(folder) / f"{count}.jsonl"
            source.write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")
            words = sum(len(one["text"].split()) for one in made) / count
            print(f"{count:,} articles of {words:.0f} words\n{HEAD}", flush=True)
            for number in workers:
                run = measured(source, count, number)
                print(row(run), flush=True)
                yield run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="numbers of articles")
    parser.add_argument("--against", type=int, default=300, help="articles for each number of workers; 0 for none")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="numbers of workers")
    parser.add_argument("--sentences", type=int, default=3, help="sentences of an article")
    parser.add_argument("--real", type=Path, nargs="+", default=FOLDERS, help="folders of the articles to recombine")
    parser.add_argument("--price", type=float, default=0.04, help="dollars for an hour of a core")
    parser.add_argument("--cluster", type=int, default=100, help="workers for which the time is told")
    given = parser.parse_args()
    if given.against:
        print(*scaling([*measurements([given.against], given.workers, given.real, given.sentences)]), sep="\n")
    sized = [*measurements(given.sizes, [max(given.workers)], given.real, given.sentences)]
    print(growth(sized), *bill(sized, given.price, given.cluster), sep="\n")


if __name__ == "__main__":
    main()
