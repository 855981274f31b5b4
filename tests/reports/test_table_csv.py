from __future__ import annotations

import csv
import io

import pytest

from xcheck.records.report import Report
from xcheck.reports.table_csv import render, render_matrix


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_findings_are_lines_weightiest_first(report: Report, texts: dict[str, str]) -> None:
    head, first, second, ended = _rows(render(report, texts))
    assert dict(zip(head, first, strict=True)) == {
        "id": "f1", "kind": "divergence", "type": "quantity-unknown", "severity": "warning", "confidence": "0.84",
        "rule": "XQ002", "message": "north.txt gives 400 dockers; south.txt says that the number is unclear.",
        "fingerprint": "0123456789abcdef",
        "document left": "north.txt", "line left": "3", "passage left": "Some 400 dockers walked out on Monday",
        "document right": "south.txt", "line right": "3", "passage right": "How many dockers walked out is unclear",
    }  # fmt: skip
    assert second[head.index("kind")] == "extrapolation"
    assert second[head.index("document right") :] == ["", "", ""]
    assert (ended[head.index("kind")], ended[head.index("message")]) == ("claims", "2 alone")


def test_the_matrix_has_a_column_for_each_origin(report: Report, texts: dict[str, str]) -> None:
    head, row, *_ = _rows(render_matrix(report))
    assert head == ["kind", "types", "claim", "north.txt", "south.txt"]
    assert row[:2] == ["divergence", "quantity-unknown"]
    assert all(row[3:])


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_field_is_a_formula(report: Report, texts: dict[str, str], words: str) -> None:
    one = report.findings[0].model_copy(update={"message": words})
    row = _rows(render(report.model_copy(update={"findings": (one,)}), texts))[1]
    assert row[6].startswith("'")


def test_marks_lines_and_commas_stay_in_their_field(report: Report, texts: dict[str, str]) -> None:
    one = report.findings[0].model_copy(update={"message": 'a "b", c\r\nd'})
    text = render(report.model_copy(update={"findings": (one,)}), texts)
    assert _rows(text)[1][6] == 'a "b", c d'
    assert text.count("\r\n") == 3
