"""Fits the weights of ``rules/lexicons/stories.yaml`` and says how well they tell stories apart.

    python benchmarks/fit_stories.py STORIES.jsonl.gz [--write] [--groups GROUPS.json]

A line holds an article's ``id``, ``event``, ``published`` and ``text``. Weights are fitted on four fifths of the
events; then all articles are grouped, and those of the fifth left out are counted (B-cubed), whoever they were grouped
with. Two events of one kind, whose names differ by ``plus`` alone, are left out together. Then all are fitted and
grouped once more: that figure is of articles that the weights were made from, and ``--groups`` writes that grouping.
Every article is there twice, whole and cut to a brief, each in a pile of its own, so that short ones are told apart
too. The floor is set by hand.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from fit_alignment import Array, fit
from xcheck.records.document import Document
from xcheck.stories.blocking import meetings
from xcheck.stories.features import FEATURES, features
from xcheck.stories.group import views
from xcheck.stories.linking import Pair, linked
from xcheck.stories.marks import marks

TARGET = Path(__file__).resolve().parents[1] / "rules" / "lexicons" / "stories.yaml"
FOLDS = 5
BRIEF = 80  # words after whose paragraph a brief ends
HEAD = """\
# Which articles tell one story: a logistic model over the features of src/xcheck/stories/features.py, and how its pairs
# are linked. Fitted by benchmarks/fit_stories.py on 812 articles about 150 events: ECB+ (Cybulska and Vossen 2014) and
# BASIL (Fan et al. 2019); see docs/stories.md.
# background: unseen articles added to those at hand, words of each, ranks of what the vocabulary does not hold, and the
# share of articles that a long or a short figure stands in. view: the least weight of a term, telling names, keys of an
# article and how much names and heads count among them. blocking: articles that a key may join, and those that each
# meets. linking: the least mean log odds of a story, and those of a pair that never met. short: words under which an
# article tells too little to be set apart from those that it is compared with.
"""


class Pile(NamedTuple):
    """Articles with their events, the pairs that meet, their features, and whether they tell one event."""

    events: list[str]
    pairs: list[Pair]
    x: Array
    y: Array


def read(path: Path) -> tuple[list[Document], list[str]]:
    """The articles of a file with their events, sorted by id as xcheck sorts them."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = sorted(map(json.loads, file), key=lambda row: str(row["id"]))
    days = [date.fromisoformat(r["published"]) if r["published"] else None for r in rows]
    documents = [Document.from_text(r["text"], name=r["id"], published=d) for r, d in zip(rows, days, strict=True)]
    return documents, [r["event"] for r in rows]


def brief(document: Document) -> Document:
    """The first paragraphs of an article."""
    kept: list[str] = []
    for paragraph in document.text.split("\n\n"):
        if sum(len(p.split()) for p in kept) < BRIEF:
            kept.append(paragraph)
    return document.model_copy(update={"text": "\n\n".join(kept)})


def pile(documents: Sequence[Document], events: Sequence[str]) -> Pile:
    """The pairs of some articles and what they are fitted on."""
    seen = views([marks(d) for d in documents])
    pairs = meetings(seen)
    x = np.array([features(seen[i], seen[j]) for i, j in pairs])
    y = np.array([events[i] == events[j] for i, j in pairs], dtype=np.float64)
    return Pile([*events], pairs, x, y)


def grouped(pile: Pile, weights: Array) -> list[int]:
    """The group of each article by some weights."""
    odds = dict(zip(pile.pairs, (float(o) for o in pile.x @ weights[:-1] + weights[-1]), strict=True))
    found = [0] * len(pile.events)
    for name, own in enumerate(linked(len(found), odds)):
        for i in own:
            found[i] = name
    return found


def b_cubed(events: Sequence[str], groups: Sequence[int], counted: Collection[int]) -> Array:
    """Precision and recall (Bagga and Baldwin 1998) of some of the articles, and their harmonic mean."""
    gold: dict[str, set[int]] = defaultdict(set)
    mine: dict[int, set[int]] = defaultdict(set)
    for i, (event, group) in enumerate(zip(events, groups, strict=True)):
        gold[event].add(i)
        mine[group].add(i)
    shared = {i: len(gold[events[i]] & mine[groups[i]]) for i in counted}
    precision = sum(n / len(mine[groups[i]]) for i, n in shared.items()) / len(counted)
    recall = sum(n / len(gold[events[i]]) for i, n in shared.items()) / len(counted)
    return np.array([precision, recall, 2 * precision * recall / (precision + recall)])


def folds(events: Sequence[str]) -> list[int]:
    """The fold of each article; events of one kind are in one."""
    kinds = sorted({e.removesuffix("plus") for e in events})
    random.Random(0).shuffle(kinds)  # noqa: S311 - a draw, the same each time
    of = {kind: i % FOLDS for i, kind in enumerate(kinds)}
    return [of[e.removesuffix("plus")] for e in events]


def fitted(piles: Sequence[Pile], held: Collection[int]) -> Array:
    """Weights by the articles ``held`` alone."""
    inside = [np.array([i in held and j in held for i, j in one.pairs]) for one in piles]
    return fit(
        np.concatenate([one.x[own] for one, own in zip(piles, inside, strict=True)]),
        np.concatenate([one.y[own] for one, own in zip(piles, inside, strict=True)]),
    )


def left_out(piles: Sequence[Pile]) -> list[Array]:
    """B-cubed of the articles of each fold by what is fitted on the other folds, for each pile."""
    fold = folds(piles[0].events)
    found = np.zeros((len(piles), 2))
    for k in range(FOLDS):
        out = {i for i, own in enumerate(fold) if own == k}
        weights = fitted(piles, set(range(len(fold))) - out)
        figures = [b_cubed(one.events, grouped(one, weights), out) for one in piles]
        found += [f[:2] * len(out) / len(fold) for f in figures]
        print(f"fold {k}: {len(out)} articles, F1 whole and brief {np.round([f[2] for f in figures], 4)}")
    return [np.array([p, r, 2 * p * r / (p + r)]) for p, r in found]


def write(weights: Array) -> None:
    """Puts the weights into the lexicon."""
    settings = yaml.safe_load(TARGET.read_text(encoding="utf-8"))
    settings["weights"] = {n: round(float(w), 3) for n, w in zip(FEATURES, weights[:-1], strict=True)}
    settings["bias"] = round(float(weights[-1]), 3)
    TARGET.write_text(HEAD + yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def main() -> None:
    """Prints the figures, and writes what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--groups", type=Path)
    arguments = parser.parse_args()
    documents, events = read(arguments.articles)
    piles = [pile(documents, events), pile([brief(d) for d in documents], events)]
    weights = fitted(piles, range(len(events)))
    for name, one, out in zip(("whole", "brief"), piles, left_out(piles), strict=True):
        inside = b_cubed(events, grouped(one, weights), range(len(events)))
        print(f"{name}: {len(one.pairs)} pairs meet, {int(one.y.sum())} of one event; precision, recall, F1")
        print(f"    each fifth of the events left out {np.round(out, 4)}; fitted on all {np.round(inside, 4)}")
    for name, weight in zip((*FEATURES, "bias"), weights, strict=True):
        print(f"{name:14} {weight:+.3f}")
    if arguments.write:
        write(weights)
    if arguments.groups:
        groups = {d.id: str(group) for d, group in zip(documents, grouped(piles[0], weights), strict=True)}
        arguments.groups.write_text(json.dumps(groups, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
