"""One claim against all that the others say: how far they bear it out, what it weighs, whose voice it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from tests.boundaries.made import claim, credit, figure, pair, person, quote, reading, shared, time

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.comparison.cases.corroboration import claim_cases
from xcheck.comparison.cases.known import Index
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.reading import Voice


def alignment(*pairs: SentencePair) -> Alignment:
    terms = {t for p in pairs for s in (p.left, p.right) for c in s.claims for t in c.terms}
    return Alignment(pairs, dict.fromkeys(terms, 1.0))


def cases(
    claims: Sequence[Claim],
    alignments: Sequence[Alignment] = (),
    *,
    others: Sequence[Claim] = (),
    voices: Mapping[str, Voice] | None = None,
) -> list[Case]:
    return claim_cases(claims, alignments, Index([others]).but(), "peers", voices or {})


def alike(percent: int, left: Mapping[str, Any] | None = None, right: Mapping[str, Any] | None = None) -> list[Claim]:
    """A claim of each of two documents that share so much of their terms."""
    terms = shared(percent)
    sides = ("The mill burned", terms[0], "a", left), ("A mill has burned", terms[1], "b", right)
    return [claim(text, terms=t, document=d, **(more or {})) for text, t, d, more in sides]


@pytest.mark.parametrize(
    ("percent", "score", "expected"),
    [
        (51, 0.9, "whole"),
        (49, 0.9, "part"),
        (26, 0.9, "part"),
        (24, 0.9, "none"),
        (90, 0.5, "whole"),  # no surer than that the two speak of one thing
        (90, 0.49, "part"),
        (90, 0.25, "part"),
        (90, 0.24, "none"),
    ],
)
def test_how_far_another_bears_a_claim_out(percent: int, score: float, expected: str) -> None:
    mine, yours = alike(percent)
    met = alignment(pair([mine], [yours], score))
    assert [c.facts["borne-out"] for c in cases([mine], [met])] == [(expected,)]
    assert [c.facts["borne-out"] for c in cases([yours], [met])] == [(expected,)]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("burn", "burn", "whole"),
        ("burn", "close", "none"),
        ("burn", "", "none"),
        ("", "burn", "whole"),
        ("shut", "close", "whole"),
    ],
)
def test_another_deed_bears_nothing_out(mine: str, yours: str, expected: str) -> None:
    left, right = alike(90, {"verb": mine}, {"verb": yours})
    (case,) = cases([left], [alignment(pair([left], [right]))])
    assert case.facts["borne-out"] == (expected,)


def test_the_best_of_all_others_counts() -> None:
    mine, near = alike(90)
    far = claim("It rained", terms="x", document="c")
    met = [alignment(pair([mine], [far])), alignment(pair([mine], [near]), pair([mine], [far]))]
    (case,) = cases([mine], met)
    assert case.facts["borne-out"] == ("whole",)
    both = [near, claim("it rained", at=30, terms="x", document="b")]
    for order in (both, both[::-1]):
        (case,) = cases([mine], [alignment(pair([mine], order))])
        assert case.facts["borne-out"] == ("whole",)
    (case,) = cases([mine])
    assert case.facts["borne-out"] == ("none",)
    assert case.facts["told"] == ("no",)


@pytest.mark.parametrize(
    ("read", "score", "expected"),
    [
        (None, 0.5, "yes"),
        (None, 0.49, "part"),
        (None, 0.2, "part"),
        (None, 0.19, "no"),
        (reading(0.5, 0.1, 0.4, borne_out=0.1), 0.9, "yes"),
        (reading(0.1, 0.5, 0.4, borne_out=0.1), 0.9, "yes"),
        (reading(0.1, 0.1, 0.8, borne_out=0.5), 0.9, "yes"),
        (reading(0.1, 0.2, 0.7, borne_out=0.1), 0.9, "part"),
        (reading(0.1, 0.1, 0.8, borne_out=0.1), 0.9, "no"),
    ],
)
def test_whether_a_sentence_is_told_elsewhere(read: Any, score: float, expected: str) -> None:
    mine, yours = alike(0)
    far = pair([mine], [yours], 0.1, reading=reading(0.0, 0.0, 1.0, borne_out=0.0))
    near = pair([mine], [yours], score, reading=read)
    for made in ([near], [far, near], [near, far]):
        assert [c.facts["told"] for c in cases([mine], [alignment(*made)])] == [(expected,)]
    assert [c.facts["told"] for c in cases([yours], [alignment(far), alignment(near)])] == [(expected,)]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("It burned", verb="burn"), "yes"),
        (claim("It burned"), "no"),
        (claim("It burned", verb="burn", headline=True), "no"),
        (claim("It burned", verb="burn", form="event"), "no"),
        (claim("It burned", verb="burn", certainty="plan"), "no"),
    ],
)
def test_what_can_be_looked_up(made: Claim, expected: str) -> None:
    (case,) = cases([made])
    assert case.facts["checkable"] == (expected,)


FIGURE = figure("40 men", 40, of="man")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("It burned"), 0.3),
        (claim("It hurt 40 men", FIGURE), 0.7),
        (claim("It hurt Moss", person("Moss")), 0.5),
        (claim("It hurt Moss and 40 men", person("Moss"), FIGURE), 0.9),
        (claim("It burned", certainty="plan"), 0.2),
        (claim("It burned", certainty="question"), 0.0),
        (claim("It burned", certainty="condition"), 0.0),
        (claim("It burned", certainty="counterfactual"), 0.0),
        (claim("It burned", headline=True), 0.4),
        (claim("It burned", credit("Moss")), 0.3),
        (claim("It burned", credit("Moss", mode="direct")), 0.1),
    ],
)
def test_what_a_claim_weighs_that_one_article_makes(made: Claim, expected: float) -> None:
    (case,) = cases([made])
    assert case.chances == {"uncorroborated": expected}


def test_a_claim_as_a_case() -> None:
    day = time("2024-02-30", "30 February").model_copy(update={"mark": "no-such-day"})
    late, later = (
        time("2024-05-06", text).model_copy(update={"mark": "other-weekday"}) for text in ("Monday", "Friday")
    )
    made = claim("On Monday, 30 February and Friday it hurt 40 men", day, late, later, FIGURE, quote("so be it"), at=10)
    (case,) = cases([made], others=[claim("It burned")])
    assert (case.subject, case.claims, case.topic) == ("claim", ("a:10",), ("a:10",))
    assert case.facts["adds"] == ("figure", "name", "quote") or case.facts["adds"] == ("figure", "quote")
    assert case.facts["date"] == ("no-such-day", "other-weekday")
    assert case.words["date"] == "30 February, Monday, Friday"
    assert "40 men" in case.words["says"].split(", ")
    assert (case.words["document"], case.words["source"], case.words["text"]) == ("a", "a", made.text)
    assert case.focus["date"] == (("a", 21, 32), ("a", 13, 19), ("a", 37, 43))
    assert ("a", 52, 58) in case.focus["adds"]
    assert [p.text for p in case.passages] == [made.text]
    assert case.facts["mode"] == ("peers",)
    assert case.facts["certainty"] == ("fact",)
    assert case.facts["voice"] == ("own",)
    assert case.facts["headline"] == ("no",)
    (plain,) = cases([claim("Moss said so", credit("Moss"), headline=True, certainty="plan")])
    assert plain.facts["voice"] == ("attributed",)
    assert plain.facts["headline"] == ("yes",)
    assert plain.facts["certainty"] == ("plan",)
    assert plain.facts["date"] == plain.facts["adds"] == plain.facts["stance"] == ()
    assert plain.words["date"] == plain.words["says"] == ""
    twice = claim("It hurt 40 men and 40 men", FIGURE, FIGURE)
    assert [c.words["says"] for c in cases([twice])] == ["40 men"]


def with_stances(made: Claim, *stances: str) -> Claim:
    return made.model_copy(update={"stances": stances})


WHOLE = "The mill will burn and she said so"


@pytest.mark.parametrize(
    ("own", "claims", "expected"),
    [
        (0.35, [claim("The mill will burn", sentence=WHOLE)], [("forecast",)]),
        (0.349, [claim("The mill will burn", sentence=WHOLE)], [()]),
        # the first claim in the writer's own voice
        (
            0.9,
            [claim("The mill will burn", sentence=WHOLE), claim("will burn", sentence=WHOLE, at=9)],
            [("forecast",), ()],
        ),
        (
            0.9,
            [claim("The mill will burn", credit("Moss"), sentence=WHOLE), claim("will burn", sentence=WHOLE, at=9)],
            [(), ("forecast",)],
        ),
        (0.9, [claim("The mill will burn", credit("Moss"), sentence=WHOLE)], [()]),
        # where the grammar tells a stance, the judge is not asked
        (0.9, [with_stances(claim("The mill will burn", sentence=WHOLE), "cause")], [("cause",)]),
        (
            0.9,
            [
                claim("The mill will burn", sentence=WHOLE),
                with_stances(claim("will burn", sentence=WHOLE, at=9), "cause"),
            ],
            [(), ("cause",)],
        ),
    ],
)
def test_whose_voice_a_claim_has(own: float, claims: list[Claim], expected: list[tuple[str, ...]]) -> None:
    found = cases(claims, voices={WHOLE: Voice(own=own, stance="forecast")})
    assert [c.facts["stance"] for c in found] == expected
    assert ["stance" in c.chances for c in found] == [bool(stances) for stances in expected]


def test_who_spoke_is_no_case_unless_it_has_a_stance() -> None:
    said = claim("she said so", sentence=WHOLE, at=23, form="speech")
    burn = claim("The mill will burn", sentence=WHOLE)
    voices = {WHOLE: Voice(own=0.9, stance="forecast")}
    assert [c.claims for c in cases([said, burn], voices=voices)] == [(burn.id,)]
    assert cases([said], voices=voices) == []
    assert [c.facts["stance"] for c in cases([with_stances(said, "motive")])] == [("motive",)]


def test_sentences_are_heard_one_by_one() -> None:
    claims = [claim("The mill will burn"), claim("It rained", at=40), claim("The mill will burn", at=80)]
    found = cases(claims, voices={"The mill will burn": Voice(own=0.9, stance="forecast")})
    assert [c.facts["stance"] for c in found] == [("forecast",), (), ("forecast",)]
    assert found[0].chances["stance"] == found[2].chances["stance"]
    assert found[0].chances["stance"] == round(found[0].chances["stance"], 3)
    (quiet,) = cases([with_stances(claims[0], "cause")], voices={})
    (heard,) = cases([with_stances(claims[0], "cause")], voices={"The mill will burn": Voice(own=0.9, stance="cause")})
    assert heard.chances["stance"] > quiet.chances["stance"]
