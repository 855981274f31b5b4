from __future__ import annotations

import pytest

from xcheck.records.base import Span
from xcheck.records.claim import Quantity, Time
from xcheck.records.finding import Evidence, Finding, Kind
from xcheck.records.report import Report, ReportedClaim, ReportedDocument
from xcheck.records.sentence import Sentence
from xcheck.reports.html_figures import figures
from xcheck.reports.html_names import names
from xcheck.reports.matrix import matrix
from xcheck.reports.slot_words import time_words


def _claim(name: str, document: str, at: int, figure: str | None = None) -> ReportedClaim:
    text = f"{document} says {figure or 'so'}"
    quantities: tuple[Quantity, ...] = ()
    if figure:
        start = at + text.index(figure)
        low = None if figure == "unknown" else int(figure)
        status = "unknown" if figure == "unknown" else "stated"
        end = start + len(figure)
        quantities = (Quantity(start=start, end=end, text=figure, low=low, high=low, status=status),)
    span = Span(start=at, end=at + len(text), text=text)
    return ReportedClaim(
        id=name, document=document, **dict(span), sentence=Sentence(**dict(span)), quantities=quantities
    )


def _finding(kind: Kind, confidence: float, *claims: ReportedClaim, type_: str | None = None) -> Finding:
    evidence = tuple(
        Evidence(document=c.document, **dict(c.span), focus=tuple((q.start, q.end) for q in c.quantities))
        for c in claims
    )
    name = "-".join(c.id for c in claims)
    return Finding(
        id=name, rule="XQ001", kind=kind, type=type_, severity="warning", confidence=confidence, message=name,
        fingerprint="0" * 16, claims=tuple(c.id for c in claims), evidence=evidence,
    )  # fmt: skip


def _report(claims: list[ReportedClaim], *findings: Finding) -> Report:
    documents = dict.fromkeys(c.document for c in claims)
    heads = tuple(ReportedDocument(id=d, path=d) for d in documents)
    return Report(documents=heads, claims=tuple(claims), findings=findings)


def test_claims_that_findings_join_are_one_row() -> None:
    a, b, c = _claim("a1", "a", 0, "12"), _claim("b1", "b", 0, "20"), _claim("c1", "c", 0, "unknown")
    first = _finding("divergence", 0.9, a, b, type_="quantity")
    second = _finding("divergence", 0.8, b, c, type_="quantity-unknown")
    story = matrix(_report([a, b, c], first, second))
    assert len(story.rows) == 1
    assert {name: cell.values for name, cell in story.rows[0].cells.items()} == {
        "a": ("12",), "b": ("20",), "c": ("unknown",),
    }  # fmt: skip
    assert story.rows[0].types == ("quantity", "quantity-unknown")


def test_a_row_has_one_place_of_each_article() -> None:
    """a1 is like b1, and b1 like a2: the surer pair is a row, and the other does not draw a second place into it."""
    a1, a2, b = _claim("a1", "a", 0), _claim("a2", "a", 100), _claim("b1", "b", 0)
    story = matrix(_report([a1, a2, b], _finding("agreement", 0.9, a1, b), _finding("agreement", 0.5, a2, b)))
    assert [{cell.claim.id for cell in row.cells.values()} for row in story.rows] == [{"a1", "b1"}]


def test_reprints_are_folded_into_one_origin() -> None:
    a, b, c = _claim("a1", "a", 0), _claim("b1", "b", 0), _claim("c1", "c", 0)
    report = _report([a, b, c], _finding("agreement", 0.9, a, b), _finding("agreement", 0.8, b, c))
    heads = tuple(d.model_copy(update={"origin": "a"}) if d.id == "b" else d for d in report.documents)
    story = matrix(report.model_copy(update={"documents": heads}))
    assert dict(story.columns) == {"a": ("a", "b"), "c": ("c",)}
    assert set(story.rows[0].cells) == {"a", "c"}


def test_what_one_source_alone_says_is_kept_apart() -> None:
    a, b, lone = _claim("a1", "a", 0), _claim("b1", "b", 0), _claim("a2", "a", 100)
    pair, alone = _finding("agreement", 0.9, a, b), _finding("extrapolation", 0.7, lone)
    story = matrix(_report([a, b, lone], pair, alone))
    assert {name: [c.id for c in claims] for name, claims in story.lone.items()} == {"a": ["a2"]}


