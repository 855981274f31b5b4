"""Whether two titles of one person agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.comparison.context import Meeting
from xcheck.comparison.slots import role
from xcheck.comparison.slots.role import Relation, title_relation
from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]
_CONTEXT = Meeting(score=1.0, keyed=False, rarity={}, credited=(False, False))

RELATIONS: list[tuple[str, str, Relation]] = [
    ("chief executive", "managing director", "same"),
    ("ceo", "chief executive", "same"),
    ("finance director", "chief financial officer", "same"),
    ("minister for transport", "transport minister", "same"),
    ("us ambassador", "ambassador", "same"),
    ("chairman", "chairwoman", "same"),
    ("chief executive of tarnow plc", "chief executive", "same"),
    ("minister", "finance minister", "refines"),
    ("professor", "professor of law", "refines"),
    ("admiral", "rear admiral", "refines"),
    ("retired nurse", "nurse", "same"),
    ("boss", "chief executive", "compatible"),
    ("mother", "nurse", "compatible"),
    ("vet", "plumber", "differs"),
    ("retired vet", "retired sheriff", "differs"),
    ("vet", "retired sheriff", "compatible"),
    ("union leader", "general secretary", "compatible"),
    ("deputy minister", "minister", "differs"),
    ("finance minister", "transport minister", "differs"),
    ("deputy secretary of state", "deputy secretary of state for consular affairs", "differs"),
    ("superintendent", "chief superintendent", "differs"),
    ("former mayor", "mayor", "differs"),
    ("coroner", "judge", "differs"),
    ("general secretary", "regional organiser", "differs"),
    ("brother", "father", "differs"),
    ("chief engineer", "shift foreman", "differs"),  # of one works
    ("chief engineer", "captain", "differs"),  # of one ship
    ("campaign manager", "attorney", "differs"),
    ("barrister", "solicitor", "differs"),
    ("economist", "historian", "differs"),
    ("economist", "lecturer", "compatible"),  # what somebody is in, and where
    ("treasurer", "farmer", "compatible"),
]


@pytest.mark.parametrize(("one", "other", "relation"), RELATIONS)
def test_titles(one: str, other: str, relation: Relation) -> None:
    assert title_relation(one, other) == relation
    assert title_relation(other, one) == relation


@pytest.mark.parametrize("title", sorted({t for row in RELATIONS for t in row[:2]}))
def test_a_title_is_the_same_as_itself(title: str) -> None:
    assert title_relation(title, title) == "same"


def _outcomes(claims_of: ClaimsOf, left: str, right: str) -> list[tuple[str, str]]:
    one, other = claims_of(left)[0], claims_of(right)[0]
    return [(r.outcome, r.variant) for r in role.compare(one, other, _CONTEXT)]


def test_another_office_of_one_person_conflicts(claims_of: ClaimsOf) -> None:
    found = _outcomes(
        claims_of, "Finance Minister Tilda Moorcott resigned.", "Transport Minister Tilda Moorcott resigned."
    )
    assert found == [("conflict", "title")]


def test_another_age_conflicts(claims_of: ClaimsOf) -> None:
    found = _outcomes(claims_of, "Gus Penhall, 40, was arrested.", "Gus Penhall, 44, was arrested.")
    assert found == [("conflict", "age")]


def test_two_people_are_not_compared(claims_of: ClaimsOf) -> None:
    assert _outcomes(claims_of, "Gus Penhall, 40, was arrested.", "Paul Sedge, 44, was arrested.") == []


def test_one_title_that_agrees_settles_it(claims_of: ClaimsOf) -> None:
    left = "Coroner Ruth Ambler, a former judge, resigned."
    assert ("conflict", "title") not in _outcomes(claims_of, left, "Ruth Ambler, the coroner, resigned.")
