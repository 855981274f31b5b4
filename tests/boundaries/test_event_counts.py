"""What a story counts once: which figures are event_counts, and which two answer one question."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, figure, sentences, time, unknown

from xcheck.alignment.event_counts import event_counts, one_question
from xcheck.records.base import Record
from xcheck.records.claim import Claim, Quantity


def kinds(text: str, number: str, *slots: Record, before: str = "") -> list[str]:
    """The kinds of which a figure in a text is a tally."""
    made = claim(text, figure(number, 40, of="man"), *slots, at=50)
    said = [claim(before)] if before else []
    return [*event_counts(sentences(*said, made))]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The fire injured 40 men", "40 men", ["hurt"]),
        ("The fire injured at least 40 men", "40 men", ["hurt"]),
        ("The fire injured more than about 40 men", "40 men", ["hurt"]),
        ("The fire Injured 40 men", "40 men", ["hurt"]),
        ("The fire injured the mayor and 40 men", "40 men", []),
        ("The fire scorched 40 men", "40 men", []),
        ("Injured 40 men", "40 men", ["hurt"]),
        ("40 men were injured", "40 men", ["hurt"]),
        ("40 of the men there were injured", "40", ["hurt"]),
        ("40 of all the old men were injured", "40", []),  # too far
        ("40 of the old men were injured", "40", ["hurt"]),
        ("40 men, some injured", "40 men", []),  # past the comma
        ("40 men came and were injured", "40 men", []),  # past a word that ends what is said
        ("40 men (injured)", "40 men", []),
        ("40-strong march", "40", ["crowd"]),
        ("40 men were injured.", "40 men", ["hurt"]),
        ("Evacuating 40 men", "40 men", ["moved"]),
        ("40 men were evacuated", "40 men", ["moved"]),
        ("A ferry carrying 40 men", "40 men", ["aboard"]),
        ("40 men were injured or arrested", "40 men", ["hurt"]),
    ],
)
def test_what_the_words_around_a_figure_name(text: str, number: str, expected: list[str]) -> None:
    assert kinds(text, number) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("The turnout was a matter of dispute.", ["crowd"]), ("The rain was a matter of dispute.", []), ("", [])],
)
def test_what_it_is_is_said_before(before: str, expected: list[str]) -> None:
    assert kinds("The police put it at 40", "40", before=before) == expected


def test_a_figure_of_a_year_is_not_the_storys() -> None:
    assert kinds("In 1961 a fire injured 40 men", "40 men", time("1961")) == []
    assert kinds("In May 1961 a fire injured 40 men", "40 men", time("1961-05", "May 1961")) == ["hurt"]


@pytest.mark.parametrize(("unit", "expected"), [(None, ["hurt"]), ("percent", []), ("euro", [])])
def test_a_measure_is_no_tally(unit: str | None, expected: list[str]) -> None:
    made = claim("The fire injured 40 of them", figure("40", 40, of="man", unit=unit))
    assert [*event_counts(sentences(made))] == expected


def hurt(*figures: Quantity) -> list[Claim]:
    """Sentences that tell of so many hurt, one after the other."""
    return [claim(f"It injured {q.text}", q, at=100 * i) for i, q in enumerate(figures)]


def men(low: int | None, high: int | str | None = "=", text: str = "") -> Quantity:
    return figure(text or f"{low} men", low, high, of="man")


def test_the_highest_comes_first_and_an_unknown_last() -> None:
    found = event_counts(sentences(*hurt(men(7), men(30, 50, "30 to 50 men"), men(45, None, "45 men"))))
    assert [t.quantity.low for t in found["hurt"]] == [30, 45, 7]
    assert [t.sentence for t in found["hurt"]] == [1, 2, 0]
    asked = claim("It is unclear how many were injured", unknown("how many", of="man"))
    found = event_counts(sentences(asked, *hurt(men(0), men(7))[1:]))
    assert [t.quantity.status for t in found["hurt"]] == ["stated", "unknown"]
    equal = event_counts(sentences(*hurt(men(7), men(7))))
    assert [t.sentence for t in equal["hurt"]] == [0, 1]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((men(40),), (men(50),), {(0, 0)}),
        ((men(40),), (men(40),), set()),
        # the highest of either
        ((men(7), men(40)), (men(50),), {(1, 0)}),
        ((men(50),), (men(7), men(40)), {(0, 1)}),
        # nothing where any figures meet
        ((men(7), men(40)), (men(50), men(7)), set()),
        ((men(30, 50, "30 to 50 men"),), (men(50),), set()),
        ((men(30, 49, "30 to 49 men"),), (men(50),), {(0, 0)}),
        ((men(50),), (men(51, 60, "51 to 60 men"),), {(0, 0)}),
        ((men(51, 60, "51 to 60 men"),), (men(50),), {(0, 0)}),
        ((men(40, None, "over 40 men"),), (men(50),), set()),
        ((men(60, None, "over 60 men"),), (men(50),), {(0, 0)}),
        ((men(50),), (men(60, None, "over 60 men"),), {(0, 0)}),
        ((men(None, 40, "up to 40 men"),), (men(50),), {(0, 0)}),
        # equal figures in two sentences
        ((men(40), men(40)), (men(50),), {(0, 0), (1, 0)}),
    ],
)
def test_which_figures_answer_one_question(
    mine: tuple[Quantity, ...], yours: tuple[Quantity, ...], expected: set[tuple[int, int]]
) -> None:
    left, right = hurt(*mine), hurt(*yours)
    found = one_question(event_counts(sentences(*left)), event_counts(sentences(*right)))
    assert {*found} == expected
    for (i, j), asked in found.items():
        assert asked == {(left[i].quantities[0].start - 100 * i, right[j].quantities[0].start - 100 * j)}


def test_an_unknown_is_answered_by_the_highest() -> None:
    asked = event_counts(sentences(claim("It is unclear how many were injured", unknown("how many", of="man"))))
    known = event_counts(sentences(*hurt(men(7), men(40))))
    assert {*one_question(asked, known)} == {(0, 1)}
    assert {*one_question(known, asked)} == {(1, 0)}
    assert one_question(asked, asked) == {}
    held = event_counts(sentences(claim("Police arrested 40 men", men(40))))
    assert one_question(held, known) == {}
