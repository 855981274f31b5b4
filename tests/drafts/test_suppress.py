from __future__ import annotations

from datetime import date

import pytest

from xcheck.drafts.suppress import Suppression, fingerprint_of, in_text, suppressed
from xcheck.engine.load import load_rules
from xcheck.records.document import Document
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report

MARK = "0123456789abcdef"
TODAY = date(2024, 5, 6)


def read(text: str) -> list[Suppression]:
    return list(in_text(Document.from_text(text, name="a.md"), load_rules()))


def finding(text: str, document: Document, rule: str = "XQ001") -> Finding:
    start = document.text.index(text)
    evidence = (Evidence(document=document.id, start=start, end=start + len(text), text=text),)
    return Finding(
        id=f"{rule}-{MARK}",
        rule=rule,
        kind="divergence",
        severity="error",
        confidence=1,
        message="",
        fingerprint=MARK,
        claims=(),
        evidence=evidence,
    )


def judged(text: str, passage: str, rule: str = "XQ001") -> Report:
    document = Document.from_text(text, name="a.md")
    report = Report(documents=(), claims=(), findings=(finding(passage, document, rule),))
    return suppressed(report, list(in_text(document, load_rules())), [document], TODAY)


@pytest.mark.parametrize(
    ("comment", "names", "until", "reason"),
    [
        ("ignore[XQ001] agreed", ("XQ001",), None, "agreed"),
        ("ignore[XQ001, XT001] agreed", ("XQ001", "XT001"), None, "agreed"),
        ("ignore[figures-conflict]: agreed", ("XQ001",), None, "agreed"),
        ("ignore[xq001] until 2024-06-01: agreed", ("xq001",), date(2024, 6, 1), "agreed"),
        (f"ignore[XQ001-{MARK}] agreed", (f"XQ001-{MARK}",), None, "agreed"),
        (f"ignore[{MARK}] agreed", (MARK,), None, "agreed"),
    ],
)
def test_what_a_comment_says(comment: str, names: tuple[str, ...], until: date | None, reason: str) -> None:
    (found,) = read(f"A. <!-- xcheck: {comment} -->")
    assert (found.names, found.until, found.reason, found.fault) == (names, until, reason, None)


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("ignore all of it", "names no rule"),
        ("ignore[] agreed", "names no rule"),
        ("ignore[XQ001]", "gives no reason"),
        ("ignore[XQ999] agreed", "no rule is called 'XQ999'"),
        ("ignore[XQ] agreed", "no rule is called 'XQ'"),
        ("ignore[XQ001] until 2024-02-31 agreed", "is no day"),
        ("ingore[XQ001] agreed", "names no rule"),
    ],
)
def test_a_comment_that_holds_for_nothing_is_told(comment: str, fault: str) -> None:
    report = judged(f"Nine men left. <!-- xcheck: {comment} -->", "Nine men left.")
    assert len(report.findings) == 1
    (idle,) = report.unused_suppressions
    assert fault in idle.reason
    assert idle.place == "a.md:1"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Nine men left. <!-- xcheck: ignore[XQ001] agreed -->\nTen came.", True),
        ("<!-- xcheck: ignore[XQ001] agreed -->\nNine men left.", True),
        ("<!-- xcheck: ignore[XQ001] agreed -->\r\n\r\nNine men left.", True),
        ("<!-- xcheck: ignore[XT001] a -->\n<!-- xcheck: ignore[XQ001] agreed -->\nNine men left.", True),
        ("Ten came. <!-- xcheck: ignore[XQ001] agreed -->\nNine men left.", False),
        ("<!-- xcheck: ignore[XQ001] agreed -->\nTen came.\nNine men left.", False),
        ("Nine men left.\n<!-- xcheck: ignore[XQ001] agreed -->", False),
        ("Nine men left. <!-- xcheck: ignore[XT001] agreed -->", False),
        (f"Nine men left. <!-- xcheck: ignore[{MARK}] agreed -->", True),
        ("Nine men left. <!-- xcheck: ignore[fedcba9876543210] agreed -->", False),
    ],
)
def test_the_line_that_it_holds_for(text: str, holds: bool) -> None:  # noqa: FBT001
    report = judged(text, "Nine men left.")
    assert (len(report.suppressed), len(report.findings)) == ((1, 0) if holds else (0, 1))


def test_two_that_cover_one_finding_are_both_in_use() -> None:
    text = "Nine men left. <!-- xcheck: ignore[XQ001] one --> <!-- xcheck: ignore[XQ001] two -->"
    report = judged(text, "Nine men left.")
    assert [s.reason for s in report.suppressed] == ["one"]
    assert report.unused_suppressions == ()


def test_a_source_cannot_let_pass_what_is_found_in_a_draft() -> None:
    draft = Document.from_text("Nine men left.", name="a.md")
    source = Document.from_text("Ten left. <!-- xcheck: ignore[XQ001] x -->", name="b.md")
    report = Report(documents=(), claims=(), findings=(finding("Nine men left.", draft),))
    after = suppressed(report, list(in_text(source, load_rules())), [draft, source], TODAY)
    assert len(after.findings) == 1


@pytest.mark.parametrize(("name", "mark"), [(MARK, MARK), (f"XQ001-{MARK}", MARK), ("XQ001", None), (MARK[1:], None)])
def test_the_fingerprint_that_a_name_holds(name: str, mark: str | None) -> None:
    assert fingerprint_of(name) == mark


def test_a_long_line_of_openings_takes_no_time() -> None:
    assert read("<!-- xcheck: " * 20_000) == []
