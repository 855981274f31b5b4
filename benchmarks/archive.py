"""What an archive adds to a check, by the number of stored articles; and what it costs to add and to search.

    python benchmarks/archive.py [--articles 1000,100000] [--folder DIR] [--rounds 5]

``archive_articles.py`` fills the archive: a hundred articles are parsed, the others are variants of them. A draft of
one of the stories is checked twice: against the archive, and against the very articles that the archive recalls, as
files whose claims are in the cache. What the first takes more is what the archive adds. Each check is measured in a
process of its own (``xcheck check``), and within one process that goes on (as the desk and editors do). Times are
medians of some rounds, of the processor and, in brackets, of the clock; the two kinds of check take turns. ``cold`` is
the first search after the system has forgotten the archive's file.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from archive_articles import EACH, Base, Change, bases, fill, variant
from xcheck import api
from xcheck.archive.recalling import Recalled, Wanted, recall
from xcheck.archive.records import Extracted, read_document
from xcheck.archive.schema import FILE
from xcheck.archive.searching import Period, search
from xcheck.archive.store import Store, opened
from xcheck.cache import Cache, reader
from xcheck.drafts.binding import Bound
from xcheck.ingest.layout import recognise
from xcheck.nlp.pipeline import model_name
from xcheck.options import Options
from xcheck.records.document import Document

_STORY = 101  # that the draft is about
_LIMIT = 8  # articles that a check recalls
_FIGURE = re.compile(r"\b\d{3}\b")


class Times(NamedTuple):
    """Seconds of the processor and of the clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        """Show both."""
        return f"{self.processor:.2f} s ({self.clock:.2f} s)"

    def over(self, other: Times) -> str:
        """Tell how much more this is than another, and how many times as much."""
        more = Times(self.processor - other.processor, self.clock - other.clock)
        return f"+{more}, {self.processor / other.processor:.2f} times ({self.clock / other.clock:.2f})"


def drafted(read: Sequence[Base]) -> Document:
    """A draft of a story: what an article of it says, with other figures."""
    number = _STORY * EACH
    one = variant(read[number % len(read)], number, Change(_STORY))
    stored = read_document(one.content.document, "draft.txt")
    text = _FIGURE.sub(lambda found: str(int(found.group()) % 899 + 101), stored.text)
    return Document.from_text(text, name="draft.txt", published=stored.published)


def turns(rounds: int, *works: Callable[[], object]) -> list[Times]:
    """Do several things by turns; give the median times of each."""
    took: list[list[Times]] = [[] for _ in works]
    for _ in range(rounds):
        for work, own in zip(works, took, strict=True):
            before, began = _processor(), time.perf_counter()
            work()
            own.append(Times(_processor() - before, time.perf_counter() - began))
    return [Times(*(statistics.median(t) for t in zip(*own, strict=True))) for own in took]


def _processor() -> float:
    """Seconds of the processor that this process and its children have taken."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


class Desk:
    """A draft, and the archive that it is checked against."""

    def __init__(self, folder: Path, draft: Document, store: Store) -> None:
        """Recall what the archive has on the draft, and write it to files."""
        self.folder, self.draft, self.store = folder, draft, store
        self.options = Options(cache=Cache(folder / "cache"))
        self.own = api.extract([draft], self.options)[draft.id]
        self.found = self.recalled()
        (folder / "files").mkdir(exist_ok=True)
        (folder / draft.path).write_text(draft.text, encoding="utf-8")
        for old in (folder / "files").iterdir():
            old.unlink()
        for i, one in enumerate(self.found):
            (folder / "files" / f"{i}.txt").write_text(one.document.text, encoding="utf-8")

    def recalled(self) -> list[Recalled]:
        """Recall the stored articles that speak of what the draft says."""
        wanted = Wanted(Period(), _LIMIT, reader(model_name(None)))
        return recall(self.store, self.draft, self.own, wanted)

    def against_archive(self) -> object:
        """Check the draft against the archive, in this process."""
        found = self.recalled()
        extracted: dict[str, Extracted] = {r.document.id: r.extracted for r in found if r.extracted}
        options = Options(cache=self.options.cache, extracted=extracted, stored=frozenset(extracted))
        return api.check_drafts([Bound(self.draft, tuple(r.document for r in found))], options)

    def against_files(self) -> object:
        """Check the draft against the same articles without the archive, in this process."""
        return api.check_drafts([Bound(self.draft, tuple(r.document for r in self.found))], self.options)

    def command(self, *arguments: str) -> None:
        """Check the draft in a process of its own."""
        day = str(self.draft.published or date.min)
        command = [sys.executable, "-m", "xcheck", "check", self.draft.path, *arguments]
        subprocess.run(
            [*command, "--published", day, "--isolated", "--exit-zero", "--quiet", "--output", "json=report.json"],
            cwd=self.folder,
            env=os.environ | {"XCHECK_CACHE_DIR": str(self.folder / "cache")},
            check=True,
        )

    def forgotten(self) -> Times:
        """Recall after the system has forgotten the archive's file."""
        with (self.store.folder / FILE).open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        with opened(self.store.folder) as store:
            self.store, warm = store, self.store
            (took,) = turns(1, self.recalled)
            self.store = warm
        return took


def measured(desk: Desk, rounds: int) -> Iterator[str]:
    """The figures of one size."""
    cold = desk.forgotten()
    archive, files = ("--archive", "archive"), ("--against", "files")
    for work in (desk.against_archive, desk.against_files):
        work()
    for given in (archive, files):
        desk.command(*given)
    whole, without, recalling = turns(rounds, desk.against_archive, desk.against_files, desk.recalled)
    yield f"  in one process: {whole} against {without}: {whole.over(without)}"
    yield f"  of which to recall: {recalling}; cold {cold}"
    whole, without = turns(rounds, lambda: desk.command(*archive), lambda: desk.command(*files))
    yield f"  a process each: {whole} against {without}: {whole.over(without)}"
    words = [recognise(desk.draft).text.split()[1], "said"]
    (found,) = turns(rounds, lambda: search(desk.store, words, None, Period(), 20))
    yield f"  search for {' '.join(words)}: {found}; recalled {', '.join(r.entry.name for r in desk.found)}"


def main() -> None:
    """Measure the sizes that are asked for."""
    parser = argparse.ArgumentParser(description="Measures what an archive adds to a check.")
    parser.add_argument("--articles", default="1000,100000")
    parser.add_argument("--folder", type=Path, help="keep the archive here, to go on with")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or Path(passing)
        read = bases(Cache(folder / "cache"))
        for size in map(int, given.articles.split(",")):
            with opened(folder / "archive", make=True) as store:
                (there,) = store.db.execute("SELECT count(*) FROM article").fetchone()
                (took,) = turns(1, lambda: fill(store, read, range(there, size)))  # noqa: B023 - done at once
                megabytes = (folder / "archive" / FILE).stat().st_size / 1e6
                rate = (size - there) / took.processor if size > there else 0
                print(f"{size:,} articles: {megabytes:.0f} MB; {rate:.0f} added a second of the processor", flush=True)
                for line in measured(Desk(folder, drafted(read), store), given.rounds):
                    print(line, flush=True)


if __name__ == "__main__":
    main()
