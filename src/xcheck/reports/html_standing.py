"""How each claim stands in a report: what was found about it, or why nothing was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, get_args

from xcheck.records.claim import Claim
from xcheck.records.finding import Kind
from xcheck.records.report import Report

Standing = Literal["divergence", "extrapolation", "agreement", "uncorroborated", "held-back", "not-compared"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
FOUND: tuple[Kind, ...] = ("divergence", "extrapolation", "agreement", "uncorroborated")


class Coverage(NamedTuple):
    """How many of an article's claims stand how, and how many were held against another article's."""

    standings: Mapping[Standing, int]
    compared: int
    claims: int

    @property
    def percent(self) -> int:
        """The share of claims that were held against another article's, in percent; 0 where nothing is claimed."""
        return round(100 * self.compared / self.claims) if self.claims else 0


def standings(report: Report) -> dict[str, Standing]:
    """The standing of each claim by id: the gravest of its findings, else held back by a gate, else not compared."""
    found: dict[str, Standing] = {c.id: "not-compared" for c in report.claims}
    told: list[tuple[Standing, Iterable[str]]] = [("held-back", n.claims) for n in report.not_flagged]
    told += [(f.kind, f.claims) for f in report.findings]
    for standing, claims in told:
        for claim in claims:
            if claim in found and STANDINGS.index(standing) < STANDINGS.index(found[claim]):
                found[claim] = standing
    return found


def coverage(report: Report, standing: Mapping[str, Standing]) -> dict[str, Coverage]:
    """The coverage of each document by id. A claim counts as compared when a pair, flagged or held back, has it."""
    pairs = [f.claims for f in report.findings if len(f.claims) == 2] + [n.claims for n in report.not_flagged]
    compared = {claim for pair in pairs for claim in pair}
    own: dict[str, list[Claim]] = {d.id: [] for d in report.documents}
    for claim in report.claims:
        own.setdefault(claim.document, []).append(claim)
    return {name: _coverage(claims, standing, compared) for name, claims in own.items()}


def _coverage(claims: list[Claim], standing: Mapping[str, Standing], compared: set[str]) -> Coverage:
    counted = {s: sum(standing[c.id] == s for c in claims) for s in STANDINGS}
    return Coverage(counted, sum(c.id in compared for c in claims), len(claims))
