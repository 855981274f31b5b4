"""Words in quotation marks."""

from __future__ import annotations

from xcheck.language.analysis import Analysis
from xcheck.records.claim import Quote


def find(analysis: Analysis) -> tuple[Quote, ...]:
    """Every quotation of the document's sentences, in order."""
    return ()
