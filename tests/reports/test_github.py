from __future__ import annotations

import pytest

from xcheck.records.finding import Evidence
from xcheck.records.report import Report, UnusedSuppression
from xcheck.reports.github import LARGEST_SUMMARY, render, summary


def test_the_whole_report(report: Report, texts: dict[str, str]) -> None:
    assert render(report, texts) == (
        "::warning file=north.txt,line=3,endLine=3,col=6,endColumn=17,title=quantity-unknown · XQ002 · confidence 0.84"
        "::north.txt gives 400 dockers; south.txt says that the number is unclear."
        "%0Asouth.txt:3: How many dockers walked out is unclear\n"
        "::notice file=north.txt,line=4,endLine=4,col=10,endColumn=15,title=XE001 · confidence 0.60"
        "::north.txt forecasts in its own voice.\n"
    )


def test_agreements_and_what_was_accepted_before_are_not_shown(report: Report, texts: dict[str, str]) -> None:
    agreement = report.findings[0].model_copy(update={"kind": "agreement"})
    old = report.findings[1].model_copy(update={"baseline": "unchanged"})
    assert render(report.model_copy(update={"findings": (agreement, old)}), texts) == ""


@pytest.mark.parametrize(
    ("weights", "shown", "more"),
    [
        ((10, 10, 10), (10, 10, 10), None),
        ((11, 0, 0), (10, 0, 0), "1 finding more"),
        ((0, 12, 10), (0, 10, 9), "3 findings more"),
        ((0, 0, 11), (0, 0, 9), "2 findings more"),
        ((11, 2, 9), (10, 2, 9), "1 finding more"),
    ],
)
def test_at_most_ten_of_a_kind_and_the_rest_is_counted(
    report: Report, weights: tuple[int, int, int], shown: tuple[int, int, int], more: str | None
) -> None:
    severities = [s for s, n in zip(("error", "warning", "note"), weights, strict=True) for _ in range(n)]
    found = tuple(report.findings[0].model_copy(update={"severity": s}) for s in severities)
    lines = render(report.model_copy(update={"findings": found}), {}).splitlines()
    counted = [sum(line.startswith(f"::{kind} file") for line in lines) for kind in ("error", "warning", "notice")]
    assert tuple(counted) == shown
    assert all(sum(line.startswith(f"::{kind}") for line in lines) <= 10 for kind in ("error", "warning", "notice"))
    last = lines[-1]
    assert last.startswith(f"::notice title=xcheck::{more}") if more else "title=xcheck::" not in last


def test_the_worst_and_surest_come_first(report: Report) -> None:
    weights = [("note", 0.9), ("warning", 0.5), ("error", 0.1), ("warning", 0.7)]
    found = tuple(
        report.findings[0].model_copy(update={"severity": s, "confidence": c, "message": f"{s} {c}."})
        for s, c in weights
    )
    shown = render(report.model_copy(update={"findings": found}), {})
    order = ["::error 0.1", "::warning 0.7", "::warning 0.5", "::note 0.9"]
    assert sorted(order, key=shown.index) == order


def test_what_separates_properties_and_lines_is_escaped(report: Report) -> None:
    path = "a,b:c%.txt"
    evil = Evidence(document="n", start=0, end=9, text="50%,\nfive")
    one = report.findings[0].model_copy(update={"message": "100% sure: yes,\r\nno", "evidence": (evil, evil)})
    named = report.documents[0].model_copy(update={"id": "n", "path": path})
    shown = render(report.model_copy(update={"findings": (one,), "documents": (named,)}), {})
    assert shown == (
        "::notice file=a%2Cb%3Ac%25.txt,title=XE001 · confidence 0.60"
        "::100%25 sure: yes, no%0Aa,b:c%25.txt: 50%25, five\n"
    )


def test_over_several_lines_there_are_no_columns(report: Report) -> None:
    text = "It could\nstay shut."
    evidence = Evidence(document="north.txt", start=0, end=len(text), text=text)
    one = report.findings[0].model_copy(update={"evidence": (evidence,)})
    shown = render(report.model_copy(update={"findings": (one,)}), {"north.txt": text})
    assert "line=1,endLine=2,title=" in shown


def test_a_page_of_the_web_has_no_lines(report: Report) -> None:
    page = report.documents[0].model_copy(update={"path": "north.html"})
    shown = render(report.model_copy(update={"documents": (page,)}), {"north.txt": "x" * 200})
    assert "file=north.html,title=" in shown


def test_idle_suppressions_are_told_at_the_end(report: Report, texts: dict[str, str]) -> None:
    idle = UnusedSuppression(names="XQ002", place="draft.md:7", reason="it gives no reason")
    *_, last = render(report.model_copy(update={"unused_suppressions": (idle,)}), texts).splitlines()
    assert last == "::notice title=xcheck::draft.md:7: the suppression of XQ002 is idle: it gives no reason"


def test_the_summary_is_cut_between_two_blocks_where_it_is_too_large(report: Report, texts: dict[str, str]) -> None:
    assert summary(report, texts).startswith("# north.txt")
    long = report.findings[0].model_copy(update={"message": "ö" * 3000})
    cut = summary(report.model_copy(update={"findings": (long,) * 400}), texts)
    assert LARGEST_SUMMARY - 10_000 < len(cut.encode()) <= LARGEST_SUMMARY
    assert cut.endswith("the rest is left out.\n")
    assert all(block.count("ö") in (0, 3000) for block in cut.split("\n\n"))
