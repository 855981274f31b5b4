"""What only a check compares: quantifiers, order, causes and cut quotations, on both sides of each line."""

from __future__ import annotations

import pytest
from tests.boundaries.made import cause, claim, context, draft, quote, results, told, who, words

from xcheck.claims.order import order
from xcheck.records.base import Record, Span
from xcheck.records.claim import Claim, Link


def raised(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words of a draft and its source of which the draft's say more, or None."""
    found = [r for r in results("certainty", left, right, draft()) if r.variant == "extent"]
    return next(((r.left_says, r.right_says) for r in found), None)


def turned_round(left: Claim, right: Claim) -> tuple[Span | None, Span | None] | None:
    """The words that tell the order of two events, where the draft turns it round."""
    found = [r for r in results("time", left, right, draft()) if r.variant == "order"]
    return next(((r.left, r.right) for r in found), None)


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("All boats sank", "Some boats sank", ("All", "Some")),
        ("Most boats sank", "Some boats sank", ("Most", "Some")),
        ("All boats sank", "Most boats sank", ("All", "Most")),
        ("Most boats sank", "Many boats sank", ("Most", "Many")),
        ("Many boats sank", "Some boats sank", None),
        ("Some boats sank", "All boats sank", None),
        ("All boats sank", "All boats sank", None),
        ("All boats sank", "Boats sank", None),
        # of one thing
        ("All boats sank", "Some lorries fell", None),
        ("All boats sank", "Some sank boats", ("All", "Some")),
        ("All", "Some boats sank", ("All", "Some")),
        ("All of the six old grey wooden boats sank", "Some boats sank", None),
        ("All of the old grey wooden boats sank", "Some boats sank", ("All", "Some")),
        ("All sank; boats", "Some boats", None),
        # its source says as much of something else
        ("All boats sank", "Some boats sank, and all lorries", None),
        ("Most boats sank", "Some boats sank, and most lorries", None),
        ("All boats sank", "Some boats sank, and most lorries", ("All", "Some")),
        # what is no quantifier
        ("All day boats sank", "Some boats sank", None),
        ("Not all boats sank", "Some boats sank", None),
        ("The most boats sank", "Some boats sank", None),
        ("Its most boats sank", "Some boats sank", None),
        ("Most dangerous boats sank", "Some dangerous boats sank", None),
        ("Most likely boats sank", "Some boats sank", None),
        ("Most lovely boats sank", "Some lovely boats sank", None),
        ("Most active boats sank", "Some active boats sank", None),
        ("Most useful boats sank", "Some useful boats sank", None),
        ("Most portable boats sank", "Some portable boats sank", None),
        ("All dangerous boats sank", "Some dangerous boats sank", ("All", "Some")),
        ("MOST boats sank", "a Few boats sank", ("MOST", "a Few")),
    ],
)
def test_quantifiers(mine: str, yours: str, expected: tuple[str, str] | None) -> None:
    left, right = claim(mine, at=10), claim(yours, at=40)
    assert raised(left, right) == expected
    for result in results("certainty", left, right, draft()):
        if expected and result.left and result.right:
            assert mine[result.left.start - 10 : result.left.end - 10] == expected[0]
            assert yours[result.right.start - 40 : result.right.end - 40] == expected[1]


def test_a_quantifier_of_another_clause_is_not_the_drafts() -> None:
    whole = "All boats sank and it rained"
    source = claim("Some boats sank")
    assert raised(claim("it rained", sentence=whole, at=50), source) is None
    assert raised(claim("All boats sank", sentence=whole, at=50), source) is not None
    assert raised(claim("sank", sentence="sank all boats"), source) is None


