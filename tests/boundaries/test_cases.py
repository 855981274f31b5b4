"""From aligned sentences to the cases that rules look at: of two claims, and of a story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.boundaries.made import LEFT, RIGHT, Slots, claim, credit, figure, held, pair, person, quote, reading, time

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.comparison.cases.pairs import pair_cases
from xcheck.comparison.cases.passages import passage_of, place_of, source_of, told
from xcheck.comparison.cases.story import story_cases
from xcheck.comparison.cases.telling import focus_of, words_of
from xcheck.comparison.context import Mode
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case, Compared, Outcome
from xcheck.records.comparison import Slots as Filled
from xcheck.records.reading import Voice

PAIR = pair([LEFT], [RIGHT])


def result(outcome: Outcome, variant: str = "", left: str = "", right: str = "") -> Compared:
    """An outcome that says so of each side."""
    return Compared(outcome=outcome, variant=variant, left_says=left, right_says=right)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([], ()),
        ([result("same"), result("same")], ("same",)),
        ([result("same"), result("conflict", "count")], ("conflict", "conflict/count", "same")),
    ],
)
def test_the_values_of_a_slot(results: Sequence[Compared], expected: tuple[str, ...]) -> None:
    assert Filled({"quantity": tuple(results)}).facts == {"quantity": expected}


def test_where_the_words_of_outcomes_stand() -> None:
    one, other = Span(start=5, end=9, text="mill"), Span(start=7, end=10, text="dam")
    results = (Compared(outcome="conflict", left=one, right=other), Compared(outcome="only-right", right=one))
    found = focus_of(LEFT, RIGHT, Filled({"people": results}), PAIR)
    assert found == {"people": (("a", 5, 9), ("b", 7, 10), ("b", 5, 9))}


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"time": [result("same", left="May", right="May")]}, {"left.time": "May", "right.time": "May"}),
        # of several outcomes the one that a finding turns on
        (
            {"time": [result("same", left="May"), result("wider", left="June"), result("conflict", left="July")]},
            {"left.time": "July"},
        ),
        ({"time": [result("incomparable", left="May"), result("only-right", left="June")]}, {"left.time": "June"}),
        ({"time": [result("same", left="May"), result("incomparable", left="June")]}, {"left.time": "May"}),
        # names for the two by what they do
        (
            {"quantity": [result("known-vs-unknown", "right-known", "nobody knows", "40")]},
            {"known.quantity": "40", "unknown.quantity": "nobody knows", "known.document": "b"},
        ),
        (
            {"quantity": [result("known-vs-unknown", "left-known", "40", "nobody knows")]},
            {"known.quantity": "40", "unknown.document": "b"},
        ),
        ({"certainty": [result("lowered")]}, {"firm.document": "a", "hedged.document": "b"}),
        ({"certainty": [result("raised")]}, {"firm.document": "b", "hedged.document": "a"}),
        ({"attribution": [result("only-left")]}, {"credited.document": "a", "uncredited.document": "b"}),
        ({"attribution": [result("only-right")]}, {"credited.document": "b", "uncredited.document": "a"}),
    ],
)
def test_what_a_message_may_say(slots: Slots, expected: dict[str, str]) -> None:
    found = words_of(LEFT, RIGHT, held(slots).comparison, PAIR)
    assert {name: found.get(name) for name in expected} == expected
    assert (found["left.text"], found["right.text"]) == ("The mill burned", "A mill burned")
    assert (found["left.source"], found["right.source"]) == ("a", "b")
    sides = {name.partition(".")[0] for name in expected}
    assert {name.partition(".")[0] for name in found} == {"left", "right"} | sides | (
        {"known", "unknown"} if "quantity" in slots else set()
    )


def test_a_conflict_gives_neither_side_a_part() -> None:
    slots: Slots = {"attribution": [result("conflict", "speaker")], "quantity": [result("conflict", "count")]}
    found = words_of(LEFT, RIGHT, held(slots).comparison, PAIR)
    assert {name.partition(".")[0] for name in found} == {"left", "right"}


def test_the_words_that_the_judge_found() -> None:
    left, right = claim("The mill burned", at=10), claim("A mill burned", document="b", at=20)
    nothing = held().comparison
    assert not {"left.differs", "type"} & words_of(left, right, nothing, pair([left], [right])).keys()
    assert focus_of(left, right, Filled(), pair([left], [right])) == {}
    both = pair([left], [right], reading=reading(left=(4, 8), right=None))
    found = words_of(left, right, nothing, both)
    assert (found["left.differs"], found["right.differs"], found["type"]) == ("mill", "A mill burned", "time")
    assert focus_of(left, right, Filled(), both) == {"fit": (("a", 14, 18),)}
    both = pair([left], [right], reading=reading(left=None, right=(2, 6)))
    found = words_of(left, right, nothing, both)
    assert (found["left.differs"], found["right.differs"]) == ("The mill burned", "mill")
    assert focus_of(left, right, Filled(), both) == {"fit": (("b", 22, 26),)}


@pytest.mark.parametrize(("length", "whole"), [(600, True), (601, False)])
def test_a_passage_is_the_sentence_unless_it_is_long(length: int, whole: bool) -> None:  # noqa: FBT001 - a table
    sentence = "The mill burned, " + "x" * (length - 17)
    shown = passage_of(claim("The mill burned", sentence=sentence, at=30))
    assert shown.text == (sentence if whole else "The mill burned")
    assert (shown.document, shown.start, shown.end) == ("a", 30, 30 + len(shown.text))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("The mill burned"), "The mill burned"),
        (claim("that the mill burned"), "the mill burned"),
        (claim("The mill burned", sentence="The mill burned and men fled"), "The mill burned …"),
        (claim("The mill burned", sentence="The mill burned, and men fled"), "The mill burned"),
        (claim("The mill burned", sentence="The mill burned.", at=7), "The mill burned"),
        (claim("men fled", sentence="The mill burned as men fled at 4", at=19), "men fled …"),
    ],
)
def test_a_claim_in_its_own_words(made: Claim, expected: str) -> None:
    assert told(made) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("It burned"), "a"),
        (claim("It burned", credit()), "a"),
        (claim("It burned", credit("the mayor")), "the mayor"),
        (claim("It burned", credit("Moss", "ida moss")), "ida moss"),
    ],
)
def test_who_says_so(made: Claim, expected: str) -> None:
    assert source_of(made) == expected
    assert place_of(claim("men fled", sentence="It burned as men fled", at=43)) == "a:30"


TERMS = "fire hurt mill orle"


def hurt(number: int, at: int = 0, document: str = "a", before: str = "Fire at the mill hurt") -> Claim:
    """A claim of so many hurt."""
    men = f"{number} men"
    return claim(f"{before} {men}", figure(men, number, of="man"), verb="hurt", terms=TERMS, document=document, at=at)


def both(
    left: Claim | Sequence[Claim], right: Claim | Sequence[Claim], score: float = 0.9, **more: Any
) -> SentencePair:
    one, other = ([c] if isinstance(c, Claim) else c for c in (left, right))
    return pair(one, other, score, **more)


def alignment(*pairs: SentencePair, sentences: int = 2) -> Alignment:
    terms = {t for p in pairs for s in (p.left, p.right) for c in s.claims for t in c.terms}
    return Alignment(pairs, dict.fromkeys(terms, 1.0), frozenset(), sentences)


A1, A2 = hurt(40), hurt(50, 100)
B1, B2 = (hurt(n, at, "b", "A blaze in Orle has hurt") for n, at in ((40, 0), (50, 100)))


def test_a_pair_of_claims_as_a_case() -> None:
    met = both(A1, B2, reading=reading(left=(0, 4)))
    (case,) = pair_cases(alignment(met), "peers")
    assert (case.subject, case.claims, case.topic) == ("pair", ("a:0", "b:100"), ("a:0", "b:100"))
    assert "conflict/count" in case.facts["quantity"]
    assert case.facts["clash"] == ("some",)
    assert case.facts["alignment"] == ("same",)
    assert case.facts["wording"] == ("other",)
    assert case.facts["mode"] == ("peers",)
    assert case.facts["headline"] == ("neither",)
    assert [p.text for p in case.passages] == [A1.text, B2.text]
    assert case.words["left.quantity"].startswith("40")
    assert case.words["right.quantity"].startswith("50")
    assert case.words["left.differs"] == "Fire"
    assert case.focus["quantity"] == (("a", 22, 28), ("b", 125, 131))
    assert case.focus["fit"] == (("a", 0, 4),)
    assert {"judged", "agreement", "divergence"} == {*case.chances}
    assert case.strength == pytest.approx(0.4 + 0.6 * 0.9**0.5, abs=0.001)
    assert "other-event" not in case.gates


def test_what_speaks_no_conflict_is_no_clash() -> None:
    (case,) = pair_cases(alignment(both(A1, B1)), "peers")
    assert case.facts["clash"] == ("none",)
    assert "same" in case.facts["quantity"]
    (case,) = pair_cases(alignment(both(hurt(40), hurt(40, document="b"))), "peers")
    assert case.facts["wording"] == ("same",)
    unknown = hurt(40, document="b").model_copy(
        update={"quantities": (figure("40 men", None, of="man").model_copy(update={"status": "unknown"}),)}
    )
    (case,) = pair_cases(alignment(both(B1.model_copy(update={"document": "a"}), unknown)), "peers")
    assert case.facts["clash"] == ("some",)


@pytest.mark.parametrize(
    ("left", "right", "expected"), [(True, True, "both"), (True, False, "left"), (False, True, "right")]
)
def test_headlines(left: bool, right: bool, expected: str) -> None:  # noqa: FBT001 - a table
    made = both(claim("Mill burns", headline=left), claim("It burned", headline=right, document="b"))
    (case,) = pair_cases(alignment(made), "peers")
    assert case.facts["headline"] == (expected,)


def clashing(cases: Sequence[Case]) -> set[tuple[str, ...]]:
    """The claims of those cases in which figures are in conflict."""
    return {c.claims for c in cases if "conflict" in c.facts.get("quantity", ())}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("peers", set()),
        ("check", {("a:100", "b:0")}),  # what the source says again settles nothing of the draft's
        ("draft", {("a:100", "b:0"), ("a:0", "b:100")}),
    ],
)
def test_what_agrees_elsewhere_is_settled(mode: Mode, expected: set[tuple[str, ...]]) -> None:
    met = alignment(both(A1, B1), both(A2, B1), both(A1, B2))
    assert clashing(pair_cases(met, mode)) == expected
    assert clashing(pair_cases(alignment(both(A2, B1), both(A1, B2)), mode)) == {("a:100", "b:0"), ("a:0", "b:100")}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("peers", [("a:0", "b:0")]),
        ("check", [("a:0", "b:0"), ("a:100", "b:0")]),
        ("draft", [("a:0", "b:0"), ("a:100", "b:0"), ("a:0", "b:100")]),
    ],
)
def test_a_sentence_that_both_print_differs_from_no_other(mode: Mode, expected: list[tuple[str, ...]]) -> None:
    printed = claim("A dam near Orle broke", time("2024-05-06", "Orle"), verb="break", terms=TERMS)
    again = printed.model_copy(update={"document": "b", "id": "b:0"})
    other, apart = (
        claim("Orle has lost a dam", time("2024-05-08", "Orle"), verb="break", terms=TERMS, document=d, at=100)
        for d in "ab"
    )
    met = alignment(both(printed, again), both(other, again), both(printed, apart))
    assert [c.claims for c in pair_cases(met, mode)] == expected


def test_two_hours_of_one_thing() -> None:
    def shut(at: str, hour: str, document: str) -> Claim:
        return claim(f"It was {at}", time(hour, at), document=document, terms=f"{document} x y z")

    met = alignment(both(shut("3 p.m.", "2024-05-01T15:00", "a"), shut("5 p.m.", "2024-05-01T17:00", "b"), 0.3))
    (case,) = pair_cases(met, "peers")
    (checked,) = pair_cases(met, "check")
    assert "conflict/clock" in case.facts["time"] or "conflict/hour" in case.facts["time"]
    assert checked.facts.get("time") != case.facts["time"]


def test_each_claim_has_one_nearest() -> None:
    whole = "The mill burned and the dam broke"
    mine = [
        claim("The mill burned", sentence=whole, terms="mill burn red"),
        claim("the dam broke", sentence=whole, at=20, terms="dam break blue"),
        claim("she said", form="speech", at=20, terms="mill burn red"),
    ]
    yours = [
        claim("A mill has burned", document="b", terms="mill burn hot"),
        claim("A dam has broken", document="b", at=20, terms="dam break cold"),
    ]
    for score, expected in ((0.5, {("a:0", "b:0"), ("a:20", "b:20")}), (0.49, set())):
        cases = pair_cases(alignment(both(mine[:2], yours, score)), "peers")
        assert len(cases) == 4
        assert {c.claims for c in cases if c.facts["alignment"] == ("same",)} == expected
        assert {c.facts["alignment"] for c in cases} <= {("same",), ("near",)}
    said = pair_cases(alignment(both(mine[2:], yours[:1], 0.9)), "peers")
    assert [c.facts["alignment"] for c in said] == [("near",)]


def test_a_claim_is_the_nearest_of_both_or_of_none() -> None:
    whole = "The mill burned and the red mill burned"
    near = claim("The mill burned", sentence=whole, terms="mill burn red hot")
    far = claim("the red mill burned", sentence=whole, at=20, terms="mill burn x y")
    other = claim("A mill has burned", document="b", terms="mill burn red cold")
    for order in ([near, far], [far, near]):
        cases = pair_cases(alignment(both(order, [other], 0.9)), "peers")
        assert {c.claims for c in cases if c.facts["alignment"] == ("same",)} == {("a:0", "b:0")}


def test_a_shared_frame_is_sure_whatever_the_sentences() -> None:
    left, right = (claim("Moss broke it", person("Ida Moss"), verb="break", document=d, terms=d) for d in "ab")
    (case,) = pair_cases(alignment(both(left, right, 0.1)), "peers")
    assert case.facts["alignment"] == ("same",)


def test_the_verdict_speaks_for_the_nearest_claims() -> None:
    whole = "The mill burned and the dam broke"
    mine = [
        claim("The mill burned", sentence=whole, terms="mill burn", verb="burn"),
        claim("the dam broke", sentence=whole, at=20, terms="dam blue", verb="break"),
    ]
    yours = [claim("Fire took it all", document="b", terms="mill burn", verb="burn")]
    cases = pair_cases(alignment(both(mine, yours, reading=reading(0.98, 0.01, 0.01))), "peers")
    assert {c.claims: c.facts["fit"] for c in cases} == {("a:0", "b:0"): ("yes",), ("a:20", "b:0"): ("open",)}
    parted = pair_cases(
        alignment(both(mine, yours, reading=reading(0.01, 0.98, 0.01, borne_out=0.01, contradicted=0.98))), "peers"
    )
    assert {c.claims: c.facts["fit"] for c in parted} == {("a:0", "b:0"): ("no",), ("a:20", "b:0"): ("open",)}


def test_a_difference_from_one_sentence_of_a_source_is_doubted_by_another() -> None:
    differing, agreeing = both(A1, B2), both(A1, B1)
    for mode, doubted in (("peers", False), ("check", True)):
        (alone,) = pair_cases(alignment(differing), mode)  # type: ignore[arg-type]
        beside = pair_cases(alignment(differing, agreeing), mode)[0]  # type: ignore[arg-type]
        unlike = both(A1, B2, reading=None)
        assert unlike == differing
        if doubted:
            assert beside.chances["judged"] < alone.chances["judged"]
        assert alone.chances["judged"] > 0


@pytest.mark.parametrize(("mode", "expected"), [("peers", "incomparable"), ("check", "lowered/limit")])
def test_a_draft_is_held_to_the_limits_of_its_source(mode: Mode, expected: str) -> None:
    draft = claim("The bridge was opened in Orle", verb="open", terms=TERMS)
    source = claim("The temporary bridge was opened in Orle", verb="open", terms=TERMS, document="b")
    (case,) = pair_cases(alignment(both(draft, source)), mode)
    assert expected in case.facts["word"]


def story(
    *texts: Sequence[Claim], origin: str, met: Sequence[tuple[int, int, SentencePair]], voice: str = ""
) -> list[Case]:
    """The cases of a story; ``origin`` has a letter for each text."""
    voices = {voice: Voice(own=0.9, stance="forecast")} if voice else {}
    return [*story_cases(texts, {(i, j): alignment(p) for i, j, p in met}, [*origin], voices)]


SAME = [hurt(40, document=d) for d in "abc"]
OTHER = hurt(50, document="c", before="A blaze in Orle has hurt")


def test_a_story_told_by_peers() -> None:
    left, right = A1, B2
    cases = story([left], [right], origin="ab", met=[(0, 1, both(left, right))], voice=left.text)
    assert [(c.subject, c.claims) for c in cases] == [
        ("pair", ("a:0", "b:100")),
        ("claim", ("a:0",)),
        ("claim", ("b:100",)),
    ]
    assert [c.facts["mode"] for c in cases] == [("peers",)] * 3
    assert [c.facts["borne-out"] for c in cases[1:]] == [("whole",), ("whole",)]
    assert [c.facts["adds"] for c in cases[1:]] == [("figure",), ("figure", "name")]
    assert [c.facts["stance"] for c in cases[1:]] == [("forecast",), ()]


def test_prints_of_one_text_are_one_voice() -> None:
    extra = claim("It rained in Orle", document="b", at=200, terms="rain orle")
    met = [(0, 1, both(SAME[0], SAME[1])), (0, 2, both(SAME[0], OTHER)), (1, 2, both(SAME[1], OTHER))]
    cases = story([SAME[0]], [SAME[1], extra], [OTHER], origin="xxy", met=met)
    assert [c.claims for c in cases] == [("a:0", "c:0"), ("b:0", "c:0"), ("a:0",), ("b:200",), ("c:0",)]
    assert cases[2].facts["adds"] == ("figure",)  # the other print of its text bears nothing out
    assert cases[2].facts["borne-out"] == ("whole",)
    alone = story([SAME[0]], [SAME[1]], [OTHER], origin="xxy", met=met[:1])
    assert [c.facts["borne-out"] for c in alone if c.subject == "claim"] == [("none",), ("none",)]


def test_what_parts_two_prints_of_one_text_counts() -> None:
    changed = hurt(45, document="b")
    cases = story([SAME[0]], [changed], [OTHER], origin="xxy", met=[(0, 1, both(SAME[0], changed))])
    assert [c.claims for c in cases if c.subject == "pair"] == [("a:0", "b:0")]
    for slots in (
        (quote("it was lost", "moss"), quote("it is all lost", "moss")),
        (figure("40 men", 40, of="man"), figure("40 men", None, of="man").model_copy(update={"status": "unknown"})),
    ):
        left, right = (
            claim("Fire at the mill hurt 40 men", s, document=d, terms=TERMS, verb="hurt")
            for d, s in zip("ab", slots, strict=True)
        )
        assert story([left], [right], [OTHER], origin="xxy", met=[(0, 1, both(left, right))])


def test_where_all_print_one_text_each_is_held_against_the_others() -> None:
    cases = story([SAME[0]], [SAME[1]], origin="xx", met=[(0, 1, both(SAME[0], SAME[1]))])
    assert [c.claims for c in cases] == [("a:0", "b:0"), ("a:0",), ("b:0",)]
    assert [c.facts["adds"] for c in cases[1:]] == [(), ()]
