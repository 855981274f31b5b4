"""Names that each of two articles has alone, in sentences that surely meet."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.comparison import Case
from xcheck.records.rule import Example


def cases(a: str, b: str) -> list[Case]:
    return [c for c in api.judge([Example(a=a, b=b, finds=True)])[0] if c.subject == "pair"]


def values(a: str, b: str, slot: str) -> set[str]:
    return {v for case in cases(a, b) for v in case.facts.get(slot, ())}


ABERDEEN = (
    "After the trawler's collision with the ferry on Monday, a helicopter picked up her wounded mate, "
    "who is being nursed in {}."
)
BERGEN = "The wounded mate of the trawler lies in a hospital in Bergen after the collision with the ferry on Monday."


def test_a_place_that_each_names_alone_parts_them() -> None:
    assert "conflict/stranger" in values(BERGEN, ABERDEEN.format("Aberdeen"), "place")


@pytest.mark.parametrize("place", ["Bergen", "Norway"])
def test_one_place_or_a_country_that_may_hold_it_does_not(place: str) -> None:
    assert "conflict" not in values(BERGEN, ABERDEEN.format(place), "place")


def test_a_name_that_the_other_article_has_elsewhere_is_no_stranger() -> None:
    told = ABERDEEN.format("Aberdeen") + " She sailed from Bergen."
    assert "conflict/stranger" not in values(BERGEN, told, "place")


def test_sentences_that_do_not_meet_are_not_held_against_each_other() -> None:
    assert "conflict/stranger" not in values(BERGEN, "The bakers of Aberdeen want a longer market day.", "place")


GOAL = "In the last minute of the cup final {} struck a free kick over the wall for the winning goal."


def test_a_person_and_a_body_part_articles_of_which_neither_knows_the_other_name() -> None:
    assert "conflict/other" in values(GOAL.format("Peter Novak"), GOAL.format("Odile Marchetti"), "people")


def test_who_acts_for_a_body_is_no_other_than_the_body() -> None:
    bought = "{} bought the shipyard at Tolmouth for 40 million euros on Monday."
    told = bought.format("Petra Hale") + " She runs Norvik Capital."
    assert "conflict" not in values(bought.format("Norvik Capital"), told, "people")
