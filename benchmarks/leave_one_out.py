"""What ``xcheck run`` finds in the gold pairs when the alignment was fitted without the pair that it is tried on.

    python benchmarks/leave_one_out.py PAIRS_DIR OUT_DIR

Writes a report a pair to OUT_DIR, as ``score.py --reports OUT_DIR`` reads them. Only the weights of the alignment are
fitted; thresholds and word lists are the same for every pair.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from fit_alignment import fit, rows
from xcheck.alignment.features import FEATURES
from xcheck.api import compare
from xcheck.language.lexicon import lexicon
from xcheck.records.document import Document


def main() -> None:
    """Fits and compares, pair by pair."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    data = {p.parent.name: rows(p.parent) for p in sorted(arguments.pairs.glob("*/gold.json"))}
    model = lexicon("alignment")
    for name in data:
        x, y = (np.concatenate([d[k] for n, d in data.items() if n != name]) for k in (0, 1))
        *weights, bias = fit(x, y)
        model |= {"weights": dict(zip(FEATURES, map(float, weights), strict=True)), "bias": float(bias)}
        sides = [(arguments.pairs / name / f"{side}.txt").read_text(encoding="utf-8") for side in "ab"]
        report = compare([Document.from_text(text, name=f"{side}.txt") for side, text in zip("ab", sides, strict=True)])
        (arguments.out / f"{name}.json").write_text(json.dumps(report.model_dump(mode="json")), encoding="utf-8")


if __name__ == "__main__":
    main()
