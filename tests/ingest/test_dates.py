from __future__ import annotations

from datetime import date, datetime

import pytest

from xcheck.ingest.dates import from_metadata, full, of_issue, placed, stated


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Friday, March 1", (None, 3, 1)),
        ("1st March 2024", (2024, 3, 1)),
        ("Sept. 30, 2023", (2023, 9, 30)),
        ("SEPT 30", (None, 9, 30)),
        ("2024-03-01T10:00:00Z", (2024, 3, 1)),
        ("29 February", (None, 2, 29)),
    ],
)
def test_forms_of_a_date(words: str, parts: tuple[int | None, int, int]) -> None:
    assert stated(words) == parts


@pytest.mark.parametrize("words", ["on Friday", "31 February 2024", "May 2024", "the march of 10", "Marching 3"])
def test_what_names_no_day(words: str) -> None:
    assert stated(words) is None


def test_a_full_date_has_its_year() -> None:
    assert full("posted March 1, updated March 2, 2024") == date(2024, 3, 2)
    assert full("posted March 1") is None


def test_a_day_without_year_is_the_last_one_before_publication() -> None:
    assert placed(12, 30, date(2024, 1, 2)) == date(2023, 12, 30)
    assert placed(1, 3, date(2024, 1, 2)) == date(2024, 1, 3)  # another time zone
    assert placed(2, 29, date(2023, 5, 1)) == date(2020, 2, 29)


def test_metadata_of_any_type() -> None:
    assert from_metadata(datetime(2024, 3, 1, 23, 0)) == date(2024, 3, 1)
    assert from_metadata("1 March 2024") == date(2024, 3, 1)
    assert from_metadata(20240301) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2 March 2024 08:10 | Updated 7 March 2024 19:20", (2024, 3, 2)),
        ("Updated 7 March 2024, first published 2 March 2024", (2024, 3, 2)),
        ("Published: 2 March 2024. Last modified: 7 March 2024", (2024, 3, 2)),
        ("2 March 2024", (2024, 3, 2)),
        ("Last updated 7 March 2024", None),
    ],
)
def test_the_day_of_a_change_is_told_from_that_of_publication(words: str, told: tuple[int, int, int] | None) -> None:
    assert stated(of_issue(words)) == told
