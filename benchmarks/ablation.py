"""What each rule, gate, slot and feature of the alignment adds to the figures on gold pairs: the loss without it.

    python benchmarks/ablation.py PAIRS_DIR... [--only rules|gates|slots|features]

Each PAIRS_DIR holds folders with ``a.txt``, ``b.txt`` and ``gold.json``. Every article is parsed and embedded once. A
rule is left out with its findings, a gate by opening it for every rule, a slot with its comparator (what would turn on
it is then not compared), a feature by fitting the alignment without it, on these pairs. The first line of a table has
the figures with all; each other line tells how much they fall (a minus: rise) without the thing named, the gravest loss
first. A finding meets a relation of the gold when kind and passages agree: half of the gold span, or half of a passage
of at most 600 characters, in every article that has one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from fit_alignment import fit, rows
from xcheck.alignment import match
from xcheck.alignment.features import FEATURES
from xcheck.alignment.vectors import Vectors
from xcheck.api import compare
from xcheck.cache import Cache
from xcheck.comparison import compare as comparison
from xcheck.engine.facts import GATES, SLOTS
from xcheck.engine.load import load_rules
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.records.finding import Finding
from xcheck.records.rule import Rule
from xcheck.resources import forget_results

KINDS = ("agreement", "divergence", "extrapolation")
LONGEST = 600
Spans = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Kept(Cache):
    """A cache in memory: the claims of each document, the vector of each sentence."""

    folder: Path = Path()
    claims_of: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    vector_of: dict[str, Vectors] = field(default_factory=dict)

    def entry(self, key: str, read: Any) -> None:
        """Nothing is on the disk."""

    def keep(self, entries: Mapping[str, Any], write: Callable[[Any], bytes]) -> None:
        """Nothing goes to the disk."""

    def claims(self, documents: Sequence[Document], model: str, extract: Any) -> list[tuple[Claim, ...]]:
        """The claims of each document, read where they are not known yet."""
        names = [f"{model} {d.id} {d.text}" for d in documents]
        missing = [i for i, name in enumerate(names) if name not in self.claims_of]
        if missing:
            found = extract([documents[i] for i in missing])
            self.claims_of.update({names[i]: own for i, own in zip(missing, found, strict=True)})
        return [self.claims_of[name] for name in names]

    def vectors(self, texts: Mapping[str, Sequence[str]], embed: Any) -> list[Vectors]:
        """The vectors of each document's sentences, made where they are not known yet."""
        missing = list(dict.fromkeys(t for own in texts.values() for t in own if t not in self.vector_of))
        self.vector_of.update(zip(missing, embed(missing), strict=True))
        return [np.stack([self.vector_of[t] for t in own]) for own in texts.values()]


@dataclass(frozen=True)
class Pair:
    """Two articles, called ``a`` and ``b``, and what the gold says of them: kind and spans by article."""

    documents: tuple[Document, Document]
    relations: tuple[tuple[str, Spans], ...]
    accepted: tuple[tuple[str, Spans], ...]


