"""Who says so: speaker, cue and content of direct, indirect and mixed speech."""

from __future__ import annotations

from collections.abc import Sequence

from xcheck.language.analysis import Analysis
from xcheck.language.names import Names
from xcheck.records.claim import Attribution, Quote


def find(analysis: Analysis, names: Names, quotes: Sequence[Quote]) -> tuple[Attribution, ...]:
    """Every attribution of the document, in the order of their contents."""
    return ()


def speakers(quotes: Sequence[Quote], attributions: Sequence[Attribution]) -> tuple[Quote, ...]:
    """The quotations, each with the resolved speaker of the attribution that holds it."""
    return tuple(quotes)
