"""How many own-voice remarks are told from reporting: ``python benchmarks/stances.py [--errors] [ROWS]``.

A row is one invented news sentence and its kind: a forecast, speculation, generalisation, motive, consequence or
evaluation in the article's own voice, or ``none``. Each is held against an article that has nothing to do with it.
Prints caught and false alarms by kind; with ``--errors`` each sentence that came out wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import xcheck

_OWN = Path(__file__).with_name("stances.jsonl")
_OTHER = xcheck.Document.from_text("The bakery in the lane sells rolls.", name="other")

Row = Mapping[str, str]


def found(row: Row) -> list[str]:
    """The rules of extrapolation that flag a row's sentence."""
    document = xcheck.Document.from_text(row["text"], name="sentence")
    return [f.rule for f in xcheck.compare([document, _OTHER]).findings if f.kind == "extrapolation"]


def main() -> None:
    """Measures the rows of a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=Path, default=_OWN)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for line in given.rows.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rules = found(row)
        for kind in (row["kind"], *(["all stances"] if row["kind"] != "none" else [])):
            counts[kind][0] += bool(rules)
            counts[kind][1] += 1
        if given.errors and bool(rules) == (row["kind"] == "none"):
            print(row["kind"], ", ".join(rules) or "missed", row["text"], sep="\n  ")
    for kind, (flagged, rows) in sorted(counts.items()):
        print(f"{kind:15} flagged {flagged:>3} of {rows:>3}")


if __name__ == "__main__":
    main()
