"""Titles, offices, ages and affiliations, with who holds them."""

from __future__ import annotations

from xcheck.language.analysis import Analysis
from xcheck.language.names import Names
from xcheck.records.claim import Role


def find(analysis: Analysis, names: Names) -> tuple[Role, ...]:
    """Every role ascribed to somebody in the document's sentences, in order."""
    return ()
