"""Two places, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, draft, place, results, shared, told

from xcheck.comparison.slots import place as places
from xcheck.records.claim import Place


def inside(name: str, *within: str, relation: str = "at") -> Place:
    """A place that the text says, or the lists know, to be in others."""
    return place(name, relation).model_copy(update={"within": within})


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (place("paris"), place("paris"), "same"),
        (place("paris"), place("lyon"), "disjoint"),
        (place("france"), place("germany"), "disjoint"),
        (place("england"), place("scotland"), "disjoint"),
        (place("england"), place("united kingdom"), "within"),
        (place("united kingdom"), place("scotland"), "within"),
        (inside("paris", "france"), place("france"), "within"),
        (place("torvik"), place("korvel"), "unknown"),
        (inside("torvik", "norway"), inside("korvel", "sweden"), "disjoint"),
        (inside("torvik", "norway"), inside("korvel", "norway"), "disjoint"),  # two towns of one country
        (inside("torvik", "orle county", "norway"), inside("korvel", "norway"), "unknown"),
        (inside("torvik", "orle county"), inside("korvel", "orle county"), "disjoint"),
        (inside("torvik", "orle county"), place("korvel"), "unknown"),
        (place("orle hospital"), place("torvik hospital"), "disjoint"),
        (place("orle hospital"), place("torvik street"), "unknown"),
        (place("orle hospital"), place("torvik"), "unknown"),
        (place("hospital"), place("orle hospital"), "same"),
    ],
)
def test_how_two_places_lie(mine: Place, yours: Place, expected: str) -> None:
    assert places.place_relation(mine, yours) == expected
    assert places.place_relation(yours, mine) == expected


def outcomes(mine: tuple[Place, ...], yours: tuple[Place, ...]) -> list[str]:
    """What comes out of the places of two claims of one deed."""
    left, right = claim("It landed there", *mine, verb="land"), claim("It landed there", *yours, verb="land")
    return told(results("place", left, right, context(0.4)))


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((place("paris"),), (place("paris"),), ["same"]),
        ((place("paris"),), (place("lyon"),), ["conflict/apart"]),
        ((inside("paris", "france"),), (place("france"),), ["narrower"]),
        ((place("france"),), (inside("paris", "france"),), ["wider"]),
        ((place("torvik"),), (place("korvel"),), []),
        # one that agrees hides the others of its part
        ((place("paris"), place("lyon")), (place("lyon"),), ["same"]),
        ((place("paris", "from"), place("lyon", "from")), (place("lyon", "from"),), ["same"]),
        # origin is a question of its own
        ((place("paris", "from"), place("lyon")), (place("lyon", "from"), place("lyon")), ["conflict/apart", "same"]),
        ((place("paris", "from"),), (place("lyon", "to"),), []),
        # where it goes to, and where it is
        ((place("paris", "to"),), (place("lyon"),), ["conflict/apart"]),
        ((place("paris"),), (place("lyon", "to"),), ["conflict/apart"]),
        ((place("paris", "to"), place("lyon")), (place("lyon"),), ["same"]),
        ((place("paris", "from"),), (place("lyon"),), []),
    ],
)
def test_the_places_of_one_deed(mine: tuple[Place, ...], yours: tuple[Place, ...], expected: list[str]) -> None:
    assert outcomes(mine, yours) == expected


@pytest.mark.parametrize(("percent", "expected"), [(46, ["conflict/apart"]), (45, [])])
def test_the_places_of_two_deeds_are_compared_where_the_claims_are_alike(percent: int, expected: list[str]) -> None:
    mine, yours = shared(percent)
    left = claim("It landed in Paris", place("paris"), verb="land", terms=mine)
    right = claim("It stayed in Lyon", place("lyon"), verb="stay", terms=yours)
    assert told(results("place", left, right, context(0.4))) == expected
    assert results("place", left, right, draft(0.4)) == ()


ALONE = frozenset({"@torvik", "torvik", "@korvel", "korvel", "@france", "franc", "@lyon", "lyon"})


@pytest.mark.parametrize(
    ("mine", "yours", "lone", "score", "expected"),
    [
        (place("torvik"), place("korvel"), ALONE, 0.5, ["conflict/stranger"]),
        (place("torvik"), place("korvel"), ALONE, 0.49, []),
        (place("torvik"), place("korvel"), frozenset({"@torvik", "torvik", "@korvel"}), 0.5, []),
        (place("torvik"), place("korvel"), frozenset({"@torvik", "torvik", "korvel"}), 0.5, []),
        (place("torvik"), place("korvel"), frozenset({"@korvel", "korvel"}), 0.5, []),
        (place("torvik"), place("korvel", "to"), ALONE, 0.5, []),
        (place("torvik"), place("france"), ALONE, 0.5, []),  # it may lie there
        (place("france"), place("torvik"), ALONE, 0.5, []),
        (inside("torvik", "norway"), place("france"), ALONE, 0.5, ["conflict/stranger"]),
        (inside("lyon", "france"), place("france"), ALONE, 0.5, []),
    ],
)
def test_strangers(mine: Place, yours: Place, lone: frozenset[str], score: float, expected: list[str]) -> None:
    left, right = claim("It landed there", mine, verb="land"), claim("It stayed there", yours, verb="stay")
    assert told(results("place", left, right, context(score, lone=lone))) == expected


def test_strangers_of_which_one_pair_meets_are_none() -> None:
    left = claim("It landed", place("torvik"), place("paris"), verb="land")
    right = claim("It stayed", place("korvel"), place("paris"), verb="stay")
    assert results("place", left, right, context(lone=ALONE)) == ()
    apart = claim("It stayed", place("korvel"), verb="stay")
    (found,) = results("place", left, apart, context(lone=ALONE))
    assert (found.left_says, found.right_says) == ("Torvik", "Korvel")


@pytest.mark.parametrize(
    ("mine", "yours", "lone", "score", "expected"),
    [
        ("The barn burned", "The garage burned", {"barn", "garag"}, 0.6, ["conflict/stranger"]),
        ("The barn burned", "The garage burned", {"barn", "garag"}, 0.59, []),
        ("The barn burned", "The garage burned", {"barn"}, 0.9, []),
        ("The barn burned", "The garage burned", {"garag"}, 0.9, []),
        ("The barn and a shed burned", "The garage burned", {"barn", "garag", "shed"}, 0.9, []),
        ("The garage burned", "The barn and a shed burned", {"barn", "garag", "shed"}, 0.9, []),
        ("The barn's owner ran", "The garage burned", {"barn", "garag"}, 0.9, []),
        ("The barn, the old Barn, burned", "The garage burned", {"barn", "garag"}, 0.9, ["conflict/stranger"]),
        ("The barns burned", "The garage burned", {"barn", "garag"}, 0.9, []),
    ],
)
def test_two_sites(mine: str, yours: str, lone: set[str], score: float, expected: list[str]) -> None:
    left, right = claim(mine, at=100), claim(yours, at=200)
    found = results("place", left, right, context(score, lone=lone))
    assert told(found) == expected
    for result in found:
        assert result.left is not None
        assert mine[result.left.start - 100 : result.left.end - 100] == result.left.text == "barn"
        assert result.right is not None
        assert yours[result.right.start - 200 : result.right.end - 200] == result.right.text == "garage"


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((place("torvik", "to"),), (place("torvik", "from"),), ["conflict/moved"]),
        ((place("torvik", "from"),), (place("torvik", "to"),), ["conflict/moved"]),
        ((place("torvik", "at"),), (place("torvik", "from"),), []),
        ((place("torvik", "from"),), (place("korvel", "to"),), []),
        ((place("torvik"),), (place("korvel"),), ["conflict/moved"]),
        ((place("torvik"), place("orle")), (place("korvel"),), []),
        ((place("torvik"),), (place("korvel"), place("orle")), []),
        ((place("torvik", "from"),), (place("korvel"),), []),
        ((place("orle hospital"),), (place("korvel"),), []),  # a building and a town
        ((place("paris"),), (place("lyon"),), ["conflict/apart"]),
    ],
)
def test_a_draft_may_move_a_place(mine: tuple[Place, ...], yours: tuple[Place, ...], expected: list[str]) -> None:
    left, right = claim("It landed", *mine, verb="land"), claim("It landed", *yours, verb="land")
    assert told(results("place", left, right, draft(0.5))) == expected
    assert "conflict/moved" not in told(results("place", left, right, draft(0.49)))
    assert "conflict/moved" not in told(results("place", left, right, context()))


def test_a_draft_moves_no_place_that_is_strange_or_that_it_tells_of_both() -> None:
    left, right = (claim(f"It landed at {n}", place(n.lower()), verb="land") for n in ("Torvik", "Korvel"))
    assert told(results("place", left, right, draft())) == ["conflict/moved"]
    assert results("place", left, right, draft(lone=frozenset({"@torvik", "torvik"}))) == ()
    both = claim("It landed at Torvik", place("torvik"), verb="land", sentence="It landed at Torvik, not at Korvel")
    assert results("place", both, right, draft()) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("land", "land", True),
        ("land", "stay", False),
        ("make", "make", True),
        ("be", "be", False),
        ("have", "have", False),
    ],
)
def test_a_place_is_moved_within_one_deed(mine: str, yours: str, *, expected: bool) -> None:
    left, right = claim("at Torvik", place("torvik"), verb=mine), claim("at Korvel", place("korvel"), verb=yours)
    assert bool(results("place", left, right, draft())) == expected
