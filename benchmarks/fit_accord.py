"""Fits the weights of ``rules/lexicons/accord.yaml`` and says how well they tell agreement from mere nearness.

    python benchmarks/fit_accord.py PAIRS_DIR... [--write]

Each PAIRS_DIR holds folders with ``a.txt``, ``b.txt`` and ``gold.json``. Two aligned sentences count as agreeing when
an agreement of the gold, accepted extras among them, has its two spans in them. The figures printed are of models
fitted without the pair that they are tried on, over an alignment with the weights that are shipped; the weights written
are fitted on all pairs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import yaml

from fit_alignment import Array, average_precision, fit, read
from xcheck.alignment.match import align
from xcheck.comparison.accord import FEATURES
from xcheck.comparison.cases import accord_of, asserting_pairs

TARGET = Path(__file__).resolve().parents[1] / "rules" / "lexicons" / "accord.yaml"
HEAD = """\
# How likely two sentences say the same: a logistic model over the features of src/xcheck/comparison/accord.py.
# Fitted by benchmarks/fit_accord.py on the development pairs and on benchmarks/pairs; see benchmarks/ACCURACY.md.
"""


def rows(folder: Path) -> tuple[Array, Array]:
    """The features of every aligned sentence pair of one gold pair, and whether its sentences agree."""
    gold = read(folder)
    left, right = gold.sides
    alignment = align(left, right, *gold.vectors)
    found, labels = [], []
    for pair in alignment.pairs:
        features = accord_of(pair, asserting_pairs(pair, alignment))
        if features is not None:
            found.append([features[name] for name in FEATURES])
            labels.append(gold.joins(pair.left, pair.right, ("agreement",)))
    return np.array(found), np.array(labels, dtype=np.float64)


def main() -> None:
    """Prints the figures, and writes the weights with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    data = [rows(p.parent) for folder in arguments.pairs for p in sorted(folder.glob("*/gold.json"))]
    scores = []
    for left_out, (x, _) in enumerate(data):
        others = [np.concatenate([d[k] for i, d in enumerate(data) if i != left_out]) for k in (0, 1)]
        weights = fit(others[0], others[1])
        scores.append(x @ weights[:-1] + weights[-1])
    held_out, labels = np.concatenate(scores), np.concatenate([y for _, y in data])
    print(f"average precision, each pair left out in turn: {average_precision(held_out, labels):.3f}")
    meeting = np.concatenate([x[:, 0] for x, _ in data])
    print(f"of the alignment's own score: {average_precision(meeting, labels):.3f}")
    weights = fit(np.concatenate([x for x, _ in data]), labels)
    for name, weight in zip((*FEATURES, "bias"), weights, strict=True):
        print(f"{name:14} {weight:+.3f}")
    if arguments.write:
        settings = yaml.safe_load(TARGET.read_text(encoding="utf-8"))
        settings["weights"] = {n: round(float(w), 3) for n, w in zip(FEATURES, weights[:-1], strict=True)}
        settings["bias"] = round(float(weights[-1]), 3)
        TARGET.write_text(HEAD + yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
