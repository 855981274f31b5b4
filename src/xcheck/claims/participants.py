"""Who and what takes part in a clause, resolved to entities."""

from __future__ import annotations

from xcheck.claims.clauses import Clause
from xcheck.language.names import Names
from xcheck.records.claim import Participant


def of(clause: Clause, names: Names) -> tuple[Participant, ...]:
    """The participants of a clause, the agent first."""
    return ()
