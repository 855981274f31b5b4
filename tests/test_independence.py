"""Prints of one agency's report are one source: in what is found, and in what is said about it."""

from __future__ import annotations

import json

import pytest

from xcheck import api
from xcheck.cli.options import Format
from xcheck.cli.rendering import rendered
from xcheck.records.document import Document
from xcheck.records.finding import Finding
from xcheck.records.report import Report
from xcheck.reports import terminal
from xcheck.reports.summary import told

WIRE = (
    "SANDHAVN (Reuters) - The ferry Aurelia ran aground off Brennick on Monday evening.",
    "The coastguard said that 212 passengers were taken off the ship.",
    "The harbour master, Tomas Vell, said that the ship had lost its steering at the quay.",
    "The accident will change how the islands are supplied for years.",
    "“We saw the lights go out and heard the blow,” said a passenger, Karl Obry.",
)
OWN = (
    "The ferry Aurelia ran aground off Brennick on Monday evening, the harbour office said.",
    "The coastguard said that 340 passengers were taken off the ship.",
)


@pytest.fixture(scope="module")
def story() -> Report:
    printed = {name: "\n\n".join(WIRE) for name in ("a.txt", "b.txt", "c.txt")}
    texts = {**printed, "d.txt": "\n\n".join(OWN)}
    return api.compare([Document.from_text(text, name=name) for name, text in texts.items()])


def _of(report: Report, kind: str) -> list[Finding]:
    return [f for f in report.findings if f.kind == kind]


def test_reprints_name_their_origin(story: Report) -> None:
    assert [d.origin for d in story.documents] == [None, "a.txt", "a.txt", None]


def test_a_divergence_from_a_report_that_three_print_is_one_finding(story: Report) -> None:
    (found,) = [f for f in _of(story, "divergence") if f.type == "quantity"]
    assert {e.document for e in found.evidence} == {"a.txt", "d.txt"}
    assert [e.reprints for e in found.evidence] == [("b.txt", "c.txt"), ()]
    assert told(found).endswith("b.txt and c.txt print the words of a.txt too.")


def test_no_print_bears_out_what_another_print_says(story: Report) -> None:
    forecasts = [f for f in _of(story, "extrapolation") if f.type == "forecast"]
    assert [[e.document for e in f.evidence] for f in forecasts] == [["a.txt"]]
    assert not any({e.document for e in f.evidence} <= {"a.txt", "b.txt", "c.txt"} for f in _of(story, "agreement"))


def test_what_one_origin_alone_has_is_said_to_have_one_source(story: Report) -> None:
    (quoted,) = [f for f in _of(story, "uncorroborated") if "lights" in f.message]
    assert quoted.message.startswith("a.txt is the only source for this: “We saw the lights go out")
    assert quoted.evidence[0].reprints == ("b.txt", "c.txt")


def test_a_print_that_altered_a_figure_is_found() -> None:
    texts = {"a": "\n\n".join(WIRE), "b": "\n\n".join(WIRE).replace("212", "221"), "c": "\n\n".join(OWN)}
    report = api.compare([Document.from_text(text, name=name) for name, text in texts.items()])
    assert [d.origin for d in report.documents] == [None, "a", None]
    assert ["a", "b"] in [[e.document for e in f.evidence] for f in _of(report, "divergence")]


def test_two_prints_and_nobody_else_agree() -> None:
    texts = {"a": "\n\n".join(WIRE), "b": "\n\n".join(WIRE)}
    report = api.compare([Document.from_text(text, name=name) for name, text in texts.items()])
    assert {f.kind for f in report.findings} == {"agreement"}
    assert all("print the same words: " in f.message for f in report.findings)


@pytest.mark.parametrize("form", [f for f in Format if f is not Format.HTML and f is not Format.MATRIX])
def test_every_format_names_the_prints(story: Report, form: Format) -> None:
    is_terminal = form is Format.TERMINAL
    shown = terminal.render(story, {}, width=400) if is_terminal else rendered(story, {}, form, rules=())
    if form is Format.JSON:
        evidence = [e for f in json.loads(shown)["findings"] for e in f["evidence"]]
        assert ["b.txt", "c.txt"] in [e["reprints"] for e in evidence]
    else:
        assert "print the words of a.txt too" in shown


def test_the_review_and_the_matrix_fold_the_prints(story: Report) -> None:
    assert "one origin with" in rendered(story, {}, Format.HTML, rules=())
    assert "a.txt + b.txt + c.txt" in rendered(story, {}, Format.MATRIX, rules=())
