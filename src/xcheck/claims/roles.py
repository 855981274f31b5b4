"""Titles, offices, ages and affiliations, with who holds them."""

from __future__ import annotations

from xcheck.entities.names import Names
from xcheck.nlp.analysis import Analysis
from xcheck.records.base import Span
from xcheck.records.claim import Role


def find(analysis: Analysis, names: Names) -> tuple[Role, ...]:
    """Every role ascribed to somebody in the document's sentences, in order.

    ``holder`` is an entity's key, or a noun's lemma where the text gives no name ("the twins, who turn 30").
    """
    text = analysis.document.text
    return tuple(
        Role(**dict(Span.of(text, t.start, t.end)), holder=t.holder, title=t.words, kind=t.kind) for t in names.titles
    )
