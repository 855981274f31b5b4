"""Fits the weights of ``rules/lexicons/support.yaml`` and says how well they tell true drafts from changed ones.

    python benchmarks/fit_support.py ROWS.jsonl

ROWS.jsonl has a row a draft: ``source``, ``draft``, ``consistent``, and in ``pair`` what it shares with its changed
twin (BUMP, Ma et al. 2023, or made by ``support_edits.py``). The weights are searched one at a time on a small grid,
for the sum of two figures: the area under the curve, and the share of pairs in which the true draft scores above its
twin. The first figures printed are of weights fitted without the pairs that they are tried on, in four parts; then
those of the weights that the rules have, and the weights fitted on all pairs. Last comes what the claims of each draft
score against another source: hardly any should count as supported. Findings are left out, so that the rules don't move
the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from xcheck.api import claims_of
from xcheck.drafts.support import features, overall, score
from xcheck.drafts.support_passages import passages
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.document import Document

Weights = Mapping[str, float]
GRID: Mapping[str, Sequence[float]] = {
    "rival": (0.6, 0.8, 1.0, 1.2, 1.5),
    "swapped": (0.0, 0.05, 0.1, 0.15, 0.2, 0.3),
    "turned": (0.0, 0.4, 0.8, 1.0, 1.2),
    "unlike": (0.1, 0.2, 0.25, 0.3, 0.4),
    "worst": (0.5, 0.6, 0.7, 0.8, 0.9),
}
PARTS = 4
SWEEPS = 2


@dataclass(frozen=True)
class Row:
    """A draft: the features of its claims, whether it is true, and its pair."""

    claims: tuple[Mapping[str, float], ...]
    consistent: bool
    pair: str


def rows(data: Sequence[Mapping[str, object]], shift: int = 0) -> list[Row]:
    """The drafts of the data held against their sources; with a ``shift`` against another source, so far on."""
    texts = [str(d["source"]) for d in data]
    unique = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    read = claims_of([Document.from_text(text, name=f"source-{i}") for text, i in unique.items()])
    drafts = claims_of([Document.from_text(str(d["draft"]), name="draft") for d in data])
    sources = [list(unique)[(unique[text] + shift) % len(unique)] for text in texts]
    return [
        Row(_shown(claims, read[unique[source]]), bool(d["consistent"]), str(d["pair"]))
        for d, claims, source in zip(data, drafts, sources, strict=True)
    ]


def support(row: Row, weights: Weights) -> float:
    """The score of a draft."""
    return overall([score(values, {**weights, "finding": 0.0}) for values in row.claims], weights["worst"])


def figures(scored: Iterable[tuple[Row, float]]) -> tuple[float, float]:
    """The area under the curve, and the share of pairs that are ordered rightly; a tie is half of it."""
    kept = list(scored)
    true, changed = ({r.pair: round(s, 4) for r, s in kept if r.consistent is kind} for kind in (True, False))
    pairs = sorted(true.keys() & changed.keys())
    area = _above(np.array([*true.values()])[:, None], np.array([*changed.values()]))
    return area, _above(np.array([true[p] for p in pairs]), np.array([changed[p] for p in pairs]))


def fit(data: Sequence[Row], start: Weights) -> Weights:
    """The best weights that a search along one of them at a time finds."""
    best = dict(start)
    for _ in range(SWEEPS):
        for name, grid in GRID.items():
            tried = [{**best, name: value} for value in grid]
            best = max(tried, key=lambda weights: sum(figures([(r, support(r, weights)) for r in data])))
    return best


def held_out(data: Sequence[Row], start: Weights) -> list[tuple[Row, float]]:
    """Each draft with its score by weights fitted without its part of the pairs."""
    names = sorted({r.pair for r in data})
    scored: list[tuple[Row, float]] = []
    for part in range(PARTS):
        tried = set(names[part::PARTS])
        weights = fit([r for r in data if r.pair not in tried], start)
        scored += [(r, support(r, weights)) for r in data if r.pair in tried]
    return scored


def _shown(claims: Sequence[Claim], source: Sequence[Claim]) -> tuple[Mapping[str, float], ...]:
    return tuple(features(claims, passages((tuple(source),)), ()).values())


def _above(ones: npt.NDArray[np.float64], others: npt.NDArray[np.float64]) -> float:
    """How often one is above the other; a tie is half of it."""
    return float(np.mean((ones > others) + (ones == others) / 2))


def main() -> None:
    """Prints the figures and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    lines = parser.parse_args().rows.read_text(encoding="utf-8").splitlines()
    given = [json.loads(line) for line in lines]
    data = rows(given)
    settings = lexicon(SupportModel)
    now = {**{n: float(w) for n, w in settings.model.items() if n in GRID}, "worst": float(settings.worst)}
    for name, scored in (("held out", held_out(data, now)), ("as it is", [(r, support(r, now)) for r in data])):
        print("{}: area {:.3f}, pairs ordered {:.3f}".format(name, *figures(scored)))
    print("fitted on all:", dict(fit(data, now)))
    strange = [score(v, {**now, "finding": 0.0}) for row in rows(given, shift=2) for v in row.claims]
    called = np.mean([value >= float(settings.supported) for value in strange])
    print(f"against another source: {called:.3f} of {len(strange)} claims count as supported")


if __name__ == "__main__":
    main()
