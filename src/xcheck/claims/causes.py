"""Causes and motives that a clause gives."""

from __future__ import annotations

from xcheck.claims.clauses import Clause
from xcheck.records.claim import Cause


def of(clause: Clause) -> Cause | None:
    """The cause or motive given for what the clause says, or None."""
    return None
