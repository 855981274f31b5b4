"""How the claims ended is told in every format, also where nothing was found."""

from __future__ import annotations

import json

import pytest

from xcheck.cli.options import Format
from xcheck.cli.rendering import rendered
from xcheck.records.report import Report
from xcheck.reports import terminal
from xcheck.reports.summary import endings

PLAIN = ("markdown", "csv", "matrix", "junit", "annotation", "claimreview")


@pytest.fixture
def ended(report: Report) -> Report:
    first, second = report.claims
    claims = (
        first.model_copy(update={"state": "diverging"}),
        second.model_copy(update={"state": "not-compared", "gate": "list-slot"}),
    )
    return report.model_copy(update={"claims": claims, "states": {"diverging": 1, "not-compared": 1}})


def test_one_line_tells_states_and_gates(ended: Report) -> None:
    assert endings(ended) == "1 diverging, 1 not compared (list-slot 1)"


@pytest.mark.parametrize("name", PLAIN)
def test_the_line_is_in_the_format(ended: Report, texts: dict[str, str], name: str) -> None:
    for report in (ended, ended.model_copy(update={"findings": ()})):
        assert endings(ended) in rendered(report, texts, Format(name), rules=())


def test_the_line_is_in_the_terminal(ended: Report, texts: dict[str, str]) -> None:
    assert f"Claims: {endings(ended)}\n" in terminal.render(ended, texts)


def test_programs_read_the_counts(ended: Report, texts: dict[str, str]) -> None:
    assert json.loads(rendered(ended, texts, Format.JSON, rules=()))["states"] == {"diverging": 1, "not-compared": 1}
    (run,) = json.loads(rendered(ended, texts, Format.SARIF, rules=()))["runs"]
    assert run["properties"]["claims"] == {"diverging": 1, "not-compared": 1}


def test_the_review_marks_and_counts_each_state(ended: Report, texts: dict[str, str]) -> None:
    review = rendered(ended, texts, Format.HTML, rules=())
    assert endings(ended) in review
