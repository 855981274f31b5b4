"""Two times, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, draft, figure, pair, results, shared, time, told

from xcheck.alignment.match import SentencePair
from xcheck.comparison.context import Meeting
from xcheck.comparison.slots.time_of_day import apart, clock, hours_apart, is_hour, one_hour
from xcheck.records.claim import Time


def outcomes(mine: Time, yours: Time, known: Meeting | None = None) -> list[str]:
    """What comes out of two times, each in a claim that says the same."""
    left, right = (claim(f"It was {t.text}", t, terms="storm quay") for t in (mine, yours))
    return told(results("time", left, right, known or context()))


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("2024-05-01", "2024-05-01", ["same"]),
        ("2024-05-01", "2024-05-02", ["conflict/date"]),
        ("2024-05-01", "2024-05", ["compatible"]),
        ("2024-04-30", "2024-05", ["conflict/date"]),
        ("2024", "2024-12-31", ["compatible"]),
        ("2024", "2025-01-01", ["conflict/date"]),
        ("XXXX-WXX-1", "XXXX-WXX-2", ["conflict/date"]),
        ("XXXX-WXX-1", "2024-05", []),  # no days to compare
        ("PAST_REF", "2024-05-01", []),
        ("2024-05-01", "PAST_REF", []),
        ("PAST_REF", "PAST_REF", []),
        # open at the end: two beginnings that cannot be one day
        ("since 2024-05", "since 2024-06", ["conflict/date"]),
        ("since 2024-06", "since 2024-05", ["conflict/date"]),
        ("since 2024", "since 2024-06", ["compatible"]),
        ("since 2024-06", "since 2024", ["compatible"]),
        ("since 2024-05-01", "since 2024-05-02", ["conflict/date"]),
        ("since 2024-05", "2024-06", ["compatible"]),
        ("2024-06", "since 2024-05", ["compatible"]),
        ("since 2024-05", "until 2024-06", []),
        ("until 2024-04", "since 2024-05", ["conflict/date"]),
        # lengths
        ("P3D", "P3D", ["same"]),
        ("P3D", "P4D", ["conflict/duration"]),
        ("P3D", "P3W", []),
        ("P3D", "PXD", []),
        ("PXD", "P3D", []),
        ("P3D", "2024-05-01", []),
    ],
)
def test_two_times(mine: str, yours: str, expected: list[str]) -> None:
    assert outcomes(time(mine), time(yours)) == expected


@pytest.mark.parametrize(("percent", "expected"), [(10, ["conflict/date"]), (9, [])])
def test_two_days_conflict_where_the_claims_are_alike(percent: int, expected: list[str]) -> None:
    """The closeness of .3 is the root of a likeness of .09 in two sentences that surely meet."""
    mine, yours = shared(percent)
    left = claim("on Monday", time("2024-05-06", "Monday"), terms=mine)
    right = claim("on Tuesday", time("2024-05-07", "Tuesday"), terms=yours)
    assert told(results("time", left, right, context())) == expected


@pytest.mark.parametrize(("percent", "expected"), [(10, ["conflict/duration"]), (9, [])])
def test_two_lengths_conflict_where_the_claims_are_alike(percent: int, expected: list[str]) -> None:
    mine, yours = shared(percent)
    left = claim("for 3 days", time("P3D", "3 days"), terms=mine)
    right = claim("for 4 days", time("P4D", "4 days"), terms=yours)
    assert told(results("time", left, right, context())) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("P9D", "P9W", ["conflict/duration"]),  # a slip of the unit, in a draft
        ("P1D", "P1W", []),
        ("P9D", "P8W", []),
        ("PT9H", "P9D", ["conflict/duration"]),
    ],
)
def test_a_draft_may_have_the_number_of_its_source_and_another_unit(mine: str, yours: str, expected: list[str]) -> None:
    assert outcomes(time(mine), time(yours), draft(0.4)) == expected
    assert outcomes(time(mine), time(yours), context(0.4)) == []


def test_times_that_agree_hide_those_that_do_not() -> None:
    left = claim("May 1 and May 2", time("2024-05-01", "May 1"), time("2024-05-02", "May 2"), terms="a")
    right = claim("on May 2", time("2024-05-02", "May 2"), terms="a")
    assert told(results("time", left, right, context())) == ["same"]
    month = claim("in May", time("2024-05", "May"), terms="a")
    assert told(results("time", left, month, context())) == ["compatible", "compatible"]
    third = claim("on May 3", time("2024-05-03", "May 3"), terms="a")
    assert told(results("time", left, third, context())) == ["conflict/date", "conflict/date"]


def test_a_year_that_a_rate_is_counted_by_is_no_time() -> None:
    rate = figure("600 euros a year", 600, unit="euro per year")
    left = claim("It pays 600 euros a year", rate, time("2023", "a year"), terms="a")
    right = claim("It paid in 2024", time("2024", "2024"), terms="a")
    assert results("time", left, right, context()) == ()
    assert results("time", right, left, context()) == ()
    price = figure("600 euros a year", 600, unit="euro")
    left = claim("It pays 600 euros a year", price, time("2023", "a year"), terms="a")
    assert told(results("time", left, right, context())) == ["conflict/date"]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        # half an hour is no conflict, one minute more is
        (time("2024-05-01T15:00", "3:00 p.m."), time("2024-05-01T15:30", "3:30 p.m."), False),
        (time("2024-05-01T15:00", "3:00 p.m."), time("2024-05-01T15:31", "3:31 p.m."), True),
        (time("2024-05-01T15:31", "3:31 p.m."), time("2024-05-01T15:00", "3:00 p.m."), True),
        # over midnight
        (time("2024-05-01T23:50", "23:50"), time("2024-05-01T00:20", "00:20"), False),
        (time("2024-05-01T23:49", "23:49"), time("2024-05-01T00:20", "00:20"), True),
        # in whichever half of the day, where one does not tell
        (time("2024-05-01T03", "at three"), time("2024-05-01T15:00", "15:00"), False),
        (time("2024-05-01T03", "at three"), time("2024-05-01T15:31", "15:31"), True),
        (time("2024-05-01T03:00", "3:00"), time("2024-05-01T15:00", "15:00"), True),
        (time("2024-05-01T11", "at eleven"), time("2024-05-01T15", "at three"), True),
        (time("2024-05-01T12", "at twelve"), time("2024-05-01T23:40", "23:40"), False),
        (time("2024-05-01T03", "three in the morning"), time("2024-05-01T15", "three in the afternoon"), True),
        (time("2024-05-01T03", "3 a.m."), time("2024-05-01T15", "3 p.m."), True),
        # two zones are not compared
        (time("2024-05-01T09:42", "0942 GMT"), time("2024-05-01T11:42", "11:42"), False),
        (time("2024-05-01T09:42", "0942 GMT"), time("2024-05-01T11:42", "1142 CET"), False),
        (time("2024-05-01T09:42", "09:42 GMT"), time("2024-05-01T11:42", "11:42 GMT"), True),
        # no time of day at all
        (time("2024-05-01"), time("2024-05-01T11:42", "11:42"), False),
        (time("2024-05-01TMO", "morning"), time("2024-05-01T18:42", "18:42"), False),
    ],
)
def test_hours_apart(mine: Time, yours: Time, *, expected: bool) -> None:
    assert hours_apart(mine, yours) == expected
    assert hours_apart(yours, mine) == expected


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("2024-05-01T00:00", 0),
        ("2024-05-01T09", 540),
        ("2024-05-01T09:07", 547),
        ("XXXX-XX-XXT23:59", 1439),
        ("2024-05-01T9", None),
        ("2024-05-01TMO", None),
        ("2024-05-01", None),
        ("PT09H", None),
        ("2024-05-01T09:XX", 540),
    ],
)
def test_the_clock(value: str, minutes: int | None) -> None:
    assert clock(time(value)) == minutes


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-01T09:07", True),
        ("2024-05-01TMO", True),
        ("2024-05-01TNI", True),
        ("2024-05-01TXX", False),
        ("XXXX-XX-XXTMO", False),
        ("XXXX-WXX-1TAF", True),
        ("TMO", False),
        ("2024-05-01", False),
        ("PT09H", False),
    ],
)
def test_what_is_a_time_of_day(value: str, *, expected: bool) -> None:
    assert is_hour(time(value)) == expected


def test_times_of_day_are_apart_by_the_day_or_by_the_hour() -> None:
    noon, late = time("2024-05-01T12:00", "12:00"), time("2024-05-01T18:00", "18:00")
    assert apart(noon, late)
    assert apart(noon, time("2024-05-02T12:00", "12:00"))
    assert not apart(noon, time("2024-05-01T12:20", "12:20"))


def test_hours_of_one_thing_conflict_whatever_else_is_said() -> None:
    left = claim("at 3 p.m.", time("2024-05-01T15", "3 p.m."), time("P3D", "3 days"))
    right = claim("at 5 p.m.", time("2024-05-01T17", "5 p.m."), time("2024-05-01", "Monday"))
    assert told(results("time", left, right, context(0.2, one_hour=True))) == ["conflict/hour"]
    assert told(results("time", left, right, context(0.2))) == ["conflict/clock", "compatible"][1:]
    close = claim("at 3:20 p.m.", time("2024-05-01T15:20", "3:20 p.m."))
    assert told(results("time", left, close, context(0.2, one_hour=True))) == ["compatible"]


def test_two_hours_of_one_day_conflict() -> None:
    left = claim("at 3 p.m.", time("2024-05-01T15", "3 p.m."))
    right = claim("at 5 p.m.", time("2024-05-01T17", "5 p.m."))
    assert told(results("time", left, right, context())) == ["conflict/clock"]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("The mayor spoke before the bells rang", "The mayor spoke after the bells rang", ["conflict/order"]),
        ("The mayor spoke before the bells rang", "The bells rang after the mayor spoke", []),
        ("The mayor spoke before the bells rang", "The mayor spoke and the bells rang", []),
        ("After the bells rang, the mayor spoke", "The bells rang after the mayor spoke", ["conflict/order"]),
        ("The mayor spoke before the bells rang", "Two days after the bells rang, the mayor spoke", ["conflict/order"]),
    ],
)
def test_a_draft_may_turn_the_order_of_two_events(mine: str, yours: str, expected: list[str]) -> None:
    left, right = claim(mine), claim(yours)
    assert told(results("time", left, right, draft(0.5))) == expected
    assert results("time", left, right, draft(0.49)) == ()
    assert results("time", left, right, context()) == ()
    if expected:
        (found,) = results("time", left, right, draft())
        assert (found.left_says, found.right_says) == (mine, yours)
        assert found.left is not None
        assert found.left.text.casefold() in ("before", "after")
        assert mine[found.left.start : found.left.end] == found.left.text


def hours(mine: tuple[Time, ...], yours: tuple[Time, ...], score: float) -> SentencePair:
    """Two sentences with some times, paired with ``score``."""
    return pair([claim("It was then", *mine)], [claim("It was then", *yours, document="b")], score)


THREE, FIVE, SIX = (time(f"2024-05-01T{h}", f"{h}:00") for h in (15, 17, 18))
MORNING, EVENING = time("2024-05-01TMO", "the morning"), time("2024-05-02TEV", "the evening")


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([((THREE,), (FIVE,), 0.2)], {0}),
        ([((THREE,), (FIVE,), 0.19)], set()),
        ([((MORNING,), (EVENING,), 0.5)], {0}),
        ([((MORNING,), (EVENING,), 0.49)], set()),
        ([((MORNING,), (FIVE,), 0.9)], set()),
        ([((THREE,), (), 0.9)], set()),
        ([((), (THREE,), 0.9)], set()),
        ([((THREE, SIX), (FIVE,), 0.9)], set()),
        ([((THREE, MORNING), (FIVE,), 0.9)], {0}),
        # the likeliest partner alone
        ([((THREE,), (FIVE,), 0.9), ((THREE,), (SIX,), 0.8)], {0}),
        ([((THREE,), (FIVE,), 0.9), ((SIX,), (FIVE,), 0.8)], {0}),
        ([((), (FIVE,), 0.9), ((THREE,), (FIVE,), 0.8)], {1}),
        # an hour that has its equal anywhere has no other
        ([((THREE,), (FIVE,), 0.9), ((THREE,), (THREE,), 0.3)], set()),
        ([((THREE,), (FIVE,), 0.9), ((FIVE,), (FIVE,), 0.3)], set()),
        ([((THREE,), (FIVE,), 0.9), ((SIX,), (SIX,), 0.3)], {0}),
    ],
)
def test_which_hours_are_of_one_thing(
    pairs: list[tuple[tuple[Time, ...], tuple[Time, ...], float]], expected: set[int]
) -> None:
    assert one_hour([hours(*p) for p in pairs]) == expected
