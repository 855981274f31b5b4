from __future__ import annotations

import pytest

from xcheck.records.finding import Evidence
from xcheck.reports.places import Place, as_written, place, placed, turning

TEXT = "One 🚢 sank.\r\nThe cafe\u0301 closed.\n\nThe end"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One", Place(1, 1, 1, 4)),
        ("sank", Place(1, 7, 1, 11)),
        ("closed", Place(2, 11, 2, 17)),
        ("The end", Place(4, 1, 4, 8)),
        ("closed.\n\nThe", Place(2, 11, 4, 4)),
    ],
)
def test_lines_and_columns_count_code_points_from_1(words: str, expected: Place) -> None:
    start = TEXT.index(words)
    assert placed(TEXT, start, start + len(words)) == expected


def test_the_stretch_runs_from_the_first_word_that_counts_to_the_last() -> None:
    evidence = Evidence(document="d", start=2, end=30, text="x" * 28, focus=((5, 7), (11, 14)))
    assert turning(evidence) == (5, 14)
    assert turning(evidence.model_copy(update={"focus": ()})) == (2, 30)


@pytest.mark.parametrize(
    ("path", "written"), [("a.txt", True), ("b/A.MD", True), ("a.html", False), ("a.pdf", False), ("md", False)]
)
def test_only_text_files_have_lines_of_their_own(path: str, written: bool) -> None:  # noqa: FBT001
    evidence = Evidence(document="d", start=0, end=3, text="One")
    assert as_written(path) is written
    assert (place(evidence, path, {"d": TEXT}) is not None) is written
    assert place(evidence, path, {}) is None
