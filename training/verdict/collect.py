"""Write down the pairs of sentences that xcheck compares, with what it sees in them and what a reader said.

    python -m verdict.collect OUT.jsonl --coverage FILE.jsonl.gz|DIR ... --pairs DIR ... --sentences FILE.jsonl ...

One line a pair of articles: ``{"group", "kind", "sizes", "cells": [{"a", "b", "at", "read", "signals", "rules", "gold",
"type"}]}``. ``gold`` is same, differ, tempting or other. ``rules`` has each rule of divergence that holds, with
the gates that are shut.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pickle
import tempfile
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from judge.rows import fold_of
from xcheck.alignment.features import FEATURES
from xcheck.alignment.match import align
from xcheck.alignment.sentences import ClaimedSentence, sentences
from xcheck.alignment.vectors import embed
from xcheck.api import claims_of
from xcheck.comparison.cases.held import asserting_pairs
from xcheck.comparison.cases.judged import signals_between
from xcheck.comparison.cases.pairs import pair_cases
from xcheck.comparison.cases.voices import signals_of_voice
from xcheck.engine.load import load_rules
from xcheck.engine.match import holding, index, shut
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.document import Document

KEPT = Path(tempfile.gettempdir()) / "xcheck-claims"


def from_coverage(path: Path) -> Iterator[dict[str, Any]]:
    """Pairs of real articles: a file with the texts inside, or a folder of folders."""
    if path.is_dir():
        for file in sorted(path.glob("*/read.json")):
            record = json.loads(file.read_text(encoding="utf-8"))
            record["text"] = {s: (file.parent / f"{s}.txt").read_text(encoding="utf-8") for s in "ab"}
            yield {"name": file.parent.name, **record}
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield {"name": record["pair"], **record}


def gold_of_coverage(record: dict[str, Any]):
    """A function that says what the reader said of two spans."""
    same = {(i, j) for i, j, *_ in record["same"]}
    differ = {(i, j): kind for i, j, kind, *_ in record["differ"]}
    tempting = {(i, j) for i, j, *_ in record["tempting"]}

    def of(left: tuple[int, int], right: tuple[int, int]) -> tuple[str, str | None]:
        cells = [
            (i, j) for i in _inside(record["sentences"]["a"], left) for j in _inside(record["sentences"]["b"], right)
        ]
        for cell in cells:
            if cell in differ:
                return "differ", differ[cell]
        if any(c in same for c in cells):
            return "same", None
        return ("tempting" if any(c in tempting for c in cells) else "other"), None

    return of


def _inside(spans: list[list[int]], span: tuple[int, int]) -> set[int]:
    start, end = span
    met = {k for k, (s, e) in enumerate(spans) if min(e, end) - max(s, start) > 0.4 * min(e - s, end - start)}
    return met or {max(range(len(spans)), key=lambda k: min(spans[k][1], end) - max(spans[k][0], start))}


def from_pairs(path: Path) -> Iterator[dict[str, Any]]:
    """Written pairs with gold relations."""
    for file in sorted(path.glob("*/gold.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        record["text"] = {s: (file.parent / f"{s}.txt").read_text(encoding="utf-8") for s in "ab"}
        yield {"name": file.parent.name, **record}


def gold_of_pairs(record: dict[str, Any]):
    """A function that says what the gold said of two spans."""
    rows = []
    for row in [*record["relations"], *record.get("also", [])]:
        if row.get("a") and row.get("b") and row["kind"] in ("agreement", "divergence"):
            spans = [(record["text"][s].index(row[s]), record["text"][s].index(row[s]) + len(row[s])) for s in "ab"]
            rows.append(("differ" if row["kind"] == "divergence" else "same", row.get("type"), spans))
    rows.sort(key=lambda r: r[0] != "differ")

    def of(left: tuple[int, int], right: tuple[int, int]) -> tuple[str, str | None]:
        for label, kind, (a, b) in rows:
            if _meets(left, a) and _meets(right, b):
                return label, kind
        return "other", None

    return of


def _meets(sentence: tuple[int, int], span: tuple[int, int]) -> bool:
    shared = min(sentence[1], span[1]) - max(sentence[0], span[0])
    return shared > 0 and 2 * shared >= min(span[1] - span[0], sentence[1] - sentence[0])


def from_sentences(path: Path) -> Iterator[dict[str, Any]]:
    """Pairs of single sentences."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        text = {s: record[s] + "\n" for s in "ab"}
        yield {"name": f"{path.stem}-{number}", "text": text, **record}


def gold_of_sentences(record: dict[str, Any]):
    """A function that says what the row's label says, of whatever spans."""
    return lambda left, right: (record["label"], record["type"] if record["label"] == "differ" else None)  # noqa: ARG005


