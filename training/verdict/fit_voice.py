"""Fit the model that says whether a sentence goes beyond what is reported, in its writer's own voice.

    python -m verdict.fit_voice FILE.jsonl ... [--try FILE.jsonl ...] [--write]

The files are those of ``verdict.fit``. The figures are of models fitted without the event that they are tried on.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from verdict.fit import TARGET, logit, softmax


def table(files: list[Path], *, judge: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Rows of signals, whether a reader heard a voice, events, and the names of the signals."""
    rows, labels, groups = [], [], []
    for file in files:
        reads = [json.loads(x) for x in file.with_suffix(".read.jsonl").open()] if judge else None
        for k, line in enumerate(file.open(encoding="utf-8")):
            record = json.loads(line)
            for i, voice in enumerate(record["voices"]):
                signals = dict(voice["signals"])
                if reads:
                    signals["judge-own"] = logit(1 - softmax(reads[k]["voices"][i])[0])
                rows.append(signals)
                labels.append(voice["gold"])
                groups.append(record["group"])
    names = list(rows[0])
    return np.array([[r[n] for n in names] for r in rows]), np.array(labels, dtype=int), np.array(groups), names


def report(p: np.ndarray, y: np.ndarray) -> None:
    """Print average precision, and precision and recall at some thresholds."""
    print("rows", len(y), "own", int(y.sum()), "average precision", round(average_precision_score(y, p), 3))
    for t in (0.2, 0.3, 0.4, 0.5, 0.6):
        hit = p >= t
        print(f"  at {t}: precision {y[hit].mean() if hit.any() else 0:.3f} recall {y[hit].sum() / y.sum():.3f}")


def main() -> None:
    """Read the arguments and fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--try", dest="tried", type=Path, nargs="*", default=[], help="files to measure on alone")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    written = yaml.safe_load(TARGET.read_text(encoding="utf-8"))
    for key in ("without_judge", "with_judge"):
        print("==", key)
        x, y, groups, names = table(args.files, judge=key == "with_judge")
        mean, spread = x.mean(0), x.std(0) + 1e-9
        z, p = (x - mean) / spread, np.zeros(len(y))
        for train, test in GroupKFold(10).split(z, y, groups):
            p[test] = LogisticRegression(C=0.1, max_iter=2000).fit(z[train], y[train]).predict_proba(z[test])[:, 1]
        report(p, y)
        fitted = LogisticRegression(C=0.1, max_iter=2000).fit(z, y)
        if args.tried:
            other, truth, _, _ = table(args.tried, judge=key == "with_judge")
            print("-- not fitted on:")
            report(fitted.predict_proba((other - mean) / spread)[:, 1], truth)
        weights = fitted.coef_[0] / spread
        written["voice"][key] = {
            "bias": round(float(fitted.intercept_[0] - weights @ mean), 4),
            "weights": {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
        }
    if args.write:
        head = "".join(line for line in TARGET.open(encoding="utf-8") if line.startswith("#"))
        TARGET.write_text(head + yaml.safe_dump(written, sort_keys=False, width=120), encoding="utf-8")


if __name__ == "__main__":
    main()
