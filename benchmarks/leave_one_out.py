"""What ``xcheck run`` finds in gold pairs when its models were fitted without the pair that they are tried on.

    python benchmarks/leave_one_out.py PAIRS_DIR OUT_DIR [--also PAIRS_DIR]

Writes a report a pair to OUT_DIR, as ``score.py --reports OUT_DIR`` reads them. The models of the alignment and of the
accord are fitted on the other pairs, those of ``--also`` among them; thresholds and word lists are the same for every
pair.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

import fit_accord
import fit_alignment
from fit_alignment import Array, fit
from xcheck.alignment.features import FEATURES
from xcheck.api import compare
from xcheck.comparison import accord
from xcheck.language.lexicon import lexicon
from xcheck.records.document import Document

Rows = Mapping[Path, tuple[Array, Array]]


def refit(model: str, names: Sequence[str], rows: Rows, left_out: Path) -> None:
    """Puts into a model of the lexicons what is fitted on the rows of all pairs but one."""
    x, y = (np.concatenate([found[k] for folder, found in rows.items() if folder != left_out]) for k in (0, 1))
    *weights, bias = fit(x, y)
    model_data = lexicon(model)
    model_data |= {"weights": dict(zip(names, map(float, weights), strict=True)), "bias": float(bias)}


def main() -> None:
    """Fits and compares, pair by pair."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--also", type=Path, action="append", default=[])
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    folders = [p.parent for parent in (arguments.pairs, *arguments.also) for p in sorted(parent.glob("*/gold.json"))]
    meeting = {folder: fit_alignment.rows(folder) for folder in folders}
    agreeing = {folder: fit_accord.rows(folder) for folder in folders}
    for folder in (f for f in folders if f.parent == arguments.pairs):
        refit("alignment", FEATURES, meeting, folder)
        refit("accord", accord.FEATURES, agreeing, folder)
        sides = [(folder / f"{side}.txt").read_text(encoding="utf-8") for side in "ab"]
        report = compare([Document.from_text(text, name=f"{side}.txt") for side, text in zip("ab", sides, strict=True)])
        (arguments.out / f"{folder.name}.json").write_text(json.dumps(report.model_dump(mode="json")), encoding="utf-8")


if __name__ == "__main__":
    main()