@pytest.mark.parametrize(
    ("tenses", "mine", "yours", "expected"),
    [
        (("present", "past"), who("cooks", head="cook"), who("a cook"), True),
        (("past", "past"), who("cooks", head="cook"), who("a cook"), False),
        (("present", "present"), who("cooks", head="cook"), who("a cook"), False),
        (("present", "past"), who("cooks", head="cook"), who("an old cook"), True),
        (("present", "past"), who("cooks", head="cook"), who("one cook"), True),
        (("present", "past"), who("cooks", head="cook"), who("the cook"), False),
        (("present", "past"), who("the cooks", head="cook"), who("a cook"), False),
        (("present", "past"), who("cook", head="cook"), who("a cook"), False),
        (("present", "past"), who("cooks", head="waiter"), who("a waiter"), False),
        (("present", "past"), who("cooks", head="cooks"), who("a cooks", head="cooks"), False),
        (("present", "past"), who("cooks", "patient", head="cook"), who("a cook"), False),
        (("present", "past"), who("cooks", head="cook"), who("a waiter"), False),
    ],
)
def test_a_bare_plural_for_a_single_one(
    tenses: tuple[str, str], mine: Record, yours: Record, *, expected: bool
) -> None:
    left, right = claim("They burn soup", mine, tense=tenses[0]), claim("One burned soup", yours, tense=tenses[1])
    assert (raised(left, right) is not None) == expected


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("the bells rang before ovens burned", "bell", "oven"),
        ("the bells rang until ovens burned", "bell", "oven"),
        ("the bells rang, then ovens burned", "bell", "oven"),
        ("the ovens burned after bells rang", "bell", "oven"),
        ("the ovens burned following bells", "bell", "oven"),
        ("After bells rang, ovens burned", "bell", "oven"),
        ("Before ovens burned, bells rang", "bell", "oven"),
        ("Two days after bells rang, ovens burned", "bell", "oven"),
        ("Shortly after bells rang, ovens burned", "bell", "oven"),
        ("the old bells rang two weeks before ovens burned", "bell", "oven"),
        ("All of the bells rang days after ovens burned", "oven", "bell"),
        ("After bells rang ovens burned", "", ""),
        ("the bells rang", "", ""),
        ("the bells rang before ovens burned after rain", "", ""),
        ("the bells rang before", "", ""),
    ],
)
def test_which_of_two_events_came_first(text: str, earlier: str, later: str) -> None:
    found = order(claim(text, at=20).sentence)
    if not earlier:
        assert found is None
        return
    assert found is not None
    assert earlier in {*found.earlier} - {*found.later}
    assert later in {*found.later} - {*found.earlier}
    assert text[found.link.start - 20 : found.link.end - 20] == found.link.text
    assert found.link.text.casefold() in ("before", "until", "then", "after", "following")


def test_what_both_events_have_tells_no_order() -> None:
    found = order(words("the bells rang before the bells stopped"))
    assert found is not None
    assert "bell" not in (*found.earlier, *found.later)
    named = order(words("Brandt sang before Brandt danced with Moss"))
    assert named is not None
    assert not {"brandt", "moss"} & {*named.earlier, *named.later}
    only = order(words("Brandt before Moss"))
    assert only is not None
    assert (only.earlier, only.later) == (("brandt",), ("moss",))


@pytest.mark.parametrize(
    ("mine", "yours", "turned"),
    [
        ("bells rang before ovens burned", "bells rang after ovens burned", True),
        ("bells rang before ovens burned", "ovens burned after bells rang", False),
        ("bells rang before ovens burned", "bells rang after boats sank", False),
        ("bells rang before ovens burned", "boats sank after bells rang", False),
        ("bells rang before ovens burned", "bells rang", False),
        ("bells rang", "bells rang before ovens burned", False),
        # as much straight as crossed
        ("bells rang before ovens burned", "bells burned before ovens rang", False),
    ],
)
def test_an_order_turned_round(mine: str, yours: str, *, turned: bool) -> None:
    found = turned_round(claim(mine), claim(yours))
    assert (found is not None) == turned
    if found:
        assert [s and s.text for s in found] == ["before", "after"]


