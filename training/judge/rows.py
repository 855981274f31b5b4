"""Read the training data into rows that the heads of the judge learn from."""

import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RELATIONS = ("same", "differ", "other")
SUPPORT = ("borne-out", "contradicted", "not-said")
TYPES = (
    "quantity",
    "quantity-unknown",
    "time",
    "place",
    "entity",
    "role",
    "quote",
    "polarity",
    "modality",
    "attribution",
    "cause",
)
VOICES = ("none", "evaluation", "speculation", "forecast", "motive", "generalisation", "consequence", "cause")

# Public sets whose terms allow the weights to be shipped; the terms stand in docs/judge.md.
OPEN_SETS = frozenset({"mnli", "snli", "breaking", "fm2", "feversym", "negnli"})
# Pairs taken of each public set, in the first stage (short ones: a step costs by the word) and mixed into the second.
SHORT = 34  # words of a pair
FIRST = {"mnli": 13000, "snli": 5000, "negnli": 3400, "breaking": 2000, "feversym": 1000}
SECOND = {"mnli": 700, "fm2": 300, "negnli": 300, "breaking": 100, "feversym": 100}
_NLI_SUPPORT = {"entailment": "borne-out", "contradiction": "contradicted", "neutral": "not-said"}


@dataclass(frozen=True, slots=True)
class Row:
    """One input of the judge and what each head should say of it; None where a head learns nothing.

    ``words`` are the phrases of ``a`` and ``b`` that a difference turns on. ``group`` names the
    event, so that whole events can be left out.
    """

    a: str
    b: str
    relation: str | None = None
    support: str | None = None
    kind: str | None = None
    words: tuple[str, str] | None = None
    voice: str | None = None
    weight: float = 1.0
    group: str = ""
    source: str = field(default="", compare=False)


def public(path: Path, longest: int = 200) -> list[Row]:
    """Read the public entailment pairs whose terms allow shipping."""
    rows = []
    for record in _lines(path):
        label = _NLI_SUPPORT.get(record["label"])
        if record["from"] in OPEN_SETS and label and len(f"{record['a']} {record['b']}".split()) <= longest:
            relation = RELATIONS[SUPPORT.index(label)]
            rows.append(Row(record["a"], record["b"], relation, label, source=record["from"]))
    return rows


def sampled(rows: list[Row], shares: dict[str, int], rng: random.Random) -> list[Row]:
    """Draw so many rows of each set."""
    drawn = []
    for name, most in shares.items():
        own = [r for r in rows if r.source == name]
        drawn += rng.sample(own, min(most, len(own)))
    return drawn


def typed(paths: list[Path]) -> list[Row]:
    """Read written pairs of sentences, labelled same, differ or other."""
    rows = []
    for path in paths:
        for record in _lines(path):
            words = tuple(record["words"]) if len(record["words"]) == 2 else None
            kind = record["type"] if record["label"] == "differ" else None
            support = _support(record["label"], record["a"], record["b"])
            rows.append(
                Row(record["a"], record["b"], record["label"], support, kind, words, source=path.stem)  # type: ignore[arg-type]
            )
    return rows


def drafts(paths: list[Path]) -> list[Row]:
    """Read written source passages with a draft's sentence: the support head learns all three labels."""
    return [
        Row(r.a, r.b, r.relation, SUPPORT[RELATIONS.index(r.relation)], r.kind, r.words, source=r.source)  # type: ignore[arg-type]
        for r in typed(paths)
    ]


def coverage(path: Path) -> list[dict[str, Any]]:
    """Read pairs of articles that a reader went through; adds ``group`` and the sentences' texts."""
    pairs = []
    for record in _lines(path):
        if "text" in record:
            record["group"] = record["pair"].rsplit("-", 1)[0]
            record["sentences"] = {
                side: [record["text"][side][start:end] for start, end in record["sentences"][side]] for side in "ab"
            }
        else:
            record["group"] = "mini-" + hashlib.sha256(record["sentences"]["a"][0].encode()).hexdigest()[:8]
        pairs.append(record)
    return pairs


def cells(pair: dict[str, Any], *, others: int, seed: int) -> list[Row]:
    """Cut a pair of articles into rows: all that is same, differs or tempts, and the likest others."""
    a, b = pair["sentences"]["a"], pair["sentences"]["b"]
    group = pair["group"]
    rows, taken = [], set()
    for i, j, kind, left, right, *_ in pair["differ"]:
        taken.add((i, j))
        rows.append(Row(a[i], b[j], "differ", None, kind, (left, right), None, 1.0, group, "differ"))
    for i, j, *_ in pair["same"]:
        if (i, j) not in taken:
            taken.add((i, j))
            rows.append(Row(a[i], b[j], "same", None, group=group, source="same"))
    for i, j, *_ in pair["tempting"]:
        if (i, j) not in taken:
            taken.add((i, j))
            rows.append(Row(a[i], b[j], "other", None, group=group, source="tempting"))
    left_out = [(i, j) for i in range(len(a)) for j in range(len(b)) if (i, j) not in taken]
    words_a, words_b = [_words(s) for s in a], [_words(s) for s in b]
    random.Random(seed).shuffle(left_out)
    left_out.sort(key=lambda ij: -_likeness(words_a[ij[0]], words_b[ij[1]]))
    rows += [Row(a[i], b[j], "other", None, group=group, source="likest") for i, j in left_out[:others]]
    return rows


def voices(pair: dict[str, Any]) -> list[Row]:
    """Cut a pair of articles into one row a sentence: the writer's own voice, or not."""
    rows = []
    for side in "ab":
        said = dict(pair["own_voice"][side])
        sentences = pair["sentences"][side]
        for i, sentence in enumerate(sentences):
            rows.append(Row(sentence, "", voice=said.get(i, "none"), group=pair["group"], source="voice"))
    return rows


def wice(path: Path) -> list[Row]:
    """Read Wikipedia claims with the sentences that support them."""
    rows = []
    for record in _lines(path):
        evidence = record["evidence"]
        for support in record["supporting_sentences"][:1]:
            passage = " ".join(evidence[i] for i in support[:4])
            if record["label"] == "supported":
                rows.append(Row(passage, record["claim"], None, "borne-out", source="wice"))
            elif record["label"] == "partially_supported":
                rows.append(Row(passage, record["claim"], None, "not-said", source="wice"))
    return rows


def swapped(row: Row) -> Row:
    """Turn a pair round, for heads that know no order."""
    words = (row.words[1], row.words[0]) if row.words else None
    support = _support(row.relation, row.b, row.a) if row.relation and row.source.startswith("typed") else None
    return Row(row.b, row.a, row.relation, support, row.kind, words, None, row.weight, row.group, row.source)


def _support(label: str, passage: str, sentence: str) -> str | None:
    """What two written sentences show of support: one that is clearly the shorter is borne out by its equal."""
    if label == "differ":
        return "contradicted"
    longer = len(passage.split()) >= 1.2 * len(sentence.split())
    return "borne-out" if label == "same" and longer else None


def fold_of(group: str, folds: int) -> int:
    """Say which fold an event belongs to, the same on every machine."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in "".join(c.lower() if c.isalnum() else " " for c in text).split() if len(w) > 3)


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / (1 + min(len(left), len(right)))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
