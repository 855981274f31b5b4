"""Nouns of one sort, and the bodies that people come from, which each of two articles has alone."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.rule import Example


def values(a: str, b: str, slot: str) -> set[str]:
    (cases,) = api.judge([Example(a=a, b=b, finds=True)])
    return {v for case in cases if case.subject == "pair" for v in case.facts.get(slot, ())}


BOY = "The boy of seven slept in the cart beside his {} when the axle of the hay wagon broke at the ford of Orle."
CART = "When the axle of the hay wagon broke at the ford of Orle, the boy of seven lay in the cart with his {}."


def test_two_relatives_in_one_place() -> None:
    assert "conflict/stranger" in values(BOY.format("grandfather"), CART.format("uncle"), "people")


@pytest.mark.parametrize(
    ("one", "other"),
    [("grandfather", "grandfather"), ("grandfather", "uncle and his grandfather"), ("dog", "uncle")],
)
def test_one_relative_two_of_them_or_no_relative_part_nothing(one: str, other: str) -> None:
    assert "conflict/stranger" not in values(BOY.format(one), CART.format(other), "people")


def test_a_relative_whom_the_other_article_knows_is_no_stranger() -> None:
    told = CART.format("uncle") + " His grandfather was at the mill."
    assert "conflict/stranger" not in values(BOY.format("grandfather"), told, "people")


BELL = "The stolen bell of Tarn was found on Monday under a tarpaulin in {}, wrapped in a sail, the sexton said."
SAIL = (
    "Wrapped in a sail and hidden under a tarpaulin in {}, the stolen bell of Tarn was found by the sexton on Monday."
)


def test_two_sites_of_one_thing() -> None:
    assert "conflict/stranger" in values(BELL.format("a barn"), SAIL.format("a brewery"), "place")


@pytest.mark.parametrize("other", ["a barn", "the barn's loft", "an old place"])
def test_one_site_and_a_site_that_is_not_named_part_nothing(other: str) -> None:
    assert "conflict/stranger" not in values(BELL.format("a barn"), SAIL.format(other), "place")


SENT = "Four divers from {} were called in on Monday to find out how the lock gate of Tarn came off its hinge."
CALLED = "To find out how the lock gate of Tarn came off its hinge, four specialists from {} were called in on Monday."


def test_two_bodies_that_people_came_from() -> None:
    one, other = "the Halden Institute", "the University of Orle"
    assert "conflict/stranger" in values(SENT.format(one), CALLED.format(other), "people")


def test_one_body_in_two_forms_is_one() -> None:
    one, other = "the Halden Institute", "the Institute of Halden"
    assert "conflict/stranger" not in values(SENT.format(one), CALLED.format(other), "people")