@pytest.mark.parametrize(
    ("mine", "yours", "score", "expected"),
    [
        (cause("heavy fog"), cause("the heavy fog"), 0.9, ["same"]),
        (cause("heavy fog"), cause("old brakes"), 0.9, ["conflict/story"]),
        (cause("heavy fog"), cause("old brakes"), 0.89, ["conflict"]),
        (cause("heavy fog"), cause("it"), 0.9, ["conflict"]),
        (cause("It"), cause("heavy fog"), 0.9, ["conflict"]),
        (cause("heavy fog", link="motive"), cause("old brakes"), 0.9, ["incomparable"]),
        (cause("heavy fog"), cause("old brakes", link="sequence"), 0.9, ["incomparable"]),
        (cause("heavy fog", link="motive"), cause("old brakes", link="motive"), 0.9, ["incomparable"]),
        (cause("fog over the bay"), cause("a row over the prize"), 0.5, ["conflict"]),
        (cause("Heavy Fog"), cause("heavy fog"), 0.5, ["same"]),
        (cause("the"), cause("the"), 0.5, ["same"]),
        (cause("fog"), None, 0.5, ["only-left/cause"]),
        (cause("fog", link="motive"), None, 0.5, ["only-left/motive"]),
        (None, cause("fog", link="association"), 0.5, ["only-right/association"]),
        (None, None, 0.5, []),
    ],
)
def test_two_causes(mine: Record | None, yours: Record | None, score: float, expected: list[str]) -> None:
    left, right = (claim("It closed because of it", *([c] if c else [])) for c in (mine, yours))
    found = results("cause", left, right, context(score))
    assert told(found) == expected
    for result in found:
        assert (result.left is not None, result.right is not None) == (mine is not None, yours is not None)


ROAD = who("the road", "patient")


@pytest.mark.parametrize(
    ("mine", "yours", "source", "expected"),
    [
        ((who("the flood"), ROAD), (ROAD,), "the road closed", ["only-left/doer"]),
        ((who("the flood"), ROAD), (ROAD,), "the road closed in a flood", []),
        ((who("the flood"), ROAD), (who("the road"),), "the road closed", ["only-left/doer"]),
        ((who("the flood"), ROAD), (who("the police"), ROAD), "the road closed", []),
        ((who("the flood"), ROAD), (who("the bridge"),), "the bridge closed", []),
        ((who("the flood"),), (ROAD,), "the road closed", []),
        ((who("the mayor", kind="person"), ROAD), (ROAD,), "the road closed", []),
        ((who("the Orle", entity="orle"), ROAD), (ROAD,), "the road closed", []),
        ((who("it"), ROAD), (ROAD,), "the road closed", []),
        ((who("the"), ROAD), (ROAD,), "road closed", []),
        ((ROAD,), (ROAD,), "the road closed", []),
    ],
)
def test_a_draft_may_have_something_do_it(
    mine: tuple[Record, ...], yours: tuple[Record, ...], source: str, expected: list[str]
) -> None:
    left, right = claim("So it closed", *mine, verb="close"), claim("So it closed", *yours, verb="close")
    assert told(results("cause", left, right, draft(0.5, source))) == expected
    assert results("cause", left, right, draft(0.49, source)) == ()
    assert results("cause", left, right, context()) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "given", "expected"),
    [
        ("Tea prevents colds", "Tea is linked to fewer colds", None, ["only-left/raised"]),
        ("Tea helps", "Fewer colds were found in a survey", None, ["only-left/raised"]),
        ("The crash caused a fall", "Shares fell soon after the crash", None, ["only-left/raised"]),
        ("Tea is good", "Tea is linked to fewer colds", None, []),
        ("Tea prevents colds", "Tea is drunk with colds", None, []),
        ("Tea prevents colds", "There were fewer colds", None, []),
        ("Tea prevents colds", "A survey found colds", None, []),
        ("Tea prevents colds", "Shares fell after the crash", None, []),
        ("Tea prevents colds", "Tea, linked to fewer colds, prevents them", None, []),
        ("Tea prevents colds", "Tea is linked to fewer colds", who("the mayor", kind="person"), []),
        ("Tea prevents colds", "Tea is linked to fewer colds", who("tea"), ["only-left/raised"]),
    ],
)
def test_a_draft_may_make_a_cause_of_what_goes_together(
    mine: str, yours: str, given: Record | None, expected: list[str]
) -> None:
    doer = [given] if given else []
    left, right = claim(mine, *doer, verb="prevent"), claim(yours, verb="link")
    found = results("cause", left, right, draft(source=yours))
    assert told(found) == expected
    if expected:
        assert found[0].left_says in ("prevents", "helps", "caused")
        assert found[0].right is None
        assert found[0].right_says == ""