def read(folder: Path) -> Pair:
    """The pair in a folder."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = {side: (folder / f"{side}.txt").read_text(encoding="utf-8") for side in "ab"}

    def spans(row: Mapping[str, str]) -> tuple[str, Spans]:
        own = {s: (at := texts[s].index(row[s]), at + len(row[s])) for s in "ab" if row.get(s)}
        return row["kind"], own

    relations = tuple(spans(row) for row in gold["relations"] if row["kind"] in KINDS)
    accepted = (*relations, *(spans(row) for row in gold.get("also", ())))
    left, right = (Document.from_text(text, name=side) for side, text in texts.items())
    return Pair((left, right), relations, accepted)


def meets(found: Finding, kind: str, spans: Spans) -> bool:
    """Whether a finding is what a relation of the gold says."""
    return found.kind == kind and all(
        any(one.document == side and _half(one.start, one.end, *span) for one in found.evidence)
        for side, span in spans.items()
    )


def _half(start: int, end: int, first: int, last: int) -> bool:
    shared = min(end, last) - max(start, first)
    return 0 < end - start <= LONGEST and shared > 0 and 2 * shared >= min(end - start, last - first)


def figures(pairs: Sequence[Pair], rules: Sequence[Rule], cache: Cache) -> tuple[float, ...]:
    """The F1 of each kind over all pairs, after their mean; 0 to 1."""
    counts = {kind: np.zeros(4) for kind in KINDS}
    for pair in pairs:
        found = [f for f in compare(pair.documents, rules=rules, cache=cache).findings if f.kind in KINDS]
        for f in found:
            counts[f.kind] += (any(meets(f, *row) for row in pair.accepted), 1, 0, 0)
        for kind, spans in pair.relations:
            counts[kind] += (0, 0, any(meets(f, kind, spans) for f in found), 1)
    each = tuple(_f1(*counts[kind]) for kind in KINDS)
    return (sum(each) / len(each), *each)


def _f1(right: float, raised: float, met: float, gold: float) -> float:
    precision, recall = right / max(raised, 1), met / max(gold, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def without_rules(rules: Sequence[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """The rules without each in turn."""
    for rule in rules:
        yield f"{rule.id} {rule.name}", [one for one in rules if one is not rule]


def without_gates(rules: Sequence[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """The rules with each gate in turn open."""
    for gate in GATES:
        open_to = [one.model_copy(update={"unless": tuple(g for g in one.unless if g != gate)}) for one in rules]
        yield gate, open_to


@contextmanager
def without_slot(slot: str) -> Iterator[None]:
    """Claims are compared in every slot but one."""
    kept = {name: comparator for name, comparator in comparison.OF_PEERS.items() if name != slot}
    forget_results()  # what came out of two claims is kept
    with patch.object(comparison, "OF_PEERS", kept):
        yield
    forget_results()


@contextmanager
def fitted(data: Sequence[tuple[Any, Any]], without: str | None = None) -> Iterator[None]:
    """The alignment has weights fitted on the data, without one of the features."""
    names = [name for name in FEATURES if name != without]
    columns = [FEATURES.index(name) for name in names]
    *weights, bias = fit(np.concatenate([x[:, columns] for x, _ in data]), np.concatenate([y for _, y in data]))
    model = {"weights": dict(zip(names, map(float, weights), strict=True)), "bias": float(bias)}
    changed = lexicon(AlignmentModel).model_copy(update=model)
    with patch.object(match, "lexicon", return_value=changed):
        yield


def show(name: str, values: Sequence[float], sign: str = "") -> None:
    """One line of the table."""
    print(f"{name:34}", *(f"{value:{sign}14.3f}" for value in values))


def losses(title: str, whole: Sequence[float], others: Mapping[str, Sequence[float]]) -> None:
    """How much each figure falls without each thing, the gravest loss first."""
    show(title, whole)
    fallen = {name: [w - o for w, o in zip(whole, values, strict=True)] for name, values in others.items()}
    for name, values in sorted(fallen.items(), key=lambda item: (-round(item[1][0], 3), item[0])):
        show(f"  {name}", values, "+")


def tables(folders: Sequence[Path]) -> Iterator[tuple[str, Callable[[], None]]]:
    """Each table by its name; it is computed and printed when called."""
    pairs, cache, rules = [read(folder) for folder in folders], Kept(), [r for r in load_rules() if r.on != "draft"]

    def run(some: Sequence[Rule] = rules) -> tuple[float, ...]:
        return figures(pairs, some, cache)

    def slots() -> dict[str, tuple[float, ...]]:
        found = {}
        for slot in SLOTS:
            with without_slot(slot):
                found[slot] = run()
        return found

    def features() -> None:
        data = [rows(folder, cache) for folder in folders]
        found = {}
        for name in (None, *FEATURES):
            with fitted(data, name):
                found[name or ""] = run()
        losses("all features, fitted here", found.pop(""), found)

    yield "rules", lambda: losses("all rules", run(), {name: run(kept) for name, kept in without_rules(rules)})
    yield "gates", lambda: losses("all gates", run(), {name: run(kept) for name, kept in without_gates(rules)})
    yield "slots", lambda: losses("all slots", run(), slots())
    yield "features", features


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--only", choices=("rules", "gates", "slots", "features"), action="append")
    arguments = parser.parse_args()
    folders = [p.parent for folder in arguments.pairs for p in sorted(folder.glob("*/gold.json"))]
    print(" " * 34, *(f"{name:>14}" for name in ("macro F1", *KINDS)))
    for name, table in tables(folders):
        if not arguments.only or name in arguments.only:
            table()


if __name__ == "__main__":
    main()