def from_drafts(path: Path) -> Iterator[dict[str, Any]]:
    """Source passages (``a``) with a draft's sentence (``b``): the draft is the left side, as in a check."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        if "gold" in record:
            added = record["type"] in ("unsupported-addition", "extrapolation", "invented-act")
            label = "same" if record["gold"] == "ok" else "other" if added else "differ"
            record = {"a": record["source"], "b": record["draft"], "label": label, "type": None}
        text = {"a": record["b"] + "\n", "b": record["a"] + "\n"}
        yield {"name": f"{path.stem}-{number}", "text": text, **{k: record[k] for k in ("label", "type")}}


SOURCES = {
    "drafts": (from_drafts, gold_of_sentences),
    "coverage": (from_coverage, gold_of_coverage),
    "pairs": (from_pairs, gold_of_pairs),
    "sentences": (from_sentences, gold_of_sentences),
}


def claims_kept(text: str, name: str):
    """The claims of a text, kept between runs of this script."""
    KEPT.mkdir(exist_ok=True)
    file = KEPT / (hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()[:32] + ".pkl")
    if not file.exists():
        file.write_bytes(pickle.dumps(claims_of([Document.from_text(text, name=name)])[0]))
    return pickle.loads(file.read_bytes())


def collected(job: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """All cells of one pair of articles."""
    kind, record = job
    sides: list[tuple[ClaimedSentence, ...]] = [sentences(claims_kept(record["text"][s], s)) for s in "ab"]
    vectors = [embed([s.span.text for s in side]) for side in sides]
    alignment = align(sides[0], sides[1], vectors[0], vectors[1])
    diverging = index([r for r in load_rules() if r.kind == "divergence"])
    holds: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for case in pair_cases(alignment, "check" if kind == "drafts" else "peers"):
        for rule in holding(diverging, case):
            gates = [g for g in shut(rule, case) if g not in ("other-statement", "unsure")]
            best = holds.setdefault(case.topic, {})
            if rule.id not in best or len(gates) < len(best[rule.id]):
                best[rule.id] = gates
    gold = SOURCES[kind][1](record)
    cells, limits = [], lexicon(AlignmentModel).read
    for pair in alignment.pairs:
        spans = [(s.span.start, s.span.end) for s in (pair.left, pair.right)]
        label, type_ = gold(spans[0], spans[1])
        topic = tuple(f"{s.claims[0].document}:{s.span.start}" for s in (pair.left, pair.right))
        cells.append(
            {
                "a": pair.right.span.text if kind == "drafts" else pair.left.span.text,
                "b": pair.left.span.text if kind == "drafts" else pair.right.span.text,
                "at": spans,
                "read": bool(pair.event_counts) or (pair.score >= limits.floor and pair.rank < limits.most),
                "event_count": bool(pair.event_counts),
                "signals": signals_between(pair, asserting_pairs(pair, alignment), alignment.sentences),
                "features": dict(zip(FEATURES, pair.features, strict=True)),
                "rules": holds.get(topic, {}),
                "gold": label,
                "type": type_,
            }
        )
    spoken = [row for name, side in zip("ab", sides, strict=True) for row in voices_of(record, name, side)]
    if kind == "drafts":  # the label says something of the best pair alone
        cells = sorted(cells, key=lambda c: -c["signals"]["meeting"] if c["signals"] else 99)[:1]
    return {
        "name": record["name"],
        "kind": kind,
        "group": record["name"].rsplit("-", 1)[0],
        "cells": cells,
        "voices": spoken if kind == "coverage" else [],
    }


def voices_of(record: dict[str, Any], name: str, side: tuple[ClaimedSentence, ...]) -> Iterator[dict[str, Any]]:
    """One row a sentence that is not wholly somebody else's words: its signals, and whether a reader heard a voice."""
    own = {i for i, *_ in record.get("own_voice", {}).get(name, [])}
    for sentence in side:
        if any(c.attribution is None for c in sentence.claims):
            at = _inside(record["sentences"][name], (sentence.span.start, sentence.span.end)) if own else set()
            yield {
                "text": sentence.span.text,
                "signals": signals_of_voice(sentence.claims, None),
                "gold": bool(at & own),
            }


def main() -> None:
    """Read the arguments and collect."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    for name in SOURCES:
        parser.add_argument(f"--{name}", type=Path, nargs="*", default=[])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--held", type=int, help="of real coverage, only this fold of events")
    parser.add_argument("--folds", type=int, default=3)
    args = parser.parse_args()
    jobs = [(k, r) for k, (read, _) in SOURCES.items() for path in getattr(args, k) for r in read(path)]
    if args.held is not None:
        jobs = [(k, r) for k, r in jobs if fold_of(r["name"].rsplit("-", 1)[0], args.folds) == args.held]
    with Pool(args.jobs) as pool, args.out.open("w", encoding="utf-8") as out:
        for done in pool.imap(collected, jobs, chunksize=2):
            out.write(json.dumps(done, ensure_ascii=False) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
