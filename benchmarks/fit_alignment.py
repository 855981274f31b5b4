"""Fits the weights of ``rules/lexicons/alignment.yaml`` and says how well they pair sentences.

    python benchmarks/fit_alignment.py PAIRS_DIR... [--write]

Each PAIRS_DIR holds folders with ``a.txt``, ``b.txt`` and ``gold.json``. A sentence pair counts as right when some
relation or accepted extra of the gold has its two spans in it. The figures printed are of models fitted without the
pair that they are tried on; the weights written are fitted on all pairs. L2-penalised logistic regression by Newton's
method.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import yaml

from xcheck.alignment.features import FEATURES, features
from xcheck.alignment.sentences import ClaimedSentence, sentences
from xcheck.alignment.sides import Side
from xcheck.alignment.vectors import Vectors, embed
from xcheck.api import claims_of
from xcheck.cache import Cache
from xcheck.records.document import Document

Array = npt.NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[1] / "rules" / "lexicons" / "alignment.yaml"
PENALTY = 3.0
HEAD = """\
# How surely two sentences speak of one thing: a logistic model over the features of src/xcheck/alignment/features.py.
# Fitted by benchmarks/fit_alignment.py on the development pairs and on benchmarks/pairs; see benchmarks/ACCURACY.md.
# most, blocking_keys: pairs that a sentence may be in for their likelihood, and for a narrow question that they answer.
# copy_words: words beside its figures, from which on a sentence is known again. story_most: sentences of all other
# articles that one meets, where there are three and more (on 29 training events of three articles each, 6 keep every
# marked pair that 12 keep, 4 lose one in twenty differences). two_events: of articles with so many sentences, those
# with a smaller share in likely pairs and no more names in common tell two events; measured on the same pairs, each
# article with each other.
# features: how they are measured in two short articles, which tell little. few: a count of so few says little.
# unseen_sentences: added to those at hand, without any word. prior_pairs: pairs that the mean and the spread of a
# likeness, before any are seen, count for. These and quote are set by hand; no fit is recorded.
"""


def in_span(sentence: ClaimedSentence, start: int, end: int) -> bool:
    """Whether half of the shorter of sentence and gold span lies in the other."""
    shared = min(sentence.span.end, end) - max(sentence.span.start, start)
    return shared > 0 and 2 * shared >= min(end - start, sentence.span.end - sentence.span.start)


class Gold(NamedTuple):
    """One gold pair: its sentences on both sides with their vectors, and where the spans of its relations stand."""

    sides: list[tuple[ClaimedSentence, ...]]
    vectors: list[Vectors]
    spans: list[tuple[str, tuple[int, int], tuple[int, int]]]

    def joins(self, left: ClaimedSentence, right: ClaimedSentence, kinds: Collection[str]) -> bool:
        """Whether a relation of one of the kinds, accepted extras among them, has its two spans in two sentences."""
        return any(kind in kinds and in_span(left, *a) and in_span(right, *b) for kind, a, b in self.spans)


def read(folder: Path, cache: Cache | None = None) -> Gold:
    """The gold pair in a folder, its articles read as xcheck reads them."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = {side: (folder / f"{side}.txt").read_text(encoding="utf-8") for side in "ab"}
    documents = [Document.from_text(text, name=side) for side, text in texts.items()]
    sides = [sentences(c) for c in claims_of(documents, cache=cache)]
    said = {name: [s.span.text for s in side] for name, side in zip("ab", sides, strict=True)}
    vectors = cache.vectors(said, embed) if cache else [embed(own) for own in said.values()]
    rows = [r for r in [*gold["relations"], *gold.get("also", [])] if r.get("a") and r.get("b")]
    return Gold(sides, vectors, [(r["kind"], span(texts["a"], r["a"]), span(texts["b"], r["b"])) for r in rows])


def span(text: str, words: str) -> tuple[int, int]:
    """Where some words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def rows(folder: Path, cache: Cache | None = None) -> tuple[Array, Array]:
    """The features of every sentence pair of one gold pair, and whether it is right."""
    gold = read(folder, cache)
    left, right = gold.sides
    found = features(*(Side(s, v) for s, v in zip(gold.sides, gold.vectors, strict=True)))
    labels = [gold.joins(a, b, ("agreement", "divergence")) for a in left for b in right]
    return np.stack([found[n].ravel() for n in FEATURES], axis=1), np.array(labels, dtype=np.float64)


def fit(x: Array, y: Array) -> Array:
    """The weights of the features, and the bias last."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    penalty = np.r_[np.full(x.shape[1], PENALTY), 0.0]
    weights = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        weights -= np.linalg.solve(
            (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-6), z.T @ (p - y) + penalty * weights
        )
    scaled = weights[:-1] / spread
    return np.asarray(np.r_[scaled, weights[-1] - scaled @ mean], dtype=np.float64)


def average_precision(scores: Array, y: Array) -> float:
    """The mean of the precision at each right pair, best first."""
    ordered = y[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(y) + 1))[ordered == 1].mean())


def main() -> None:
    """Prints the figures, and writes the weights with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    data = {p.parent.name: rows(p.parent) for folder in arguments.pairs for p in sorted(folder.glob("*/gold.json"))}
    everything = [np.concatenate([d[k] for d in data.values()]) for k in (0, 1)]
    scores = []
    for name, (x, _) in data.items():
        others = [np.concatenate([d[k] for n, d in data.items() if n != name]) for k in (0, 1)]
        weights = fit(others[0], others[1])
        scores.append(x @ weights[:-1] + weights[-1])
    held_out = np.concatenate(scores)
    print(f"average precision, each pair left out in turn: {average_precision(held_out, everything[1]):.3f}")
    for threshold in (0.1, 0.2, 0.3, 0.5):
        kept = held_out >= np.log(threshold / (1 - threshold))
        right = everything[1][kept]
        recall = right.sum() / everything[1].sum()
        print(f"at {threshold}: {int(kept.sum())} pairs, precision {right.mean():.3f}, recall {recall:.3f}")
    weights = fit(*everything)
    for name, weight in zip((*FEATURES, "bias"), weights, strict=True):
        print(f"{name:12} {weight:+.3f}")
    if arguments.write:
        settings = yaml.safe_load(TARGET.read_text(encoding="utf-8"))
        settings["weights"] = {n: round(float(w), 3) for n, w in zip(FEATURES, weights[:-1], strict=True)}
        settings["bias"] = round(float(weights[-1]), 3)
        TARGET.write_text(HEAD + yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
