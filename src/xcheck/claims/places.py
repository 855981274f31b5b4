"""Places and the part they play: where, from where, to where."""

from __future__ import annotations

from xcheck.language.analysis import Analysis
from xcheck.language.names import Names
from xcheck.records.claim import Place


def find(analysis: Analysis, names: Names) -> tuple[Place, ...]:
    """Every place of the document's sentences, in order."""
    return ()
