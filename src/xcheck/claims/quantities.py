"""Figures in the text: value, bounds, approximation, unit, what is counted, and what is stated to be unknown."""

from __future__ import annotations

from xcheck.language.analysis import Analysis
from xcheck.records.claim import Quantity


def find(analysis: Analysis) -> tuple[Quantity, ...]:
    """Every quantity of the document's sentences, in order."""
    return ()
