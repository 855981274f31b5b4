"""How certain two claims are, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, credit, draft, person, results, shared, told, who

from xcheck.records.claim import Certainty


def outcomes(mine: Certainty, yours: Certainty) -> list[str]:
    """What comes out of two claims that say the same with two degrees of certainty."""
    left, right = (claim("The mill burned", verb="burn", terms="mill", certainty=c) for c in (mine, yours))
    return told(results("certainty", left, right, context()))


@pytest.mark.parametrize(
    ("lower", "higher", "steps"),
    [
        ("fact", "fact", 0),
        ("plan", "allegation", 0),
        ("question", "counterfactual", 0),
        ("expectation", "fact", 1),
        ("plan", "expectation", 1),
        ("possibility", "plan", 1),
        ("strong-probability", "fact", 1),
        ("weak-probability", "strong-probability", 1),
        ("counterfactual", "possibility", 1),
        ("weak-probability", "fact", 2),
        ("allegation", "fact", 2),
        ("hearsay", "fact", 2),
        ("plan", "fact", 2),
        ("possibility", "fact", 3),
        ("condition", "fact", 3),
        ("condition", "expectation", 2),
        ("possibility", "strong-probability", 2),
        ("counterfactual", "fact", 4),
        ("question", "fact", 4),
    ],
)
def test_claims_differ_from_two_steps_on(lower: Certainty, higher: Certainty, steps: int) -> None:
    if not steps:
        assert outcomes(lower, higher) == outcomes(higher, lower) == ["same"]
    else:
        up, down = ("compatible", "compatible") if steps == 1 else ("raised", "lowered")
        assert outcomes(lower, higher) == [f"{up}/{lower}"]
        assert outcomes(higher, lower) == [f"{down}/{lower}"]


def test_what_is_said_of_both() -> None:
    left, right = (claim("The mill burned", verb="burn", terms="mill", certainty=c) for c in ("possibility", "fact"))
    (found,) = results("certainty", left, right, context())
    assert (found.left_says, found.right_says) == ("possibility", "fact")
    assert found.left is not None
    assert found.left.text == "burned"
    assert found.right is not None


@pytest.mark.parametrize(
    ("verbs", "percent", "expected"),
    [
        (("burn", "burn"), 31, True),
        (("burn", "burn"), 30, False),
        (("burn", "close"), 56, True),
        (("burn", "close"), 55, False),
    ],
)
def test_claims_that_say_two_things_are_not_compared(verbs: tuple[str, str], percent: int, *, expected: bool) -> None:
    mine, yours = shared(percent)
    left = claim("The mill burned", verb=verbs[0], terms=mine, certainty="allegation")
    right = claim("The mill burned", verb=verbs[1], terms=yours)
    assert bool(results("certainty", left, right, context())) == expected


def test_one_doer_deed_and_thing_are_one_statement() -> None:
    mine, yours = shared(1)
    for thing, expected in (("dam", ["raised/allegation"]), ("road", [])):
        left = claim(
            "Moss broke the dam",
            person("Ida Moss"),
            who("dam", "patient"),
            verb="break",
            terms=mine,
            certainty="allegation",
        )
        right = claim("Moss broke it", person("Ida Moss"), who(thing, "patient"), verb="break", terms=yours)
        assert told(results("certainty", left, right, context())) == expected


@pytest.mark.parametrize("told_as", ["hearsay", "allegation"])
def test_hearsay_is_as_sure_as_what_somebody_is_credited_with(told_as: Certainty) -> None:
    left = claim("The mill burned", verb="burn", terms="mill", certainty=told_as)
    right = claim("The mill burned", credit("Ida Moss"), verb="burn", terms="mill")
    assert told(results("certainty", left, right, context())) == ["same"]
    assert told(results("certainty", right, left, context())) == ["same"]
    plain = claim("The mill burned", credit("Ida Moss"), verb="burn", terms="mill", certainty="plan")
    other = claim("The mill burned", verb="burn", terms="mill")
    assert told(results("certainty", plain, other, context())) == ["raised/plan"]
    planned = claim("The mill burned", verb="burn", terms="mill", certainty="plan")
    assert told(results("certainty", planned, right, context())) == ["raised/plan"]


@pytest.mark.parametrize(
    ("mine", "yours", "tense", "score", "percent", "expected"),
    [
        ("possibility", "expectation", "future", 0.6, 13, ["raised/open"]),
        ("expectation", "possibility", "future", 0.6, 13, ["lowered/open"]),
        ("possibility", "expectation", "future", 0.59, 13, []),
        ("possibility", "expectation", "future", 0.6, 12, []),
        ("question", "plan", "none", 0.9, 20, ["raised/open"]),
        ("possibility", "fact", "present", 0.9, 20, ["raised/open"]),
        ("possibility", "fact", "past", 0.9, 20, []),
        ("possibility", "expectation", "past", 0.9, 20, ["raised/open"]),
        ("possibility", "question", "future", 0.9, 20, []),
        ("condition", "expectation", "future", 0.9, 20, []),
        ("plan", "expectation", "future", 0.9, 20, []),
        ("possibility", "allegation", "future", 0.9, 20, []),
    ],
)
def test_what_one_leaves_open_and_the_other_says_will_be(  # noqa: PLR0917 - a table
    mine: Certainty, yours: Certainty, tense: str, score: float, percent: int, expected: list[str]
) -> None:
    terms = shared(percent)
    left = claim("It may close", verb="close", terms=terms[0], certainty=mine, tense=tense)
    right = claim("It will burn", verb="burn", terms=terms[1], certainty=yours, tense=tense)
    found = results("certainty", left, right, context(score))
    assert told(found) == expected
    assert [(r.left_says, r.right_says) for r in found] == [(mine, yours)] * len(expected)


def test_what_is_denied_settles_nothing() -> None:
    terms = shared(20)
    left = claim("It may close", verb="close", terms=terms[0], certainty="possibility")
    right = claim("It will not burn", verb="burn", terms=terms[1], certainty="plan", polarity="negated")
    assert results("certainty", left, right, context()) == ()


@pytest.mark.parametrize(
    ("before", "polarity", "expected"),
    [
        ("", "affirmed", ["lowered/question"]),
        ("Asked ", "affirmed", ["compatible/question"]),
        ("The question ", "affirmed", ["compatible/question"]),
        ("He wondered ", "affirmed", ["lowered/question"]),
        ("", "negated", ["compatible/question"]),
    ],
)
def test_a_question_stands_against_what_affirms_it(before: str, polarity: str, expected: list[str]) -> None:
    text = "whether the mill burned"
    question = claim(text, verb="burn", terms="mill", certainty="question", sentence=f"{before}{text}.", at=50)
    answer = claim("The mill burned", verb="burn", terms="mill", polarity=polarity)  # type: ignore[arg-type]
    assert told(results("certainty", answer, question, context())) == expected
    turned = [e.replace("lowered", "raised") for e in expected]
    assert told(results("certainty", question, answer, context())) == turned


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("The mill will certainly close", "The mill may close", ["lowered/vouched"]),
        ("The mill will close", "The mill may close", []),
        ("The mill will certainly close", "The mill will close", []),
        ("The mill will certainly close", "The mill is certain to close", []),
        ("The mill may certainly close", "The mill may close", []),
        ("The mill will certainly close", "The mill closes in May", []),  # a month
        ("The mill will certainly close", "The Mayor closes the mill", []),
        ("The mill will certainly close", "The mill is unlikely to close", ["lowered/vouched"]),
        ("The mill will certainly close", "The mill may certainly close", []),
    ],
)
def test_a_draft_may_vouch_for_what_its_source_leaves_open(mine: str, yours: str, expected: list[str]) -> None:
    left, right = claim(mine, verb="close", terms="mill"), claim(yours, verb="burn", terms="dam")
    found = results("certainty", left, right, draft(0.5))
    assert told(found) == expected
    assert [(r.left_says, r.right_says) for r in found] == [(mine, yours)] * len(expected)
    assert results("certainty", left, right, context()) == ()
    assert results("certainty", left, right, draft(0.49)) == ()


def test_a_draft_may_say_of_all_what_its_source_says_of_some() -> None:
    left, right = claim("All boats sank", verb="sink"), claim("Some boats sank", verb="sink")
    (found,) = results("certainty", left, right, draft(0.5))
    assert (found.outcome, found.variant, found.left_says, found.right_says) == ("lowered", "extent", "All", "Some")
    assert results("certainty", right, left, draft(0.5)) == ()
    assert results("certainty", left, right, context()) == ()
