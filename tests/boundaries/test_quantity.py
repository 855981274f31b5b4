"""Two figures, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, draft, figure, person, results, time, told, unknown, who

from xcheck.comparison.context import Meeting
from xcheck.records.claim import Change, Quantity

ONE_EVENT = "storm orle harbour quay"


def outcomes(mine: Quantity, yours: Quantity, known: Meeting | None = None) -> list[str]:
    """What comes out of two figures, each in a claim of the same event."""
    left, right = (claim(q.text, q, terms=ONE_EVENT) for q in (mine, yours))
    return told(results("quantity", left, right, known or context()))


def boats(text: str, low: float | str | None, high: float | str | None = "=", **more: str) -> Quantity:
    return figure(text, low, high, of="boat", **more)  # type: ignore[arg-type]


def euros(text: str, low: float, change: Change = "=") -> Quantity:
    return figure(text, low, unit="euro", change=change)


def share(text: str, low: float | str) -> Quantity:
    return figure(text, low, unit="percent")


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        # equal: from ten on, and with decimals, hardly by chance
        (boats("9 boats", 9), boats("nine boats", 9), "same"),
        (boats("10 boats", 10), boats("ten boats", 10), "same/telling"),
        (boats("3.25 boats", "3.25"), boats("3.25 boats", "3.25"), "same/telling"),
        (boats("30 boats or more", 30, None, change=">"), boats("from 30 boats", 30, None, change=">"), "same/telling"),
        (boats("up to 30 boats", None, 30, change="<"), boats("at most 30 boats", None, 30, change="<"), "same"),
        # one is exact, and an end of the other
        (boats("30 boats", 30), boats("at least 30 boats", 30, None, change=">"), "narrower/precision"),
        (boats("at least 30 boats", 30, None, change=">"), boats("30 boats", 30), "wider/precision"),
        (boats("30 boats", 30), boats("about 30 boats", 30, change="~"), "narrower/precision"),
        (boats("about 30 boats", 30, change="~"), boats("30 boats", 30), "wider/precision"),
        (boats("30 boats", 30), boats("30 to 40 boats", 30, 40), "narrower/precision"),
        (boats("40 boats", 40), boats("30 to 40 boats", 30, 40), "narrower/precision"),
        # the same interval under another sign
        (boats("30 to 40 boats", 30, 40), boats("between 30 and 40 boats", 30, 40, change="~"), "same/telling"),
        # a round figure stands for one that is 2.5 percent off
        (boats("1,000 boats", 1000), boats("1,025 boats", 1025), "compatible"),
        (boats("1,025 boats", 1025), boats("1,000 boats", 1000), "compatible"),
        (boats("1,000 boats", 1000), boats("1,026 boats", 1026), "conflict/count"),
        (boats("1,000 boats", 1000), boats("976 boats", 976), "compatible"),
        (boats("1,000 boats", 1000), boats("975 boats", 975), "conflict/count"),
        # but not two figures of one precision, nor the exact one beyond half of the last digit
        (boats("1,010 boats", 1010), boats("1,020 boats", 1020), "conflict/count"),
        (boats("60 boats", 60), boats("64 boats", 64), "conflict/count"),
        (boats("200 boats", 200), boats("204 boats", 204), "compatible"),
        (boats("200 boats", 200), boats("206 boats", 206), "conflict/count"),
        (share("60 percent", 60), share("64 percent", 64), "conflict/measure"),
        (share("64 percent", 64), share("60 percent", 60), "conflict/measure"),
        (share("50 percent", 50), share("51 percent", 51), "compatible"),
        (share("60 percent", 60), share("60.4 percent", "60.4"), "compatible"),
        # millions with a point are rounded where they say, up to a tenth
        (boats("1.2 million boats", 1_200_000), boats("1.24 million boats", 1_240_000), "compatible"),
        (boats("1.2 million boats", 1_200_000), boats("1.26 million boats", 1_260_000), "conflict/count"),
        (boats("1.2 million boats", 1_200_000), boats("1,240,000 boats", 1_240_000), "conflict/count"),
        (boats("2 million boats", 2_000_000), boats("2.2 million boats", 2_200_000), "compatible"),
        (boats("2 million boats", 2_000_000), boats("2.4 million boats", 2_400_000), "conflict/count"),
        (boats("4,100 boats", 4100), boats("4,149 boats", 4149), "compatible"),
        (boats("4,100 boats", 4100), boats("4,151 boats", 4151), "conflict/count"),
        # decimals round to a half of the last place, near or roughly
        (boats("8", 8, unit="percent"), boats("7.9", "7.9", unit="percent"), "compatible"),
        (boats("85", 85, unit="percent"), boats("85.19", "85.19", unit="percent"), "compatible"),
        (boats("2", 2, unit="percent"), boats("2.3", "2.3", unit="percent"), "compatible/rough"),
        (boats("2", 2, unit="percent"), boats("2.5", "2.5", unit="percent"), "compatible/rough"),
        (boats("2", 2, unit="percent"), boats("2.6", "2.6", unit="percent"), "conflict/measure"),
        (boats("9", 9, unit="percent"), boats("9.5", "9.5", unit="percent"), "compatible"),
        # "about" leaves a tenth to either side
        (boats("about 100 boats", 100, change="~"), boats("110 boats", 110), "wider"),
        (boats("about 100 boats", 100, change="~"), boats("111 boats", 111), "conflict/count"),
        (boats("about 100 boats", 100, change="~"), boats("90 boats", 90), "wider"),
        (boats("about 100 boats", 100, change="~"), boats("89 boats", 89), "conflict/count"),
        (boats("110 boats", 110), boats("about 100 boats", 100, change="~"), "narrower"),
        (boats("89 boats", 89), boats("about 100 boats", 100, change="~"), "conflict/count"),
        # bounds, ranges and open ends
        (boats("more than 50 boats", 50, None, change=">"), boats("63 boats", 63), "wider"),
        (boats("more than 50 boats", 50, None, change=">"), boats("48 boats", 48), "conflict/count"),
        (boats("63 boats", 63), boats("more than 50 boats", 50, None, change=">"), "narrower"),
        (boats("up to 50 boats", None, 50, change="<"), boats("48 boats", 48), "wider"),
        (boats("up to 50 boats", None, 50, change="<"), boats("63 boats", 63), "conflict/count"),
        (boats("30 to 40 boats", 30, 40), boats("35 boats", 35), "wider"),
        (boats("30 to 40 boats", 30, 40), boats("41 boats", 41), "conflict/count"),
        (boats("30 to 40 boats", 30, 40), boats("29 boats", 29), "conflict/count"),
        (boats("30 to 40 boats", 30, 40), boats("41 to 50 boats", 41, 50), "conflict/count"),
        (boats("30 to 40 boats", 30, 40), boats("38 to 50 boats", 38, 50), "wider"),
        # "just over" goes no further than a fifth
        (boats("just over 50 boats", 50, None, change=">"), boats("60 boats", 60), "wider/precision"),
        (boats("just over 50 boats", 50, None, change=">"), boats("59 boats", 59), "wider"),
        (boats("just over 50 boats", 50, None, change=">"), boats("61 boats", 61), "conflict/count"),
        (boats("just under 50 boats", None, 50, change="<"), boats("41 boats", 41), "wider"),
        (boats("just under 50 boats", None, 50, change="<"), boats("39 boats", 39), "conflict/count"),
        (boats("over 50 boats", 50, None, change=">"), boats("61 boats", 61), "wider"),
        # other figures
        (boats("40 boats", 40), boats("50 boats", 50), "conflict/count"),
        (boats("-5", -5, unit="percent"), boats("-6", -6, unit="percent"), "conflict/measure"),
        # a rise is rough where the text says so
        (euros("almost 50 euros", 50, "up"), euros("52 euros", 52, "up"), "wider"),
        (euros("almost 50 euros", 50, "up"), euros("55 euros", 55, "up"), "wider"),
        (euros("almost 50 euros", 50, "up"), euros("56 euros", 56, "up"), "conflict/measure"),
        (euros("almost 50 euros", 50, "down"), euros("46 euros", 46, "down"), "wider"),
        (euros("50 euros", 50, "up"), euros("52 euros", 52, "up"), "conflict/measure"),
        (euros("almost 50 euros", 50), euros("52 euros", 52), "conflict/measure"),
        # one thing on two scales, and a slip of the unit
        (figure("60 mph", 60, unit="mile per hour"), figure("97 km/h", 97, unit="kilometre per hour"), "compatible"),
        (
            figure("60 mph", 60, unit="mile per hour"),
            figure("120 km/h", 120, unit="kilometre per hour"),
            "conflict/measure",
        ),
        (figure("40 euros", 40, unit="euro"), figure("40 dollars", 40, unit="dollar"), "conflict/unit"),
        (figure("3 euros", 3, unit="euro"), figure("3 dollars", 3, unit="dollar"), "conflict/unit"),
    ],
)
def test_two_figures_of_one_question(mine: Quantity, yours: Quantity, expected: str) -> None:
    assert outcomes(mine, yours) == [expected]


@pytest.mark.parametrize(
    ("mine", "yours"),
    [
        (figure("2 euros", 2, unit="euro"), figure("2 dollars", 2, unit="dollar")),  # so small a number is no slip
        (figure("40 euros", 40, unit="euro"), figure("41 dollars", 41, unit="dollar")),
        (figure("40 or more euros", 40, None, unit="euro"), figure("40 dollars", 40, unit="dollar")),
        (figure("40 euros", 40, unit="euro"), figure("40 boats", 40, of="boat")),
        (boats("40 boats", 40), figure("50 lorries", 50, of="lorry")),
        (figure("40 metres", 40, unit="metre", of="rope"), figure("5 kilometres", 5, unit="kilometre", of="road")),
        (
            figure("3.1 percent", "3.1", unit="percent", qualifiers="10-year"),
            figure("3.3 percent", "3.3", unit="percent", qualifiers="2-year"),
        ),
    ],
)
def test_two_figures_of_two_questions(mine: Quantity, yours: Quantity) -> None:
    assert outcomes(mine, yours) == []


def test_a_measure_of_nothing_in_particular_is_compared() -> None:
    assert outcomes(figure("40 metres", 40, unit="metre"), figure("5 km", 5, unit="kilometre", of="road")) == [
        "conflict/measure"
    ]


def test_each_figure_stays_in_place() -> None:
    left = claim("A gale sank 40 boats", boats("40 boats", 40), terms=ONE_EVENT)
    right = claim("The gale has sunk 60 boats", boats("60 boats", 60), terms=ONE_EVENT, at=10)
    (found,) = results("quantity", left, right, context())
    assert found.left is not None
    assert found.right is not None
    assert (found.left.start, found.left.end, found.left.text) == (12, 20, "40 boats")
    assert (found.right.start, found.right.end, found.right.text) == (28, 36, "60 boats")
    assert (found.left_says, found.right_says) == ("40 boats", "60 boats")


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (boats("40 boats", 40), unknown("how many boats", of="boat"), ["known-vs-unknown/left-known"]),
        (unknown("how many boats", of="boat"), boats("40 boats", 40), ["known-vs-unknown/right-known"]),
        (unknown("how many boats", of="boat"), unknown("how many boats", of="boat"), []),
        (unknown("how many boats", of="boat"), boats("one boat", 1), []),
        (unknown("how many boats", of="boat"), boats("two boats", 2), ["known-vs-unknown/right-known"]),
        (
            unknown("how many boats", of="boat"),
            boats("1 percent of boats", 1, unit="percent"),
            ["known-vs-unknown/right-known"],
        ),
        (unknown("how many boats", of="boat"), figure("40 lorries", 40, of="lorry"), []),
        (unknown("how much", of=None), figure("40 lorries", 40, of="lorry"), []),
    ],
)
def test_a_figure_and_an_unknown(mine: Quantity, yours: Quantity, expected: list[str]) -> None:
    assert outcomes(mine, yours) == expected


def test_what_is_unknown_may_be_named_by_the_other_claim() -> None:
    asked = claim("The cost of the quay is not known", unknown("The cost", of="cost"), terms=ONE_EVENT)
    for right, expected in (
        (claim("The quay cost 40 euros", figure("40 euros", 40, unit="euro"), verb="cost", terms=ONE_EVENT), True),
        (claim("It gave 40 euros", figure("40 euros", 40, unit="euro"), verb="give", terms=f"cost {ONE_EVENT}"), True),
        (claim("It gave 40 euros", figure("40 euros", 40, unit="euro"), verb="give", terms=ONE_EVENT), False),
    ):
        found = told(results("quantity", asked, right, context()))
        assert found == (["known-vs-unknown/right-known"] if expected else [])


def test_a_figure_that_has_its_equal_is_compared_with_nothing_else() -> None:
    left = claim("40 boats, 12 of them new boats", boats("40 boats", 40), boats("12", 12), terms=ONE_EVENT)
    right = claim("40 boats", boats("40 boats", 40), terms=ONE_EVENT)
    assert told(results("quantity", left, right, context())) == ["same/telling"]
    assert told(results("quantity", right, left, context())) == ["same/telling"]
    other = claim("50 boats", boats("50 boats", 50), terms=ONE_EVENT)
    assert told(results("quantity", left, other, context())) == ["conflict/count", "conflict/count"]
    asked = claim(
        "how many boats, and 40 boats", unknown("how many boats", of="boat"), boats("40 boats", 40), terms=ONE_EVENT
    )
    assert told(results("quantity", asked, right, context())) == ["same/telling"]


@pytest.mark.parametrize(
    ("terms", "score", "of", "expected"),
    [
        # boats ask for 3.0 of shared words, where a sure pair of sentences is worth 4.0 (below .5 it is not sure)
        ("a b", 0.25, "boat", True),
        ("a", 0.5, "boat", True),
        ("a", 0.49, "boat", False),
        ("a b c", 0.0, "boat", True),
        ("a b", 0.24, "boat", False),
        # people ask for 6.0
        ("a b", 1.0, "person", True),
        ("a", 1.0, "person", False),
        ("a b c d e", 0.25, "person", True),
        ("a b c d", 0.25, "person", False),
        # nor is a number or the thing itself a shared word
        ("boat 40 a", 0.25, "boat", False),
    ],
)
def test_how_much_two_claims_share(terms: str, score: float, of: str, *, expected: bool) -> None:
    left, right = (claim(f"{n} of them", figure(str(n), n, of=of), terms=terms) for n in (5, 8))
    assert bool(results("quantity", left, right, context(score))) == expected


def test_figures_of_no_named_thing_ask_for_more() -> None:
    left, right = (claim(f"{n} percent", figure(str(n), n, unit="percent"), terms="a b c") for n in (5, 8))
    assert results("quantity", left, right, context(0.74)) == ()
    assert told(results("quantity", left, right, context(0.75))) == ["conflict/measure"]


@pytest.mark.parametrize(
    ("mine", "yours", "score", "expected"),
    [
        (13, 20, 0.5, True),
        (13, 20, 0.49, False),
        (12, 20, 0.5, False),
        (20, 12, 0.5, False),
    ],
)
def test_a_telling_figure_in_a_sure_pair_needs_no_shared_word(
    mine: int, yours: int, score: float, *, expected: bool
) -> None:
    left, right = (claim(f"{n} boats", boats(f"{n} boats", n)) for n in (mine, yours))
    assert bool(results("quantity", left, right, context(score))) == expected


@pytest.mark.parametrize(
    ("mine", "yours"),
    [
        (figure("40 people", 40, of="person"), figure("50 people", 50, of="person")),
        (figure("40 days", 40, unit="day"), figure("50 days", 50, unit="day")),
        (figure("up to 40 boats", None, 40, of="boat", change="<"), figure("50 boats", 50, of="boat")),
    ],
)
def test_a_figure_that_tells_little_needs_shared_words(mine: Quantity, yours: Quantity) -> None:
    left, right = claim(mine.text, mine), claim(yours.text, yours)
    assert results("quantity", left, right, context(0.5)) == ()


def test_a_pin_is_enough_for_an_unknown() -> None:
    left = claim("how many people", unknown("how many people", of="person"))
    right = claim("40 people", figure("40 people", 40, of="person"))
    assert results("quantity", left, right, context(0.1)) == ()
    assert told(results("quantity", left, right, context(0.1, keyed=True))) == ["known-vs-unknown/right-known"]
    other = claim("50 people", figure("50 people", 50, of="person"))
    assert results("quantity", right, other, context(0.1, keyed=True)) == ()


def test_each_of_two_people_has_a_tally_of_their_own() -> None:
    left = claim("Ida Moss caught 40 boats", person("Ida Moss"), boats("40 boats", 40), terms=ONE_EVENT)
    for name, expected in (("Olav Brandt", []), ("Ida Moss", ["conflict/count"])):
        right = claim(f"{name} caught 50 boats", person(name), boats("50 boats", 50), terms=ONE_EVENT)
        assert told(results("quantity", left, right, context())) == expected
    for doer in (who("Olav Brandt", entity="olav brandt"), person("Olav Brandt", "patient")):
        right = claim("Olav Brandt caught 50 boats", doer, boats("50 boats", 50), terms=ONE_EVENT)
        assert told(results("quantity", left, right, context())) == ["conflict/count"]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("2024-05", "2024", []),  # a month and a year
        ("2024", "2024", ["same/telling"]),
        ("2024-05", "2024-05", ["same/telling"]),
        ("2024-05", "2024-06", []),
        ("2024", "2023", []),
    ],
)
def test_equal_measures_of_two_moments_are_not_one(mine: str, yours: str, expected: list[str]) -> None:
    left, right = (
        claim(f"3.1 percent in {v}", figure("3.1 percent", "3.1", unit="percent"), time(v), terms=ONE_EVENT)
        for v in (mine, yours)
    )
    assert told(results("quantity", left, right, context())) == expected


def test_equal_counts_and_undated_measures_are_one_all_the_same() -> None:
    may, june = (
        claim(f"12 boats in {v}", boats("12 boats", 12), time(v), terms=ONE_EVENT) for v in ("2024-05", "2024-06")
    )
    assert told(results("quantity", may, june, context())) == ["same/telling"]
    share = figure("3.1 percent", "3.1", unit="percent")
    left = claim("3.1 percent in May", share, time("2024-05", "May"), terms=ONE_EVENT)
    right = claim("3.1 percent", share, terms=ONE_EVENT)
    assert told(results("quantity", left, right, context())) == ["same/telling"]
    assert told(results("quantity", right, left, context())) == ["same/telling"]


def test_a_length_of_time_is_no_date() -> None:
    length = claim("It took 2 years", figure("2 years", 2, unit="year"), time("P2Y", "2 years"), terms=ONE_EVENT)
    other = claim("It took 3 years", figure("3 years", 3, unit="year"), time("P3Y", "3 years"), terms=ONE_EVENT)
    date = claim("It was 3 years ago", figure("3 years", 3, unit="year"), time("2021", "3 years"), terms=ONE_EVENT)
    assert told(results("quantity", length, other, context())) == ["conflict/measure"]
    assert results("quantity", length, date, context()) == ()
    assert results("quantity", date, length, context()) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("inflation was 3 percent", "consumer prices rose 5 percent", True),
        ("inflation was 3 percent", "the jobless rate was 5 percent", False),
        ("the reinflations were 3 percent", "consumer prices rose 5 percent", False),
    ],
)
def test_a_measure_of_the_economy_under_two_names(mine: str, yours: str, *, expected: bool) -> None:
    left = claim(mine, figure("3 percent", 3, unit="percent", of="loaf"), terms="a")
    right = claim(yours, figure("5 percent", 5, unit="percent", of="price"), terms="a")
    assert bool(results("quantity", left, right, context(0.4))) == expected


def test_the_tallies_of_two_articles_are_compared_whatever_their_sentences_share() -> None:
    left, right = (
        claim("40 boats", boats("40 boats", 40)),
        claim("50 lorries", figure("50 lorries", 50, of="lorry"), at=7),
    )
    assert results("quantity", left, right, context(0.1)) == ()
    assert told(results("quantity", left, right, context(0.1, event_counts=frozenset({(0, 7)})))) == ["conflict/count"]
    assert results("quantity", left, right, context(0.1, event_counts=frozenset({(7, 0)}))) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (boats("up to 50 boats", None, 50, change="<"), boats("40 boats", 40), ["conflict/count"]),
        (boats("up to 41 boats", None, 41, change="<"), boats("40 boats", 40), ["wider"]),  # 2.5 percent more
        (boats("up to 40 boats", None, 40, change="<"), boats("40 boats", 40), ["wider/precision"]),
        (boats("up to 1,025 boats", None, 1025, change="<"), boats("1,000 boats", 1000), ["wider"]),
        (boats("up to 1,026 boats", None, 1026, change="<"), boats("1,000 boats", 1000), ["conflict/count"]),
        (boats("fewer than 50 boats", None, 50, change="<"), boats("40 boats", 40), ["wider"]),
        (boats("up to 50 boats", None, 50, change="<"), boats("30 to 40 boats", 30, 40), ["conflict/count"]),
        (boats("up to 50 boats", None, 50, change="<"), boats("30 boats or more", 30, None, change=">"), ["wider"]),
        (boats("up to 50 boats", None, 50, change="<"), boats("at most 40 boats", None, 40, change="<"), ["wider"]),
        (boats("from 30 up to 50 boats", 30, 50), boats("40 boats", 40), ["wider"]),
    ],
)
def test_what_a_draft_says_was_reached_its_source_must_have(
    mine: Quantity, yours: Quantity, expected: list[str]
) -> None:
    assert outcomes(mine, yours, draft()) == expected
    if expected == ["conflict/count"]:
        assert outcomes(mine, yours) == ["wider"]


def test_in_copies_of_a_sentence_figures_meet_in_their_places() -> None:
    left = claim("over 40 boats and 7 men", boats("over 40 boats", 40, None, change=">"), figure("7 men", 7, of="man"))
    right = claim("over 90 boats and 7 men", boats("over 90 boats", 90, None, change=">"), figure("7 men", 7, of="man"))
    assert told(results("quantity", left, right, context(copied=True))) == ["conflict/count", "same"]
    exact = claim("95 boats and 9 men", boats("95 boats", 95), figure("9 men", 9, of="man"))
    assert told(results("quantity", left, exact, context(copied=True))) == ["wider", "conflict/count"]
    fewer = claim("over 90 boats", boats("over 90 boats", 90, None, change=">"), terms=ONE_EVENT)
    both = claim("over 40 boats and 7 men", *left.quantities, terms=ONE_EVENT)
    assert told(results("quantity", both, fewer, context(copied=True))) == ["wider"]
    long, short = (
        claim("3 percent", figure("3 percent", 3, unit="percent", qualifiers=q)) for q in ("10-year", "2-year")
    )
    assert results("quantity", long, short, context(copied=True)) == ()


@pytest.mark.parametrize(("denied", "expected"), [((False, False), True), ((True, True), True), ((True, False), False)])
def test_bounds_of_what_one_side_denies(denied: tuple[bool, bool], expected: bool) -> None:  # noqa: FBT001 - a table
    bounds = (
        figure("fewer than 10 boats", None, 10, of="boat", change="<"),
        figure("over 20 boats", 20, None, of="boat", change=">"),
    )
    left, right = (
        claim(f"{b.text} sank", b, polarity="negated" if no else "affirmed", terms="boat sink")
        for b, no in zip(bounds, denied, strict=True)
    )
    assert ("conflict/bound" in told(results("quantity", left, right, context()))) == expected
