"""Findings stand under the headline of their story where a report tells more than one."""

from __future__ import annotations

import pytest

from xcheck.records.report import Report, ReportedDocument, ReportedStory
from xcheck.reports import html, markdown, terminal
from xcheck.reports.matrix import matrix
from xcheck.reports.stories import by_story, loners, tables


@pytest.fixture
def mixed(report: Report) -> Report:
    """The report with a third article, which tells a story of its own."""
    return report.model_copy(
        update={
            "documents": (*report.documents, ReportedDocument(id="mill.txt", path="mill.txt")),
            "stories": (
                ReportedStory(id="mill.txt", documents=("mill.txt",), headline="Mill *shuts*"),
                ReportedStory(id="north.txt", documents=("north.txt", "south.txt"), headline="Ferry *strike*"),
            ),
        }
    )


def test_one_story_has_no_heading(report: Report, texts: dict[str, str]) -> None:
    whole = ReportedStory(id="north.txt", documents=("north.txt", "south.txt"), headline="Ferry strike")
    told = report.model_copy(update={"stories": (whole,)})
    assert markdown.render(told, texts) == markdown.render(report, texts)
    assert terminal.render(told, texts) == terminal.render(report, texts)


def test_the_findings_of_each_story(mixed: Report) -> None:
    assert [(s.headline, s.findings) for s in by_story(mixed)] == [("Ferry *strike*", mixed.findings)]
    assert loners(mixed) == ["mill.txt"]


def test_in_the_terminal(mixed: Report, texts: dict[str, str]) -> None:
    lines = terminal.render(mixed, texts).splitlines()
    assert lines[:3] == ["Ferry *strike* — north.txt and south.txt", "", "Divergences (1)"]
    assert "Told by one article alone: mill.txt" in lines


def test_in_markdown(mixed: Report, texts: dict[str, str]) -> None:
    shown = markdown.render(mixed, texts)
    assert "\n\n# Ferry \\*strike\\*\n\nnorth.txt · south.txt\n\n## Divergences\n\n" in shown
    assert "\n\n## Told by one article alone\n\n- mill.txt\n\n" in shown


def test_the_matrix_of_each_story_has_its_own_columns(mixed: Report) -> None:
    ((headline, own),) = tables(mixed, matrix(mixed))
    assert headline == "Ferry *strike*"
    assert [*own.columns] == ["north.txt", "south.txt"]
    assert own.rows == matrix(mixed).rows


def test_in_the_review(mixed: Report, report: Report, texts: dict[str, str]) -> None:
    assert "<h3>Ferry *strike*</h3>" in html.render(mixed, {**texts, "mill.txt": "The mill has shut."})
    assert "<h3>Ferry" not in html.render(report, texts)
