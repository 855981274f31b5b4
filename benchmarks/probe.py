"""How many of our own rows of one source and one draft are flagged: ``python benchmarks/probe.py [--errors] [ROWS]``.

A row is an invented source, a draft of one sentence or two, and whether the draft goes beyond or against the source
(``flag``) or not (``ok``). Prints caught and false alarms by type; with ``--errors`` each row that came out wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import xcheck

_OWN = Path(__file__).with_name("probe.jsonl")
_FLAGS = ("divergence", "extrapolation")

Row = Mapping[str, str]


def found(row: Row) -> list[str]:
    """The rules that flag a row."""
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    source = xcheck.Document.from_text(row["source"], name="source", published=published)
    draft = xcheck.Document.from_text(row["draft"], name="draft", published=published)
    return [f.rule for f in xcheck.check(draft, against=[source]).findings if f.kind in _FLAGS]


def measure(rows: Iterable[Row], *, errors: bool) -> None:
    """Prints a line for each type, and one for all."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in rows:
        rules, wanted = found(row), row["gold"] == "flag"
        for name in (row["type"], "all"):
            counts[name][0 if wanted else 2] += bool(rules)
            counts[name][1 if wanted else 3] += 1
        if errors and bool(rules) != wanted:
            print(
                row["id"], "missed" if wanted else f"false: {', '.join(rules)}", row["source"], row["draft"], sep="\n  "
            )
    for name, (caught, bad, false, good) in sorted(counts.items(), key=lambda c: (c[0] == "all", c[0])):
        print(f"{name:22} caught {caught:>3} of {bad:>3}   false {false:>3} of {good:>3}")


def main() -> None:
    """Measures the rows of a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=Path, default=_OWN)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    lines = given.rows.read_text(encoding="utf-8").splitlines()
    measure((json.loads(line) for line in lines), errors=given.errors)


if __name__ == "__main__":
    main()
