"""The counts of every format match what it lists: what is hidden, folded, accepted or not listed is told."""

from __future__ import annotations

import csv
import io
import json

import pytest

from xcheck.cli.options import Format
from xcheck.cli.rendering import rendered
from xcheck.records.report import Report
from xcheck.reports import terminal
from xcheck.reports.selection import Selection, narrowed, selected
from xcheck.reports.summary import counts, endings


@pytest.fixture
def ended(report: Report) -> Report:
    """The report with an agreement and a claim of one article alone, and the states that all of it gives."""
    forecast, figure = report.findings
    agreement = figure.model_copy(
        update={"id": "f3", "rule": "XA001", "kind": "agreement", "type": None, "severity": "note"}
    )
    alone = forecast.model_copy(update={"id": "f4", "rule": "XU006", "kind": "uncorroborated", "claims": ("n1",)})
    claims = tuple(c.model_copy(update={"state": "diverging", "text": c.id}) for c in report.claims)
    return report.model_copy(
        update={
            "claims": claims,
            "states": {"diverging": 2},
            "findings": (*report.findings, agreement, alone),
            "folded": 5,
        }
    )


def only(report: Report, *names: str) -> Report:
    return selected(report, Selection(select=names))


def test_nothing_is_told_of_where_nothing_is_left_out(ended: Report) -> None:
    assert selected(ended, Selection()) is ended


def test_what_is_hidden_is_counted(ended: Report) -> None:
    shown = only(ended, "XQ002", "uncorroborated")
    assert (shown.hidden, shown.folded) == (2, 5)
    assert "1 divergence, 0 extrapolations, 1 uncorroborated, 2 hidden" in counts(shown)
    twice = narrowed(shown, shown.findings[:1])
    assert (twice.hidden, twice.folded) == (8, 0)


def test_what_all_would_not_show_is_hidden_too(ended: Report) -> None:
    shown = only(ended, "divergence")
    assert (shown.hidden, shown.folded) == (3 + 5, 0)
    assert "--all" not in counts(shown)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["XQ002"], "2 diverging"),
        (["agreement"], "2 agreed"),
        (["extrapolation"], "2 not shown"),
        (["uncorroborated"], "2 not shown"),
    ],
)
def test_no_claim_ends_in_a_finding_that_is_hidden(ended: Report, names: list[str], told: str) -> None:
    shown = only(ended, *names)
    assert endings(shown) == told
    assert sum(shown.states.values()) == len(shown.claims)
    assert all(n == sum(c.state == state for c in shown.claims) for state, n in shown.states.items())


def test_a_claim_of_which_nothing_was_found_ends_as_before(ended: Report) -> None:
    first, second = ended.claims
    gated = first.model_copy(update={"state": "not-compared", "gate": "list-slot"})
    shown = only(ended.model_copy(update={"claims": (gated, second)}), "extrapolation")
    assert endings(shown) == "1 not compared (list-slot 1), 1 not shown"


FORMS = [form for form in Format if form not in (Format.GITHUB, Format.MATRIX, Format.TERMINAL)]


@pytest.mark.parametrize("form", FORMS)
def test_no_format_tells_of_what_is_hidden(ended: Report, texts: dict[str, str], form: Format) -> None:
    written = rendered(only(ended, "extrapolation"), texts, form, rules=())
    assert "says that the number is unclear" not in written
    assert "diverging" not in written or form in (Format.JSON, Format.SARIF)
    if form is Format.JSON:
        states = json.loads(written)["states"]
        assert {state: n for state, n in states.items() if n} == {"not-shown": 2}


def test_the_review_says_what_is_hidden(ended: Report, texts: dict[str, str]) -> None:
    review = rendered(only(ended, "extrapolation"), texts, Format.HTML, rules=())
    assert "8 findings are left out by the options of this report." in review
    assert 'id="is-not-shown"' in review
    assert 'id="is-not-shown"' not in rendered(ended, texts, Format.HTML, rules=())


def accepted(report: Report) -> Report:
    findings = (report.findings[0], report.findings[1].model_copy(update={"baseline": "unchanged"}))
    return report.model_copy(update={"findings": findings})


def test_what_a_baseline_accepts_is_neither_listed_nor_counted(report: Report, texts: dict[str, str]) -> None:
    once = accepted(report)
    assert "0 divergences, 1 extrapolation, 1 accepted before" in counts(once)
    assert "XQ002" not in terminal.render(once, texts, statistics=True)
    assert "XQ002" not in rendered(once, texts, Format.MARKDOWN, rules=())
    assert [row[5] for row in csv.reader(io.StringIO(rendered(once, texts, Format.CSV, rules=())))][1:-1] == ["XE001"]
    assert "<strong>0</strong> divergences" in rendered(once, texts, Format.HTML, rules=())


def test_agreements_that_are_not_listed_are_counted_apart(ended: Report, texts: dict[str, str]) -> None:
    shown = terminal.render(ended, texts, statistics=True, agreements=False)
    assert "Agreements" not in shown
    assert "XA001" not in shown
    assert shown.splitlines()[-1].startswith("2 claims, 1 divergence, 1 extrapolation, 1 uncorroborated, ")
    assert shown.splitlines()[-1].endswith(", 1 agreement not listed (see --show-agreements)")
    listed = terminal.render(ended, texts, statistics=True)
    assert "Agreements (1)" in listed
    assert "not listed" not in listed
    without = ended.model_copy(update={"findings": tuple(f for f in ended.findings if f.kind != "agreement")})
    assert "not listed" not in terminal.render(without, texts, agreements=False)
