"""Who did it, and who is credited, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, credit, draft, person, results, shared, told, who

from xcheck.records.base import Record
from xcheck.records.claim import Attribution, Participant

MOSS, BRANDT = person("Ida Moss"), person("Olav Brandt")


def body(name: str, part: str = "agent") -> Participant:
    return who(name, part, entity=name.lower(), kind="organisation")  # type: ignore[arg-type]


def outcomes(mine: tuple[Record, ...], yours: tuple[Record, ...], score: float = 0.4) -> list[str]:
    """What comes out of those who take part in two claims of one verb."""
    left, right = claim("They met there", *mine, verb="meet"), claim("They met there", *yours, verb="meet")
    return told(results("people", left, right, context(score)))


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((MOSS,), (MOSS,), ["same"]),
        ((MOSS,), (person("Moss"),), ["same"]),
        ((MOSS,), (BRANDT,), ["conflict/other"]),
        ((MOSS,), (person("Ida Brandt"),), ["conflict/other"]),
        ((MOSS,), (who("the mayor"),), []),
        ((who("the mayor"),), (who("the nurse"),), []),
        ((MOSS,), (person("Olav Brandt", "patient"),), []),
        ((MOSS, person("Olav Brandt", "patient")), (MOSS, person("Kari Lund", "patient")), ["same", "conflict/other"]),
        ((person("Ida Moss", "recipient"),), (person("Olav Brandt", "recipient"),), ["conflict/other"]),
        ((person("Ida Moss", "other"),), (person("Olav Brandt", "other"),), []),
        ((MOSS, BRANDT), (BRANDT,), ["conflict/other"]),  # the first in a part
        # of one kind
        ((MOSS,), (body("Orle Council"),), []),
        ((body("Orle Council"),), (body("Korvel Union"),), ["conflict/other"]),
        ((MOSS,), (who("Korvel", entity="korvel"),), ["conflict/other"]),  # nothing tells what it is
        ((MOSS,), (who("korvel", entity="korvel"),), []),
        ((who("i", entity="ida moss", kind="person"),), (who("me", entity="olav brandt", kind="person"),), []),
        ((who("I", entity="ida moss", kind="person"),), (BRANDT,), ["conflict/other"]),
        # the other way round
        ((MOSS, person("Olav Brandt", "patient")), (BRANDT, person("Ida Moss", "patient")), ["conflict/reversed"]),
        ((MOSS, person("Olav Brandt", "recipient")), (BRANDT, person("Ida Moss", "recipient")), ["conflict/reversed"]),
        (
            (who("the dog"), who("the mayor", "patient")),
            (who("a mayor"), who("a dog", "patient")),
            ["conflict/reversed"],
        ),
        ((who("the dog"), who("the mayor", "patient")), (who("a mayor"), who("a cat", "patient")), []),
        ((who("I"), who("the mayor", "patient")), (who("the mayor"), who("I", "patient")), []),
        (
            (MOSS, who("a gift", "patient"), person("Olav Brandt", "recipient")),
            (BRANDT, who("a gift", "patient"), person("Ida Moss", "recipient")),
            ["conflict/reversed"],
        ),
    ],
)
def test_who_takes_part(mine: tuple[Record, ...], yours: tuple[Record, ...], expected: list[str]) -> None:
    assert outcomes(mine, yours) == expected


@pytest.mark.parametrize(
    ("verbs", "forms", "certainty", "expected"),
    [
        (("meet", "meet"), ("clause", "clause"), "fact", ["conflict/other"]),
        (("meet", "burn"), ("clause", "clause"), "fact", []),
        (("", "meet"), ("clause", "clause"), "fact", []),
        (("meet", ""), ("clause", "clause"), "fact", []),
        (("meet", "meet"), ("speech", "clause"), "fact", []),
        (("meet", "meet"), ("clause", "speech"), "fact", []),
        (("meet", "meet"), ("speech", "clause"), "plan", []),
    ],
)
def test_what_they_do(verbs: tuple[str, str], forms: tuple[str, str], certainty: str, expected: list[str]) -> None:
    left, right = (
        claim("They met there", p, verb=v, form=f, certainty=certainty)  # type: ignore[arg-type]
        for p, v, f in zip((MOSS, BRANDT), verbs, forms, strict=True)
    )
    assert told(results("people", left, right, context(0.4))) == expected


LONE = frozenset({"@ida moss", "moss", "@olav brandt", "brandt", "@orle council", "council", "orl"})


@pytest.mark.parametrize(
    ("mine", "yours", "lone", "score", "expected"),
    [
        ((MOSS,), (BRANDT,), LONE, 0.5, ["conflict/stranger"]),
        ((MOSS,), (BRANDT,), LONE, 0.49, []),
        ((MOSS,), (BRANDT,), LONE - {"@ida moss"}, 0.5, []),
        ((MOSS,), (BRANDT,), LONE - {"brandt"}, 0.5, []),
        ((MOSS, person("Kari Lund")), (BRANDT,), LONE, 0.5, ["conflict/stranger"]),
        ((MOSS, person("Kari Lund")), (BRANDT,), LONE | {"@kari lund", "lund"}, 0.5, []),
        ((MOSS,), (body("Orle Council"),), LONE, 0.5, []),
        ((MOSS,), (person("Moss"),), LONE | {"@moss"}, 0.5, []),
        (
            (who("I", entity="ida moss", kind="person"),),
            (who("we", entity="olav brandt", kind="person"),),
            LONE,
            0.5,
            [],
        ),
        ((who("I", entity="ida moss", kind="person"),), (BRANDT,), LONE, 0.5, ["conflict/stranger"]),
    ],
)
def test_strangers(
    mine: tuple[Record, ...], yours: tuple[Record, ...], lone: frozenset[str], score: float, expected: list[str]
) -> None:
    left, right = claim("They met", *mine, verb="meet"), claim("It burned", *yours, verb="burn")
    assert told(results("people", left, right, context(score, lone=lone))) == expected
    planned = claim("They met", *mine, verb="meet", form="speech", certainty="plan")
    assert told(results("people", planned, right, context(score, lone=lone))) == expected
    spoken = claim("They met", *mine, verb="meet", form="speech")
    assert results("people", spoken, right, context(score, lone=lone)) == ()


def test_a_person_and_a_body_are_rivals_where_neither_article_knows_the_other() -> None:
    left, right = claim("They met", MOSS, verb="meet"), claim("They met", body("Orle Council"), verb="meet")
    assert told(results("people", left, right, context(0.5, lone=LONE))) == ["conflict/other"]
    assert told(results("people", right, left, context(0.5, lone=LONE))) == ["conflict/other"]
    assert results("people", left, right, context(0.49, lone=LONE)) == ()
    assert results("people", left, right, context(0.5, lone=LONE - {"@ida moss"})) == ()
    assert results("people", left, right, context(0.5, lone=LONE - {"@orle council"})) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "lone", "score", "expected"),
    [
        ("Sergey Lund", "Sergei Lund", {"@sergey lund", "@sergei lund"}, 0.5, ["conflict/spelling"]),
        ("Sergey Lund", "Sergei Lund", {"@sergey lund"}, 0.5, []),
        ("Sergey Lund", "Sergei Lund", {"@sergei lund"}, 0.5, []),
        ("Sergey Lund", "Sergei Lund", {"@sergey lund", "@sergei lund"}, 0.49, []),
    ],
)
def test_one_name_in_two_spellings(mine: str, yours: str, lone: set[str], score: float, expected: list[str]) -> None:
    left, right = claim("He met", person(mine), verb="meet"), claim("It burned", person(yours), verb="burn")
    assert told(results("people", left, right, context(score, lone=lone))) == expected
    if lone == {"@sergey lund", "@sergei lund"}:
        met = claim("He met", person(yours), verb="meet")
        assert told(results("people", left, met, context(score, lone=lone))) == ["conflict/spelling"]
        place = claim("He met", who(yours, entity=yours.lower()), verb="meet")
        assert told(results("people", left, place, context(score, lone=lone))) == ["conflict/spelling"]
        one, other = (claim("He met", who(n, entity=n.lower()), verb="meet") for n in (mine, yours))
        assert "conflict/spelling" not in told(results("people", one, other, context(score, lone=lone)))


@pytest.mark.parametrize(
    ("mine", "yours", "lone", "score", "expected"),
    [
        ("The aunt was there", "The uncle was there", {"aunt", "uncl"}, 0.6, ["conflict/stranger"]),
        ("The aunt was there", "The uncle was there", {"aunt", "uncl"}, 0.59, []),
        ("The aunt was there", "The uncle was there", {"uncl"}, 0.9, []),
        (
            "A team from the Orle Institute came",
            "A crew from the Korvel Service came",
            {"orl"},
            0.6,
            ["conflict/stranger"],
        ),
        (
            "A team from the Orle Institute came",
            "A crew from the Korvel Service came",
            {"korvel"},
            0.6,
            ["conflict/stranger"],
        ),
        ("A team from the Orle Institute came", "A crew from the Korvel Service came", {"orl"}, 0.59, []),
        ("A team from the Orle Institute came", "A crew from the Korvel Service came", {"mill"}, 0.9, []),
        ("A team from the Orle Institute came", "A crew from the Orle Service came", {"orl", "servic"}, 0.9, []),
        ("A team from Bank of Orle came", "A crew from Port of Korvel came", {"orl"}, 0.9, ["conflict/stranger"]),
        ("A team from the Orle Institute came", "A crew came", {"orl"}, 0.9, []),
        ("A crew came", "A team from the Orle Institute came", {"orl"}, 0.9, []),
        (
            "A team from Orle and a crew from Tarn came",
            "A crew from the Korvel Service came",
            {"orl", "korvel"},
            0.9,
            [],
        ),
    ],
)
def test_relatives_and_bodies(mine: str, yours: str, lone: set[str], score: float, expected: list[str]) -> None:
    left, right = claim(mine, verb="come", at=30), claim(yours, verb="burn", at=60)
    found = results("people", left, right, context(score, lone=lone))
    assert told(found) == expected
    for result in found:
        assert result.left is not None
        assert mine[result.left.start - 30 : result.left.end - 30] == result.left.text
        assert result.right is not None
        assert yours[result.right.start - 60 : result.right.end - 60] == result.right.text
        assert result.left.text in ("aunt", "Orle Institute", "Bank of Orle")


DOG = who("a dog", "patient")


@pytest.mark.parametrize(
    ("mine", "yours", "verb", "expected"),
    [
        ((who("the uncle"), DOG), (who("the aunt"), DOG), "close", ["conflict/described"]),
        ((who("the uncle"), DOG), (who("the aunt"), DOG), "burn", []),
        ((who("the uncle"), DOG), (who("an uncle"), DOG), "close", []),
        ((who("the uncle"), DOG), (who("the aunt"), who("a cat", "patient")), "close", []),
        ((who("the uncle"), DOG), (who("the aunt"),), "close", []),
        ((who("the uncle"), DOG), (DOG,), "close", []),
        ((DOG,), (who("the aunt"), DOG), "close", []),
        ((who("the uncle", entity="ida moss"), DOG), (who("the aunt"), DOG), "close", []),
        ((who("the uncle"), DOG), (who("the aunt", entity="ida moss"), DOG), "close", []),
    ],
)
def test_a_draft_may_have_another_doer(
    mine: tuple[Record, ...], yours: tuple[Record, ...], verb: str, expected: list[str]
) -> None:
    left, right = claim("It shut", *mine, verb="shut"), claim("It shut", *yours, verb=verb)
    assert told(results("people", left, right, draft(0.5))) == expected
    assert results("people", left, right, draft(0.49)) == ()
    assert results("people", left, right, context()) == ()


def test_a_draft_may_name_who_stands_beside() -> None:
    left = claim("Moss met them", MOSS, verb="meet")
    right = claim("The council met", body("Orle Council"), verb="meet", sentence="The council met with Moss")
    assert told(results("people", left, right, draft(0.5))) == ["conflict/other"]
    assert results("people", left, right, draft(0.49)) == ()
    alone = claim("The council met", body("Orle Council"), verb="meet")
    assert results("people", left, alone, draft()) == ()


def said(
    mine: Attribution | None,
    yours: Attribution | None,
    score: float = 0.4,
    percent: int = 50,
    verbs: tuple[str, str] = ("burn", "burn"),
) -> list[str]:
    """What comes out of two credits for claims of ``verbs`` that share ``percent`` of their words."""
    terms = shared(percent)
    left, right = (
        claim("The mill burned", *([c] if c else []), verb=v, terms=t)
        for c, v, t in zip((mine, yours), verbs, terms, strict=True)
    )
    return told(results("attribution", left, right, context(score)))


def named(name: str, **more: str) -> Attribution:
    return credit(name, name.lower(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (None, None, ["same"]),
        (named("Ida Moss"), named("Ida Moss"), ["same"]),
        (named("Ida Moss"), named("Moss"), ["same"]),
        (named("Ida Moss"), named("Olav Brandt"), ["conflict/speaker"]),
        (named("Ida Moss"), named("Ida Lund"), ["conflict/speaker"]),
        (named("a woman"), named("Ida Moss"), ["incomparable"]),
        (credit("she", "ida moss"), credit("he", "olav brandt"), ["incomparable"]),
        (credit("she", "ida moss"), named("Olav Brandt"), ["conflict/speaker"]),
        (named("Olav Brandt"), credit("she", "ida moss"), ["conflict/speaker"]),
        (named("Ida Moss"), credit("the mayor"), ["incomparable/unnamed"]),
        (credit("the mayor"), named("Ida Moss"), ["incomparable/unnamed"]),
        (named("Ida Moss"), credit(), ["conflict/unnamed"]),
        (credit(), named("Ida Moss"), ["conflict/unnamed"]),
        (named("Ida Moss"), credit("sources"), ["conflict/unnamed"]),
        (credit("an unnamed aide"), named("Ida Moss"), ["conflict/unnamed"]),
        (named("Ida Moss"), credit("Some reports"), ["conflict/unnamed"]),
        (named("Ida Moss"), credit("two reports"), ["incomparable/unnamed"]),
        (credit("the mayor"), credit("an aide"), ["compatible"]),
        # what is felt or read out is nobody's statement
        (named("Ida Moss", cue="fears"), named("Olav Brandt"), ["incomparable"]),
        (named("Ida Moss"), named("Olav Brandt", cue="Believes"), ["incomparable"]),
        (named("Ida Moss", cue="reads out"), named("Ida Moss"), ["incomparable"]),
        (named("Ida Moss", cue=""), named("Olav Brandt"), ["conflict/speaker"]),
        # credit on one side
        (named("Ida Moss"), None, ["only-left/own-voice"]),
        (None, named("Ida Moss"), ["only-right/own-voice"]),
        (named("Ida Moss", cue="fears"), None, []),
        (None, named("Ida Moss", cue="fears"), []),
    ],
)
def test_two_credits(mine: Attribution | None, yours: Attribution | None, expected: list[str]) -> None:
    assert said(mine, yours) == expected


@pytest.mark.parametrize(
    ("score", "percent", "verbs", "expected"),
    [
        (0.9, 10, ("burn", "close"), ["conflict/speaker"]),
        (0.89, 10, ("burn", "close"), ["incomparable"]),
        (0.4, 56, ("burn", "close"), ["conflict/speaker"]),
        (0.4, 54, ("burn", "close"), ["incomparable"]),
        (0.4, 10, ("burn", "burn"), ["conflict/speaker"]),
    ],
)
def test_two_speakers_dispute_one_statement(
    score: float, percent: int, verbs: tuple[str, str], expected: list[str]
) -> None:
    assert said(named("Ida Moss"), named("Olav Brandt"), score, percent, verbs) == expected
    hidden = "conflict/unnamed" if expected == ["conflict/speaker"] else "incomparable/unnamed"
    assert said(named("Ida Moss"), credit("sources"), score, percent, verbs) == [hidden]
    assert said(named("Ida Moss"), named("Ida Moss"), score, percent, verbs) == ["same"]


def test_own_voice_takes_one_deed_and_no_credit_beside_it() -> None:
    moss = credit("Ida Moss", "Ida Moss")
    assert said(moss, None, verbs=("burn", "close")) == ["only-left"]
    assert said(None, moss, verbs=("burn", "close")) == ["only-right"]
    left, right = claim("It burned", moss, verb="burn"), claim("It burned", verb="burn")
    for pair, beside, expected in (
        ((left, right), (True, False), ["only-left/own-voice"]),
        ((left, right), (False, True), ["only-left"]),
        ((right, left), (False, True), ["only-right/own-voice"]),
        ((right, left), (True, False), ["only-right"]),
    ):
        found = results("attribution", *pair, context(0.4, credited=beside))
        assert told(found) == expected
        assert "Ida Moss" in (found[0].left_says, found[0].right_says)
        assert "nobody by name" in (found[0].left_says, found[0].right_says)


def test_what_is_passed_on_or_undertaken_credits_nobody() -> None:
    moss = credit("Ida Moss", "ida moss")
    left = claim("It burned", moss, verb="burn")
    passed = claim("She said so", credit(), verb="say", form="speech")
    assert results("attribution", left, passed, context()) == ()
    assert results("attribution", passed, left, context()) == ()
    spoken = claim("She said so", moss, verb="say", form="speech")
    assert told(results("attribution", left, spoken, context())) == ["same"]
    bare = claim("She said so", verb="say", form="speech")
    assert told(results("attribution", bare, claim("It burned"), context())) == ["same"]
    for form, levels, expected in (
        ("fragment", ("plan", "expectation"), []),
        ("fragment", ("plan", "fact"), ["only-left/own-voice"]),
        ("clause", ("plan", "plan"), ["only-left/own-voice"]),
    ):
        pledged = claim("to close", moss, verb="close", form=form, certainty=levels[0])  # type: ignore[arg-type]
        done = claim("It will close", verb="close", certainty=levels[1])  # type: ignore[arg-type]
        assert told(results("attribution", pledged, done, context())) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (named("Ida Moss"), "conflict/unnamed"),
        (credit("a man"), "incomparable/unnamed"),
        (credit(), "incomparable/unnamed"),
    ],
)
def test_a_source_against_hearsay(source: Attribution, expected: str) -> None:
    left, right = claim("It burned", source, verb="burn"), claim("It burned", verb="burn", certainty="hearsay")
    assert told(results("attribution", left, right, context())) == [expected]
    assert told(results("attribution", right, left, context())) == [expected]
    both = claim("It burned", source, verb="burn", certainty="hearsay")
    assert told(results("attribution", left, both, context())) != [expected] or expected != "conflict/unnamed"


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("The mill burned", "Moss denies that the mill burned", ["only-right/disputed"]),
        ("The mill burned", "Moss says the mill burned", ["only-right/own-voice"]),
        ("The mill burned", "Moss says the mill burned but Brandt says it did not", ["only-right/disputed"]),
        ("The mill burned", "Moss says the mill burned; Brandt says it did not", ["only-right/disputed"]),
        ("The mill burned", "Moss says the mill burned and Brandt says so", ["only-right/own-voice"]),
        ("The mill burned", "Moss says the mill burned but it did not", ["only-right/own-voice"]),
        ("They say the mill burned", "Moss denies that the mill burned", ["only-right/own-voice"]),
    ],
)
def test_a_draft_may_take_a_side(mine: str, yours: str, expected: list[str]) -> None:
    left = claim("the mill burned", verb="burn", sentence=mine)
    right = claim("the mill burned", credit("Moss", "moss", cue="says"), verb="burn", sentence=yours)
    assert told(results("attribution", left, right, draft(0.5))) == expected
    assert told(results("attribution", left, right, draft(0.49))) == ["only-right/own-voice"]
    assert told(results("attribution", left, right, context())) == ["only-right/own-voice"]
    if expected == ["only-right/disputed"]:
        assert told(results("attribution", left, right, draft(credited=(True, False)))) == ["only-right"]


@pytest.mark.parametrize(
    ("mine", "yours", "form", "expected"),
    [
        (credit("the uncle"), credit("the aunt"), "clause", ["conflict/described"]),
        (credit("the uncle"), credit("an uncle"), "clause", ["compatible"]),
        (credit("the uncle"), credit("the aunt"), "event", ["compatible"]),
        (credit("the uncle"), credit(), "clause", ["compatible"]),
        (credit(), credit("the aunt"), "clause", ["compatible"]),
        (credit("the uncle", "ida moss"), credit("the aunt"), "clause", ["conflict/described"]),
        (credit("the uncle", "moss"), credit("the aunt", "ida moss"), "clause", ["same"]),
    ],
)
def test_a_draft_may_credit_somebody_else(
    mine: Attribution, yours: Attribution, form: str, expected: list[str]
) -> None:
    left, right = claim("It burned", mine, verb="burn"), claim("It burned", yours, verb="burn", form=form)  # type: ignore[arg-type]
    assert told(results("attribution", left, right, draft(0.5))) == expected
    assert "conflict/described" not in told(results("attribution", left, right, context()))
    far = claim("It closed", yours, verb="close", form=form, terms="x")  # type: ignore[arg-type]
    near = claim("It burned", mine, verb="burn", terms="y")
    assert "conflict/described" not in told(results("attribution", near, far, draft(0.5)))
