"""How each claim stands in a report: what was found about it, or why nothing was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from xcheck.alignment.wording import wording
from xcheck.records.claim import Claim
from xcheck.records.finding import Kind
from xcheck.records.report import Report, ReportedClaim

Standing = Literal[
    "divergence", "extrapolation", "agreement", "uncorroborated", "not-compared", "compatible", "not-shown", "alone"
]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
_COMPARED = ("diverging", "agreed", "compatible")
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
    """The standing of each claim by id: the gravest finding shown of it, or of its copy; else how it ended."""
    told: dict[str, Standing] = {}
    for finding in report.findings:
        for claim in finding.claims:
            told[claim] = min(finding.kind, told.get(claim, finding.kind), key=STANDINGS.index)
    copied = copies(report)
    return {c.id: told.get(copied.get(c.id, c.id)) or _unfound(c) for c in report.claims}


def copies(report: Report) -> dict[str, str]:
    """For each claim of which nothing is found itself the claim in the same words of which something is, by id."""
    told = {claim for finding in report.findings for claim in finding.claims}
    first = {_words(c): c.id for c in reversed(report.claims) if c.id in told}
    return {c.id: first[_words(c)] for c in report.claims if c.id not in told and _words(c) in first}


def _words(claim: Claim) -> tuple[str, str]:
    return wording(claim.sentence.text), wording(claim.text)


def _unfound(claim: ReportedClaim) -> Standing:
    """The standing of a claim of which no finding is shown."""
    match claim.state:
        case "not-compared" | "not-shown" | "alone":
            return claim.state
    return "compatible"


def coverage(report: Report, standing: Mapping[str, Standing]) -> dict[str, Coverage]:
    """The coverage of each document by id. A claim counts as compared when it met one of another article."""
    paired = {claim for f in report.findings if len(f.claims) == 2 for claim in f.claims}
    compared = {c.id for c in report.claims if c.state in _COMPARED} | paired
    own: dict[str, list[Claim]] = {d.id: [] for d in report.documents}
    for claim in report.claims:
        own.setdefault(claim.document, []).append(claim)
    return {name: _coverage(claims, standing, compared) for name, claims in own.items()}


def _coverage(claims: list[Claim], standing: Mapping[str, Standing], compared: set[str]) -> Coverage:
    counted = {s: sum(standing[c.id] == s for c in claims) for s in STANDINGS}
    return Coverage(counted, sum(c.id in compared for c in claims), len(claims))
