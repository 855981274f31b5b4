"""Save the JSON reports of seeds/ and of each folder of benchmarks/pairs: ``python benchmarks/reports.py FOLDER``.

A change that is to alter no finding is tried so: save before it and after it, then ``diff -r``. Beside the pairs stand
all articles of benchmarks/pairs as one pile, and an invented story of 6 articles, each with the judge and without.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import xcheck
from newsroom import articles
from xcheck.ingest.collect import collect
from xcheck.records.document import Document
from xcheck.reports import json

_PROJECT = Path(__file__).resolve().parents[1]


def piles() -> Iterator[tuple[str, Sequence[Document]]]:
    """The articles that are compared with each other, by a name."""
    for folder in [_PROJECT / "seeds", *sorted((_PROJECT / "benchmarks" / "pairs").iterdir())]:
        yield folder.name, collect([folder])[0]
    yield "all-pairs", collect([_PROJECT / "benchmarks" / "pairs"])[0]
    yield "story", articles(6, 300)


def main() -> None:
    """Writes a file for each pile."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, documents in piles():
        for judged in (True, False):
            report = xcheck.compare(documents, judged=judged, least=0.0 if name == "story" else 0.5)
            path = folder / f"{name}{'' if judged else '-no-judge'}.json"
            path.write_text(json.render(report), encoding="utf-8")


if __name__ == "__main__":
    main()
