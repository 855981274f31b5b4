"""How the grouping of a corpus grows, which is the one step that goes over all articles at once.

    python benchmarks/grouping.py 1000 10000

The articles are those of benchmarks/scale.py. Only their marks are made, which is soon done, so that ten thousand take
minutes. Each size is a process of its own; its processor time is that of the grouping alone.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time as clock
from collections.abc import Iterator
from multiprocessing import get_context
from typing import Any

from recombined import articles
from xcheck.corpus import documents, marked
from xcheck.corpus.engine import started
from xcheck.corpus.grouping import Grouping
from xcheck.corpus.plan import Plan
from xcheck.corpus.raw import MOST, Raw
from xcheck.corpus.store import Store
from xcheck.errors import InputError


def _marks(count: int) -> Iterator[dict[str, Any]]:
    """The marks of so many articles, less those that are taken for another language."""
    for number, one in enumerate(articles(count)):
        raw = Raw(name=f"{number:06}", path=one["url"], data=one["text"].encode(), title=one["title"])
        try:
            yield {**marked.row(documents.document(raw)), "digest": "d", "partition": "p"}
        except InputError:
            continue


def grouped(count: int) -> str:
    """What the grouping of so many articles takes."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(Store(folder), "code")
        marks = [*_marks(count)]
        names = [str(place) for place in range(0, len(marks), MOST)]
        for name in names:
            plan.keep("marks", name, [marks[int(name) : int(name) + MOST]])
        start = clock.process_time()
        found = Grouping(started(1, None), plan.store).stories(names, count)
        seconds = clock.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return f"{count:8,}  {len(found):7,}  {seconds:9.1f}  {memory:6.0f}"


def main() -> None:
    """Measure and print."""
    print("articles  stories  processor      MB")
    for count in map(int, sys.argv[1:] or ["1000", "10000"]):
        with get_context("spawn").Pool(1) as pool:
            print(pool.apply(grouped, (count,)), flush=True)


if __name__ == "__main__":
    main()
