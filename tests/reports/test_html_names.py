from __future__ import annotations

import pytest

from xcheck.records.report import ReportedDocument
from xcheck.reports.html_names import letter, lettered, letters, names

NAMED = names([ReportedDocument(id=i, path=f"in/{i}", title=None) for i in ("courier.txt", "courier.txt.old")])


@pytest.mark.parametrize(
    ("position", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters_go_on(position: int, expected: str) -> None:
    assert letter(position) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Courier.txt says so.", [("A", True), (" says so.", False)]),
        ("one, courier.txt.old, two", [("one, ", False), ("B", True), (", two", False)]),
        ("scourier.txt is another", [("scourier.txt is another", False)]),
        ("no name\n here", [("no name here", False)]),
    ],
)
def test_ids_become_letters(message: str, expected: list[tuple[str, bool]]) -> None:
    assert [tuple(run) for run in lettered(message, letters(NAMED))] == expected


def test_an_article_without_a_headline_goes_by_its_file() -> None:
    assert NAMED["courier.txt"].title == "courier.txt"
    assert NAMED["courier.txt"].path == "in/courier.txt"
