"""What makes a clause go beyond reported events."""

from __future__ import annotations

from xcheck.claims.clauses import Clause
from xcheck.records.claim import Certainty, Stance


def of(clause: Clause, certainty: Certainty, *, own_voice: bool) -> tuple[Stance, ...]:
    """The clause's stances; none where it is credited to somebody."""
    return ()