@pytest.mark.parametrize(("link", "expected"), [("cause", ["only-left/raised"]), ("motive", ["only-left/motive"])])
def test_a_person_causes_where_the_draft_says_so(link: Link, expected: list[str]) -> None:
    mayor = who("the mayor", kind="person")
    left = claim("The mayor prevents colds because of tea", mayor, cause("tea", link=link), verb="prevent")
    right = claim("Tea is linked to fewer colds", verb="link")
    assert told(results("cause", left, right, draft())) == expected
    given = claim("Tea is linked to fewer colds due to tea", cause("tea"), verb="link")
    assert told(results("cause", left, given, draft()))[0].split("/")[0] in ("same", "incomparable")


def test_a_doer_is_sought_by_its_stem() -> None:
    left = claim("Floods closed it", who("Floods", head="flood"), ROAD, verb="close")
    right = claim("The road closed", ROAD, verb="close")
    assert results("cause", left, right, draft(source="roads flooded")) == ()
    (found,) = results("cause", left, right, draft(source="roads dried"))
    assert found.left_says == "Floods"


REMARK = "the mill will open again in spring"


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (f'She said "{REMARK}".', f'She said "{REMARK}".', ["same"]),
        (f'She said "{REMARK}".', f'She said "{REMARK}, unless it rains".', ["conflict/cut"]),
        (f'She said "{REMARK}".', f'She said "{REMARK}, and it rains".', ["same"]),
        (f'She said "{REMARK}".', f'She said "{REMARK}," she said, "unless it rains".', ["conflict/cut"]),
        (f'She said "{REMARK}", unless it rains.', f'She said "{REMARK}, unless it rains".', ["same"]),
        (f'She said "{REMARK}".', f'She said "hardly {REMARK}".', ["conflict/cut"]),
        (f'She said hardly "{REMARK}".', f'She said "hardly {REMARK}".', ["same"]),
        (f'She said "{REMARK}".', f'She said "surely {REMARK}".', ["same"]),
        (f'She said "{REMARK}".', f'She said "{REMARK}, butter or no butter".', ["same"]),
        (f'She said "{REMARK}".', f'She said "{REMARK} only if it is dry".', ["conflict/cut"]),
    ],
)
def test_a_draft_may_cut_a_quotation(mine: str, yours: str, expected: list[str]) -> None:
    left, right = claim(mine, quote(REMARK), verb="say"), claim(yours, quote(REMARK), verb="say")
    assert told(results("quote", left, right, draft())) == expected
    assert told(results("quote", left, right, context())) == ["same"]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("Ida Moss", "Ida Moss", ["same"]),
        ("Ida Moss", "Olav Brandt", ["conflict/speaker"]),
        ("the uncle", "the aunt", ["conflict/speaker"]),
        ("the uncle", "she", ["same"]),
    ],
)
def test_a_draft_may_have_somebody_else_say_it(mine: str, yours: str, expected: list[str]) -> None:
    left, right = (
        claim(f'{s} said "{REMARK}"', quote(REMARK), who(s, head=s.split()[-1].lower()), verb="say", form="speech")
        for s in (mine, yours)
    )
    found = results("quote", left, right, draft())
    assert told(found) == expected
    if expected != ["same"]:
        assert (found[0].left_says, found[0].right_says) == (mine, yours)


def test_of_two_wordings_the_words_are_the_difference() -> None:
    other = REMARK.replace("open again in spring", "close again in winter")
    left = claim(f'Moss said "{REMARK}"', quote(REMARK), who("Moss"), verb="say", form="speech")
    right = claim(f'Brandt said "{other}"', quote(other), who("Brandt"), verb="say", form="speech")
    assert told(results("quote", left, right, draft())) == told(results("quote", left, right, context()))
