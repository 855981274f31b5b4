"""What one affirms and the other denies, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, credit, figure, person, results, shared, told, who

from xcheck.nlp.opposites import direction, opposed
from xcheck.records.base import Record
from xcheck.records.claim import Claim, Polarity


def says(text: str, verb: str, *slots: Record, terms: str = "storm", polarity: Polarity = "affirmed") -> Claim:
    return claim(text, *slots, verb=verb, terms=terms, polarity=polarity)


def outcomes(left: Claim, right: Claim) -> list[str]:
    """What comes out of two claims, whichever of them is on the left."""
    found = told(results("polarity", left, right, context(0.1)))
    assert told(results("polarity", right, left, context(0.1))) == found
    return found


@pytest.mark.parametrize(
    ("mine", "yours", "denied", "expected"),
    [
        ("burn", "burn", (False, False), ["same"]),
        ("burn", "burn", (True, False), ["conflict/negation"]),
        ("burn", "burn", (True, True), ["same"]),
        ("rise", "fall", (False, False), ["conflict/opposite"]),
        ("rise", "fall", (True, False), ["same"]),
        ("rise", "fall", (True, True), ["conflict/opposite"]),
        ("welcome", "condemn", (False, False), ["conflict/opposite"]),
        ("burn", "close", (False, True), ["conflict/negation"]),  # all words are shared
        ("be", "be", (False, True), []),
        ("burn", "try", (False, True), ["conflict/negation"]),
        ("burn", "seem", (False, True), []),
    ],
)
def test_two_predicates(mine: str, yours: str, denied: tuple[bool, bool], expected: list[str]) -> None:
    left, right = (
        says("So it did", verb, polarity="negated" if no else "affirmed")
        for verb, no in zip((mine, yours), denied, strict=True)
    )
    assert outcomes(left, right) == expected


@pytest.mark.parametrize(
    ("verbs", "percent", "expected"),
    [
        (("rise", "fall"), 11, ["conflict/opposite"]),
        (("rise", "fall"), 10, []),
        (("burn", "close"), 51, ["same"]),
        (("burn", "close"), 50, []),
        (("burn", "burn"), 0, ["same"]),
        (("make", "make"), 50, []),  # a light verb says nothing
        (("make", "make"), 51, ["same"]),
    ],
)
def test_how_much_two_claims_share(verbs: tuple[str, str], percent: int, expected: list[str]) -> None:
    terms = shared(percent)
    left, right = (says("So it did", verb, terms=own) for verb, own in zip(verbs, terms, strict=True))
    assert outcomes(left, right) == expected


def test_a_claim_without_a_predicate_denies_nothing() -> None:
    left, right = claim("The storm", terms="storm"), says("It burned", "burn")
    assert results("polarity", left, right, context()) == ()
    assert results("polarity", right, left, context()) == ()


def test_names_alone_are_too_little() -> None:
    moss = who("Ida Moss", "other", entity="ida moss")
    for terms, expected in (("moss @ida ida", []), ("moss @ida storm", ["conflict/opposite"])):
        left, right = (says("So it did", v, moss, terms=terms) for v in ("rise", "fall"))
        assert outcomes(left, right) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (person("Ida Moss"), person("Olav Brandt"), []),
        (person("Ida Moss"), person("Moss"), ["conflict/negation"]),
        (person("Ida Moss"), who("the mayor"), ["conflict/negation"]),
        (person("Ida Moss", "patient"), person("Olav Brandt", "patient"), []),
        (person("Ida Moss"), person("Olav Brandt", "recipient"), ["conflict/negation"]),
    ],
)
def test_what_two_people_do_is_no_denial(mine: Record, yours: Record, expected: list[str]) -> None:
    assert outcomes(says("So it did", "burn", mine), says("So it did", "burn", yours, polarity="negated")) == expected


@pytest.mark.parametrize(
    ("verbs", "yours", "expected"),
    [
        (("buy", "sell"), who("the brewery"), []),
        (("buy", "sell"), who("the mill"), ["conflict/opposite"]),
        (("buy", "offload"), who("the brewery"), ["conflict/opposite"]),
        (("offload", "buy"), who("the brewery"), ["conflict/opposite"]),
    ],
)
def test_one_buys_what_the_other_sells(verbs: tuple[str, str], yours: Record, expected: list[str]) -> None:
    left = says("The mill did", verbs[0], who("the mill"))
    assert outcomes(left, says("They did", verbs[1], yours)) == expected


@pytest.mark.parametrize(("speaker", "expected"), [("the Mill", ["conflict/opposite"]), ("the Brewery", [])])
def test_who_says_we_is_the_speaker(speaker: str, expected: list[str]) -> None:
    left = says("The mill bought it", "buy", who("The mill"))
    right = says("They sold it", "sell", who("They", head="they"), credit(speaker))
    assert outcomes(left, right) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("Fewer men came", "More men stayed away", []),
        ("Little of it rose", "Many rose", []),
        ("Of the men fewer came", "More men stayed away", ["conflict/negation"]),
        ("Of all fewer came", "More men stayed away", []),
        ("Fewer men came", "Fewer men stayed away", ["conflict/negation"]),
        ("More men came", "More men stayed away", ["conflict/negation"]),
    ],
)
def test_fewer_who_stay_are_more_who_come(mine: str, yours: str, expected: list[str]) -> None:
    assert outcomes(says(mine, "arrive"), says(yours, "arrive", polarity="negated")) == expected


@pytest.mark.parametrize(
    ("change", "denied", "expected"),
    [(">", True, []), ("<", True, []), ("=", True, ["conflict/negation"]), (">", False, ["same"])],
)
def test_a_denied_bound_says_how_many(change: str, denied: bool, expected: list[str]) -> None:  # noqa: FBT001 - a table
    many = figure("more than ten", 10, None, of="coin", change=change)  # type: ignore[arg-type]
    left = says("None gave more than ten", "give", many, terms="coin", polarity="negated" if denied else "affirmed")
    left = left.model_copy(update={"predicate": left.predicate and left.predicate.model_copy(update={"base": "burn"})})
    assert outcomes(left, says("So it did", "burn", terms="coin")) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (("No one died", "die", who("No one", "patient")), ("Three were killed", "kill"), ["conflict/negation"]),
        (("Nobody died", "die", who("Nobody", "patient")), ("Three were hurt", "injure"), []),
        (("Two died", "die", who("Two", "patient")), ("Three were killed", "kill"), []),
        (
            ("There were no deaths", "be", who("no deaths", "attribute", head="death")),
            ("Three died", "die"),
            ["conflict/negation"],
        ),
        (
            ("It claimed no lives", "claim", who("no lives", "patient", head="life")),
            ("Three died", "die"),
            ["conflict/negation"],
        ),
        (("It praised no lives", "praise", who("no lives", "patient", head="life")), ("Three died", "die"), []),
        (("There were no boats", "be", who("no boats", "attribute", head="boat")), ("Three died", "die"), []),
    ],
)
def test_what_befell_nobody(mine: tuple[str, str, Record], yours: tuple[str, str], expected: list[str]) -> None:
    text, verb, nobody = mine
    left, right = says(text, verb, nobody, terms="a", polarity="negated"), says(*yours, terms="b")
    assert outcomes(left, right) == expected


@pytest.mark.parametrize(
    ("text", "slots", "expected"),
    [
        ("It turned down the plan", (), True),
        ("It turned the plan", (), False),
        ("It turned", (), False),
        ("It turned Down the plan", (), True),
    ],
)
def test_a_verb_with_its_particle(text: str, slots: tuple[Record, ...], *, expected: bool) -> None:
    left, right = says(text, "turn", *slots), says("It approved the plan", "approve")
    assert (outcomes(left, right) == ["conflict/opposite"]) == expected


def test_who_picks_somebody_up_is_no_amount() -> None:
    fell = says("It fell", "fall")
    for parts, expected in (
        ((who("the bus"), who("a man", "patient")), ["same"]),
        ((who("trade"),), ["conflict/opposite"]),
        ((who("a man", "patient"),), ["conflict/opposite"]),
    ):
        assert outcomes(says("It picked up there", "pick", *parts), fell) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("rise", "fall", True),
        ("rise", "climb", False),
        ("rise", "rise", False),
        ("rise", "approve", False),
        ("approve", "reject", True),
        ("authorize", "ban", True),
        ("Authorise", "authorize", False),
        ("turn down", "accept", True),
        ("size", "ban", False),
    ],
)
def test_opposites(one: str, other: str, *, expected: bool) -> None:
    assert opposed(one, other) == opposed(other, one) == expected


@pytest.mark.parametrize(
    ("lemma", "expected"), [("rise", "up"), ("Go Up", "up"), ("fall", "down"), ("go-down", "down"), ("approve", None)]
)
def test_directions(lemma: str, expected: str | None) -> None:
    assert direction(lemma) == expected
