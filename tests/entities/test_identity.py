"""When two names are one, two, or can't be told."""

from __future__ import annotations

import pytest

from xcheck.entities.identity import is_respelled, same_entity, same_name
from xcheck.entities.mentions import Entity

SAME = [
    ("Tilda Moorcott", "Moorcott"),
    ("Dr Tilda Moorcott", "tilda moorcott"),
    ("T. Moorcott", "Tilda Moorcott"),
    ("Tilda Mary Moorcott", "Tilda Moorcott"),
    ("José Núñez", "Jose Nunez"),
    ("Tarnow plc", "Tarnow"),
    ("Tarnow Inc", "Tarnow plc"),
    ("Marsh Lane Ferries", "Marsh Lane"),
    ("HDU", "Harbour and Dockers' Union"),
    ("the Harbour Trust", "Harbour Trust"),
    ("US", "United States"),
    ("Kremlin", "Russia"),
    ("DPRK", "north korea"),
    ("Pentagon", "US Department of Defense"),
]
DIFFERENT = [
    ("Tilda Moorcott", "Tom Moorcott"),
    ("Tilda Moorcott", "Tilda Brandt"),
    ("Tarnow plc", "Marsh Lane Ferries"),
    ("France", "Spain"),
    ("Harbour Trust", "Hospital Trust"),
    ("Pentagon", "France"),
    ("Scotland", "Wales"),
    ("Peter Moss", "Petra Moss"),
]
OPEN = [
    ("Ottawa", "Canada"),
    ("Pentagon", "United States"),
    ("Brussels", "European Union"),
    ("Scotland", "United Kingdom"),
    ("Katherine Moss", "Catherine Moss"),
    ("Mohammed Tarn", "Muhammad Tarn"),
    ("Sergey Loz", "Sergei Loz"),
    ("a spokesman", "Tilda Moorcott"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert same_name(one, other) is True
    assert same_name(other, one) is True


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert same_name(one, other) is False
    assert same_name(other, one) is False


@pytest.mark.parametrize(("one", "other"), OPEN)
def test_can_not_be_told(one: str, other: str) -> None:
    assert same_name(one, other) is None
    assert same_name(other, one) is None


def test_an_alias_of_the_document_decides() -> None:
    here = Entity("northern dockers union", "Northern Dockers' Union", "organisation", aliases=("nordock",))
    there = Entity("nordock", "Nordock", "organisation")
    assert same_entity(here, there) is True


def test_a_person_and_an_organisation_of_one_name_can_not_be_told() -> None:
    assert (
        same_entity(Entity("tarnow", "Tarnow", "person"), Entity("tarnow group", "Tarnow Group", "organisation"))
        is None
    )
    assert (
        same_entity(Entity("tarnow", "Tarnow", "person"), Entity("marsh group", "Marsh Group", "organisation")) is False
    )


def test_a_candidate_stays_open() -> None:
    seat = Entity("brussels", "Brussels", "place", candidates=("european union", "belgium"))
    assert same_entity(seat, Entity("belgium", "Belgium", "place")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Katherine Moss", "Catherine Moss"),
        ("Mohammed Tarn", "Muhammad Tarn"),
        ("Sergey Loz", "Sergei Loz"),
        ("Jon Aske", "John Aske"),
        ("Nadia Petrovskaya", "Nadiya Petrovskaia"),
        ("Ida Meyer", "Ida Maier"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert is_respelled(one, other)
    assert is_respelled(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Moss", "Petra Moss"),
        ("Daniel Moss", "Danielle Moss"),
        ("Jon Moss", "Jan Moss"),
        ("Ida Brand", "Ida Bend"),
        ("Sergey Loz", "Loz"),
        ("Sergey Loz", "Sergey Loz"),
    ],
)
def test_what_is_no_other_spelling(one: str, other: str) -> None:
    assert not is_respelled(one, other)
    assert not is_respelled(other, one)
