"""Whether two places are one, one inside the other, or apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.comparison.context import Meeting
from xcheck.comparison.slots import place
from xcheck.comparison.slots.place import Relation, place_relation
from xcheck.entities.geography import around
from xcheck.records.claim import Claim, Place

ClaimsOf = Callable[..., tuple[Claim, ...]]


def _place(name: str, *within: str) -> Place:
    return Place(start=0, end=1, text="x", name=name, within=(*within, *around(name)))


RELATIONS: list[tuple[Place, Place, Relation]] = [
    (_place("oslo"), _place("oslo"), "same"),
    (_place("halden"), _place("halden town"), "same"),
    (_place("leeds"), _place("england"), "within"),
    (_place("leeds"), _place("europe"), "within"),
    (_place("england"), _place("united kingdom"), "within"),
    (_place("scotland"), _place("united kingdom"), "within"),
    (_place("wales"), _place("europe"), "within"),
    (_place("northern ireland"), _place("united kingdom"), "within"),
    (_place("scotland"), _place("wales"), "disjoint"),
    (_place("england"), _place("france"), "disjoint"),
    (_place("norway", "denmark"), _place("denmark"), "disjoint"),
    (_place("northern ireland"), _place("ireland"), "disjoint"),
    (_place("velter", "kent"), _place("kent"), "within"),
    (_place("norway"), _place("denmark"), "disjoint"),
    (_place("leeds"), _place("marseille"), "disjoint"),
    (_place("leeds"), _place("hull"), "disjoint"),
    (_place("marsh lane"), _place("castle lane"), "disjoint"),
    (_place("velter", "kent"), _place("ambry", "kent"), "disjoint"),
    (_place("velter"), _place("ambry"), "unknown"),
    (_place("velter"), _place("norway"), "unknown"),
    (_place("marsh lane"), _place("velter"), "unknown"),
]


@pytest.mark.parametrize(("one", "other", "relation"), RELATIONS)
def test_relation(one: Place, other: Place, relation: Relation) -> None:
    assert place_relation(one, other) == relation
    assert place_relation(other, one) == relation


def _outcomes(claims_of: ClaimsOf, left: str, right: str) -> list[str]:
    one, other = claims_of(left)[0], claims_of(right)[0]
    context = Meeting(
        score=1.0, keyed=False, rarity=dict.fromkeys((*one.terms, *other.terms), 1.0), credited=(False, False)
    )
    return [r.outcome for r in place.compare(one, other, context)]


def test_another_origin_conflicts(claims_of: ClaimsOf) -> None:
    left, right = "The freighter sailed from Lisbon on Friday.", "The freighter sailed from Marseille on Friday."
    assert _outcomes(claims_of, left, right) == ["conflict"]


def test_a_city_is_narrower_than_its_country(claims_of: ClaimsOf) -> None:
    assert _outcomes(claims_of, "The talks were held in Oslo.", "The talks were held in Norway.") == ["narrower"]


def test_origin_and_destination_are_not_compared(claims_of: ClaimsOf) -> None:
    assert _outcomes(claims_of, "The ship came from Lisbon.", "The ship sailed to Marseille.") == []


def test_one_place_that_agrees_settles_it(claims_of: ClaimsOf) -> None:
    assert _outcomes(claims_of, "It rained in Leeds and Hull.", "It rained in Hull.") == ["same"]


def test_one_destination_does_not_settle_the_origin(claims_of: ClaimsOf) -> None:
    left, right = "The ship sailed from Lisbon to Hull.", "The ship sailed from Marseille to Hull."
    assert sorted(_outcomes(claims_of, left, right)) == ["conflict", "same"]