def test_divergences_come_first_and_then_what_most_sources_say() -> None:
    a, b, c = _claim("a1", "a", 0), _claim("b1", "b", 0), _claim("c1", "c", 0)
    d, e = _claim("a2", "a", 100, "5"), _claim("b2", "b", 100, "7")
    found = (
        _finding("agreement", 0.9, a, b), _finding("agreement", 0.9, b, c),
        _finding("divergence", 0.4, d, e, type_="quantity"),
    )  # fmt: skip
    assert [row.kind for row in matrix(_report([a, b, c, d, e], *found)).rows] == ["divergence", "agreement"]


def test_two_claims_of_one_sentence_speak_for_their_article_together() -> None:
    a, b = _claim("a1", "a", 0, "12"), _claim("b1", "b", 0)
    unknown = _claim("b2", "b", 0, "unknown")
    pairs = _finding("agreement", 0.9, a, b), _finding("divergence", 0.5, a, unknown, type_="quantity-unknown")
    report = _report([a, b, unknown], *pairs)
    row = matrix(report).rows[0]
    assert row.cells["b"].claim == unknown
    assert row.cells["b"].values == ("unknown",)
    assert [m.words for m in figures(names(report.documents), matrix(report)).quantities[0].marks] == [
        "12",
        "unknown",
    ]


def test_figures_stand_on_one_line_in_proportion() -> None:
    a, b, c = _claim("a1", "a", 0, "10"), _claim("b1", "b", 0, "20"), _claim("c1", "c", 0, "30")
    pairs = [_finding("divergence", 0.9, *pair, type_="quantity") for pair in ((a, b), (b, c))]
    report = _report([a, b, c], *pairs)
    line = figures(names(report.documents), matrix(report)).quantities[0]
    places = [mark.start for mark in line.marks]
    assert [mark.letters for mark in line.marks] == [("A",), ("B",), ("C",)]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1], abs=0.02)
    assert places[1] - places[0] > 20
    assert [tick.words for tick in line.scale.ticks] == ["0", "30"]


def test_an_unknown_spans_the_line() -> None:
    a, b = _claim("a1", "a", 0, "10"), _claim("b1", "b", 0, "unknown")
    report = _report([a, b], _finding("divergence", 0.9, a, b, type_="quantity-unknown"))
    marks = figures(names(report.documents), matrix(report)).quantities[0].marks
    assert [(m.known, m.end - m.start) for m in marks] == [(True, 0), (False, 100)]


def test_degrees_of_certainty_rise_from_the_hedged_to_the_firm() -> None:
    a = _claim("a1", "a", 0)
    b = _claim("b1", "b", 0).model_copy(update={"certainty": "possibility"})
    report = _report([a, b], _finding("divergence", 0.9, a, b, type_="modality"))
    low, high = figures(names(report.documents), matrix(report)).certainties[0].marks
    assert (low.letters, low.words, high.letters, high.words) == (("B",), "possibility", ("A",), "fact")
    assert low.start < high.start


def test_articles_that_give_one_answer_share_its_mark() -> None:
    a, b, c = _claim("a1", "a", 0, "10"), _claim("b1", "b", 0, "20"), _claim("c1", "c", 0, "10")
    pairs = [_finding("divergence", 0.9, *pair, type_="quantity") for pair in ((a, b), (b, c))]
    report = _report([a, b, c], *pairs)
    marks = figures(names(report.documents), matrix(report)).quantities[0].marks
    assert [mark.letters for mark in marks] == [("A", "C"), ("B",)]


@pytest.mark.parametrize(
    ("words", "value", "first", "last", "expected"),
    [
        ("Monday", "2031-05-05", "2031-05-05", "2031-05-05", "Monday (2031-05-05)"),
        ("last week", "2031-W18", "2031-04-28", "2031-05-04", "last week (2031-04-28 to 2031-05-04)"),
        ("in 1998", "1998", "1998-01-01", "1998-12-31", "in 1998"),
        ("recently", "PAST_REF", None, None, "recently"),
    ],
)
def test_times_are_told_with_the_days_that_their_words_leave_open(
    words: str, value: str, first: str | None, last: str | None, expected: str
) -> None:
    time = Time.model_validate(
        {"start": 0, "end": len(words), "text": words, "value": value, "first": first, "last": last}
    )
    assert time_words(time) == expected
