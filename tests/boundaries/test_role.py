"""Two titles or ages, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, draft, results, role, told

from xcheck.comparison.context import Meeting
from xcheck.comparison.slots.role import title_relation
from xcheck.records.claim import Role


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("chief executive", "managing director", "same"),
        ("ceo", "chief executive", "same"),
        ("the chair", "chairwoman", "same"),
        ("treasurer", "chair", "differs"),
        ("treasurer", "sheriff", "compatible"),  # of two walks of life
        ("retired treasurer", "retired sheriff", "differs"),
        ("retired treasurer", "sheriff", "compatible"),
        ("retired treasurer", "former sheriff", "compatible"),
        ("leader", "treasurer", "compatible"),  # too loose a word
        ("treasurer", "leader", "compatible"),
        ("sorcerer", "treasurer", "compatible"),  # in no list
        ("", "treasurer", "compatible"),
        ("treasurer", "", "compatible"),
        # rank and standing
        ("deputy treasurer", "treasurer", "differs"),
        ("former treasurer", "treasurer", "differs"),
        ("ex-treasurer", "former treasurer", "same"),
        ("retired treasurer", "treasurer", "same"),
        ("retired treasurer", "former treasurer", "same"),
        ("acting treasurer", "treasurer", "differs"),
        ("acting treasurer", "interim treasurer", "differs"),
        ("young treasurer", "treasurer", "same"),
        ("deputy chief executive", "chief executive", "differs"),
        # what it is over
        ("foreign minister", "minister", "refines"),
        ("foreign minister", "finance minister", "differs"),
        ("minister of finance", "finance minister", "same"),
        ("minister for finance", "finance minister", "same"),
        ("minister of finance and trade", "minister of trade and energy", "compatible"),
        ("minister of finance and trade", "trade minister", "refines"),
        ("treasurer of the club", "treasurer", "same"),
        ("director for europe", "director", "refines"),
        ("director", "director for europe", "refines"),
        ("sales director for europe", "sales director", "differs"),
        ("director for europe", "director for asia", "differs"),
        ("secretary of state", "secretary of state for energy", "refines"),
        ("deputy secretary of state", "secretary of state", "differs"),
        ("member of parliament", "mp", "same"),
        ("treasurer at the club", "treasurer with the bank", "same"),
    ],
)
def test_two_titles(one: str, other: str, expected: str) -> None:
    assert title_relation(one, other) == expected
    assert title_relation(other, one) == expected


def outcomes(mine: tuple[Role, ...], yours: tuple[Role, ...], known: Meeting | None = None) -> list[str]:
    """What comes out of the roles of two claims."""
    left, right = claim("So it was", *mine), claim("So it was", *yours)
    return told(results("role", left, right, known or context()))


MOSS = "ida moss"


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((role(MOSS, "treasurer"),), (role(MOSS, "treasurer"),), ["same"]),
        ((role(MOSS, "treasurer"),), (role("moss", "chair"),), ["conflict/title"]),
        ((role(MOSS, "treasurer"),), (role("olav brandt", "chair"),), []),
        ((role(MOSS, "treasurer"),), (role("a woman", "chair"),), []),
        ((role(MOSS, "foreign minister"),), (role(MOSS, "minister"),), ["narrower"]),
        ((role(MOSS, "minister"),), (role(MOSS, "foreign minister"),), ["wider"]),
        ((role(MOSS, "treasurer"),), (role(MOSS, "sheriff"),), ["compatible"]),
        ((role(MOSS, "34", age=True),), (role(MOSS, "34", age=True),), ["same"]),
        ((role(MOSS, "34", age=True),), (role(MOSS, "35", age=True),), ["conflict/age"]),
        ((role(MOSS, "34", age=True),), (role(MOSS, "treasurer"),), []),
        # one may hold two offices
        ((role(MOSS, "treasurer"), role(MOSS, "chair")), (role(MOSS, "chair"),), ["same"]),
        ((role(MOSS, "chair"),), (role(MOSS, "treasurer"), role(MOSS, "chair")), ["same"]),
        ((role(MOSS, "treasurer"), role(MOSS, "leader")), (role(MOSS, "chair"),), ["conflict/title"]),
        ((role(MOSS, "foreign minister"), role(MOSS, "chair")), (role(MOSS, "minister"),), ["narrower", "compatible"]),
        (
            (role(MOSS, "treasurer"), role(MOSS, "34", age=True)),
            (role(MOSS, "treasurer"), role(MOSS, "35", age=True)),
            ["same", "conflict/age"],
        ),
    ],
)
def test_the_roles_of_one_person(mine: tuple[Role, ...], yours: tuple[Role, ...], expected: list[str]) -> None:
    assert outcomes(mine, yours) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Moss turns 40 on Friday", ["conflict/age"]),
        ("Ida Moss will turn 40 on Friday", ["conflict/age"]),
        ("Ida Moss is nearly 40", ["conflict/age"]),
        ("Ida Moss is almost 40", ["conflict/age"]),
        ("Ida Moss is 40", ["same"]),
        ("Ida Moss returns 40 books", ["same"]),
        ("Ida Moss turns 400", ["same"]),
    ],
)
def test_an_age_that_is_yet_to_come(text: str, expected: list[str]) -> None:
    left = claim("Ida Moss is 40", role(MOSS, "40", age=True))
    right = claim(text, role(MOSS, "40", age=True))
    found = results("role", left, right, draft())
    assert told(found) == expected
    assert told(results("role", left, right, context())) == ["same"]
    assert (found[0].left_says, found[0].right_says) == ("40", "40")
    other = claim("Ida Moss is 41", role(MOSS, "41", age=True))
    assert told(results("role", other, right, draft())) == ["conflict/age"]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (
            "The treasurer, Ida Moss, left",
            "The treasurer, Olav Brandt, met Ida Moss",
            [("treasurer Ida Moss", "treasurer Olav Brandt")],
        ),
        ("The treasurer Ida Moss left", "The treasurer, Ida Moss, left", []),
        ("The treasurer, Ida Moss, left", "The chair, Olav Brandt, met Ida Moss", []),
        ("The treasurer, Ida Moss, left", "The treasurer, Olav Brandt, left", []),  # nobody of her name is there
        ("The sorcerer, Ida Moss, left", "The sorcerer, Olav Brandt, met Ida Moss", []),
        ("The cfo, Ida Moss, left", "Finance chief Olav Brandt met Ida Moss", []),
        (
            "The chairman, Ida Moss, left",
            "The chair, Olav Brandt, met Ida Moss",
            [("chair Ida Moss", "chair Olav Brandt")],
        ),
    ],
)
def test_a_draft_may_give_an_office_to_somebody_else(mine: str, yours: str, expected: list[tuple[str, str]]) -> None:
    left, right = claim(mine), claim(yours)
    found = results("role", left, right, draft(0.5))
    assert [(r.left_says, r.right_says) for r in found] == expected
    assert told(found) == ["conflict/title"] * len(expected)
    assert results("role", left, right, draft(0.49)) == ()
    assert results("role", left, right, context()) == ()
