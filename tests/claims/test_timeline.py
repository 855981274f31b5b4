"""The days that TIMEX3 values reach, and times that cannot be the same."""

from __future__ import annotations

from datetime import date

import pytest

from xcheck.claims.time.timeline import disjoint, window
from xcheck.records.claim import Time


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02-29T15:30", "2024-02-29", "2024-02-29"),
        ("2024-02-29TMO", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2024-W01", "2024-01-01", "2024-01-07"),
        ("2024-W47-WE", "2024-11-23", "2024-11-24"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2023-WI", "2023-12-01", "2024-03-20"),
        ("2012/2013", "2012-01-01", "2013-12-31"),
    ],
)
def test_window(value: str, first: str, last: str) -> None:
    assert window(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["P3D", "PXY", "PAST_REF", "XXXX-WXX-1", "XXXX-03-05", "FY2021", "2023-02-30", "2013/2012", ""]
)
def test_no_window(value: str) -> None:
    assert window(value) is None


def time_of(value: str, first: str | None = None, last: str | None = None) -> Time:
    reached = window(value) or (None, None)
    ends = (date.fromisoformat(first) if first else reached[0], date.fromisoformat(last) if last else reached[1])
    return Time(start=0, end=1, text="x", value=value, first=ends[0], last=ends[1])


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (time_of("2024-11-18"), time_of("2024-11-19"), True),
        (time_of("2024-11"), time_of("2024-11-19"), False),
        (time_of("XXXX-WXX-1"), time_of("XXXX-WXX-2"), True),
        (time_of("XXXX-WXX-1"), time_of("XXXX-WXX-1"), False),
        (time_of("XXXX-WXX-1"), time_of("2024-11-18"), False),
        (time_of("XXXX-WXX-1"), time_of("2024-11-19"), True),
        (time_of("XXXX-03-05"), time_of("2024-03-06"), True),
        (time_of("XXXX-03-05"), time_of("2024-03"), False),
        (time_of("XXXX-03"), time_of("2024-04-06"), True),
        (time_of("XXXX-01-22"), time_of("XXXX-12"), True),
        (time_of("XXXX-SU"), time_of("XXXX-06"), False),
        (time_of("XXXX-SU"), time_of("XXXX-02"), True),
        (time_of("XXXX-WI"), time_of("XXXX-01"), False),
        (time_of("XXXX-WI"), time_of("2024-01-09"), False),
        (time_of("XXXX-Q3"), time_of("2024-09-30"), False),
        (time_of("XXXX-Q3"), time_of("2024-11"), True),
        (time_of("XXXX-WXX-4"), time_of("XXXX-03-05"), False),
        (time_of("XXXX-XX-XX"), time_of("2024-04-06"), False),
        (time_of("PAST_REF"), time_of("2024-04-06"), False),
        (time_of("P3D"), time_of("P4D"), False),
    ],
)
def test_disjoint_both_ways(one: Time, two: Time, apart: bool) -> None:  # noqa: FBT001 - a column of the table
    assert disjoint(one, two) is apart
    assert disjoint(two, one) is apart


def test_an_open_end_reaches_on() -> None:
    since = Time(start=0, end=1, text="x", value="2020", first=date(2020, 1, 1))
    assert not disjoint(since, time_of("2023-05"))
    assert disjoint(since, time_of("2019-05"))


def test_a_week_that_goes_beyond_the_last_day_has_no_window() -> None:
    assert window("9999-W52") is None
