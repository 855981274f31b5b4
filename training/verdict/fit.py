"""Fit the model that says of two sentences whether they agree, differ, or make two statements.

    python -m verdict.fit FILE.jsonl ... [--write]

Each FILE was written by ``verdict.collect``; FILE.read.jsonl beside it has the judge's logits (``judge.read``). The
figures are of models fitted without the event that they are tried on.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

TARGET = Path(__file__).resolve().parents[2] / "rules" / "lexicons" / "verdict.yaml"
LABELS = {"same": 0, "differ": 1, "other": 2, "tempting": 2}


def logit(p: float, least: float = 0.005) -> float:
    """The log odds of a probability, held away from 0 and 1."""
    p = min(max(p, least), 1 - least)
    return math.log(p / (1 - p))


def softmax(values: list[float]) -> list[float]:
    """Probabilities of some logits."""
    top = max(values)
    shares = [math.exp(v - top) for v in values]
    return [s / sum(shares) for s in shares]


def features(cell: dict, read: list[float] | None) -> dict[str, float]:
    """The features of a cell by name."""
    found = dict(cell["signals"])
    if read:
        same, differ, other = softmax(read[:3])
        borne, contradicted, _ = softmax(read[3:6])
        found |= {
            "judge-one": -logit(other),
            "judge-fit": math.log((differ + 0.01) / (same + 0.01)),
            "judge-differ": logit(differ),
            "judge-same": logit(same),
            "judge-contradicted": logit(contradicted),
            "judge-borne-out": logit(borne),
        }
    return found


def table(files: list[Path], *, judge: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[dict], list[str]]:
    """Rows of features, labels, groups, cells and the names of the features."""
    rows, labels, groups, cells = [], [], [], []
    for file in files:
        read = file.with_suffix(".read.jsonl")
        reads = [json.loads(x) for x in read.open()] if judge else None
        for k, line in enumerate(file.open(encoding="utf-8")):
            record = json.loads(line)
            for i, cell in enumerate(record["cells"]):
                if cell["signals"] is None or (judge and (not cell["read"] or cell["a"] == cell["b"])):
                    continue
                rows.append(features(cell, reads[k]["cells"][i] if reads else None))
                labels.append(LABELS[cell["gold"]])
                alone = record["kind"] in ("sentences", "drafts")
                groups.append(f"{file.stem}:{k // 25 if alone else record['group']}")
                cells.append({"file": file.stem, "name": record["name"], **cell})
    names = list(rows[0])
    return np.array([[r[n] for n in names] for r in rows]), np.array(labels), np.array(groups), cells, names


def model(c: float = 0.3):
    """A multinomial logistic model over standardised features."""
    return LogisticRegression(C=c, max_iter=2000)


def held_out(x: np.ndarray, y: np.ndarray, groups: np.ndarray, weights: np.ndarray, c: float = 0.3) -> np.ndarray:
    """Probabilities of each row by models that were fitted without its event."""
    out = np.zeros((len(x), 3))
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = (x - mean) / spread
    for train, test in GroupKFold(10).split(z, y, groups):
        out[test] = model(c).fit(z[train], y[train], sample_weight=weights[train]).predict_proba(z[test])
    return out


def report(p: np.ndarray, y: np.ndarray, cells: list[dict]) -> None:
    """Print what the probabilities are worth, file by file."""
    files = np.array([c["file"] for c in cells])
    for file in dict.fromkeys(files):
        at = files == file
        one = (y[at] < 2).astype(int)
        line = [f"{file:8} n {at.sum()} same {(y[at] == 0).sum()} differ {(y[at] == 1).sum()}"]
        for name, truth, score in (
            ("one", one, 1 - p[at, 2]),
            ("same", y[at] == 0, p[at, 0]),
            ("differ", y[at] == 1, p[at, 1]),
        ):
            line.append(f"{name} AP {average_precision_score(truth, score):.3f}")
        print("; ".join(line))
        for t in (0.3, 0.4, 0.5, 0.6):
            hit = p[at, 1] >= t
            right = (y[at] == 1) & hit
            agree = (p[at, 0] >= t) & (p[at, 1] < 0.3)
            ok = (y[at] == 0) & agree
            print(f"    at {t}: differ raised {hit.sum()} right {right.sum()}", end=" | ")
            print(f"same raised {agree.sum()} right {ok.sum()} of {(y[at] == 0).sum()}")


def main() -> None:
    """Read the arguments and fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--try", dest="tried", type=Path, nargs="*", default=[], help="files to measure on alone")
    parser.add_argument("--c", type=float, default=0.3)
    parser.add_argument("--held", choices=("peers", "check"), default="peers", help="which weights to write")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    written = yaml.safe_load(TARGET.read_text(encoding="utf-8"))
    for key in ("without_judge", "with_judge"):
        print(f"== {key}")
        judge = key == "with_judge"
        x, y, groups, cells, names = table(args.files, judge=judge)
        report(held_out(x, y, groups, np.ones(len(y)), args.c), y, cells)
        mean, spread = x.mean(0), x.std(0) + 1e-9
        fitted = model(args.c).fit((x - mean) / spread, y)
        if args.tried:
            print("-- not fitted on:")
            other, truth, _, more, _ = table(args.tried, judge=judge)
            report(fitted.predict_proba((other - mean) / spread), truth, more)
        for n, w in zip(names, fitted.coef_.T, strict=True):
            print(f"{n:18} {w[0]:+.2f} {w[1]:+.2f} {w[2]:+.2f}")
        written.setdefault(args.held, {})[key] = {
            label: {
                "bias": round(float(fitted.intercept_[k] - (fitted.coef_[k] / spread) @ mean), 4),
                "weights": {n: round(float(w), 4) for n, w in zip(names, fitted.coef_[k] / spread, strict=True)},
            }
            for k, label in enumerate(("same", "differ", "other"))
        }
    if args.write:
        head = "".join(line for line in TARGET.open(encoding="utf-8") if line.startswith("#"))
        TARGET.write_text(head + yaml.safe_dump(written, sort_keys=False, width=120), encoding="utf-8")


if __name__ == "__main__":
    main()
