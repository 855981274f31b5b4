"""Sentences of two articles that meet, and whether they make one statement: else a hedge is no divergence."""

from __future__ import annotations

from xcheck import api
from xcheck.records.document import Document
from xcheck.records.report import Report

CLUB = "How the rowing club of Tarn lost its boats, its captain and possibly its lease."


def compared(left: str, right: str) -> Report:
    return api.compare([Document.from_text(text, name=name) for name, text in (("a", left), ("b", right))])


def test_two_statements_of_one_thing_are_not_held_against_each_other() -> None:
    report = compared(
        CLUB, "The rowing club of Tarn says that it regrets nothing, despite the loss of most of its boats."
    )
    assert "modality" not in {f.type for f in report.findings}
    assert "other-statement" in {held.gate for held in report.not_flagged}


def test_one_statement_hedged_by_one_side_diverges() -> None:
    report = compared(
        "The rowing club of Tarn has lost its lease.", "The rowing club of Tarn has probably lost its lease."
    )
    assert "modality" in {f.type for f in report.findings}
    assert "other-statement" not in {held.gate for held in report.not_flagged}
