"""What agrees is settled, and what is settled parts nothing; and which differences two claims keep."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.boundaries.made import claim, credit, figure, held, pair, person, shared, time, words

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.comparison.cases.copies import copies, counterparts, is_copy, is_verbatim
from xcheck.comparison.cases.held import Held, asserting_pairs, asserts, held_in, meeting_of
from xcheck.comparison.cases.settled import printed_in, settled_in
from xcheck.comparison.context import Mode
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Outcome, Slot


def alignment(*pairs: SentencePair) -> Alignment:
    return Alignment(pairs, {})


def result(
    outcome: Outcome, left: tuple[int, int] | None, right: tuple[int, int] | None, variant: str = ""
) -> Compared:
    """An outcome whose words are so far into the two documents."""
    spans = [words("x" * (e - s), s) if (s, e) != (0, 0) else None for s, e in (left or (0, 0), right or (0, 0))]
    return Compared(outcome=outcome, variant=variant, left=spans[0], right=spans[1])


ONE: Sequence[Compared] = (Compared(outcome="same"),)
PAIR = pair([claim("The mill burned")], [claim("A mill burned", document="b")])


def settled(
    slots: dict[Slot, Sequence[Compared]], mode: Mode = "peers", score: float = 0.9
) -> set[tuple[str, int, int]]:
    near = pair([claim("The mill burned")], [claim("A mill burned", document="b")], score)
    return set(settled_in([(near, [held(slots)])], alignment(near), mode))


BOTH = {("a", 5, 9), ("b", 7, 9)}


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"quantity": [result("same", (5, 9), (7, 9))]}, BOTH),
        ({"quantity": [result("compatible", (5, 9), (7, 9))]}, BOTH),
        ({"quantity": [result("narrower", (5, 9), (7, 9))]}, BOTH),
        ({"quantity": [result("wider", (5, 9), (7, 9))]}, BOTH),
        ({"quantity": [result("compatible", (5, 9), (7, 9), "rough")]}, set()),
        ({"quantity": [result("conflict", (5, 9), (7, 9))]}, set()),
        ({"quantity": [result("known-vs-unknown", (5, 9), (7, 9))]}, set()),
        ({"role": [result("same", (5, 9), (7, 9))]}, BOTH),
        ({"role": [result("compatible", (5, 9), (7, 9))]}, set()),
        ({"people": [result("same", (5, 9), (7, 9))]}, set()),
        ({"quantity": [result("same", (5, 9), None)]}, {("a", 5, 9)}),
        # two events may share a time or a place
        ({"time": [result("same", (5, 9), (7, 9))]}, set()),
        ({"time": [result("same", (5, 9), (7, 9))], "content": ONE}, BOTH),
        ({"place": [result("same", (5, 9), (7, 9))]}, set()),
        ({"place": [result("same", (5, 9), (7, 9))], "content": ONE}, BOTH),
        ({"time": [result("same", (5, 9), (7, 9))], "content": [Compared(outcome="compatible")]}, BOTH),
        ({"time": [result("same", (5, 9), (7, 9))], "content": [Compared(outcome="incomparable")]}, set()),
        # of two quotations the shorter; one that is longer by half is hardly longer
        ({"quote": [result("same", (5, 25), (7, 37))]}, {("a", 5, 25), ("b", 7, 37)}),
        ({"quote": [result("same", (5, 25), (7, 38))]}, {("a", 5, 25)}),
        ({"quote": [result("same", (5, 36), (7, 27))]}, {("b", 7, 27)}),
    ],
)
def test_what_agrees_is_settled(slots: dict[Slot, Sequence[Compared]], expected: set[tuple[str, int, int]]) -> None:
    assert settled(slots) == expected


@pytest.mark.parametrize(
    ("mode", "score", "expected"),
    [
        ("peers", 0.15, BOTH),
        ("peers", 0.14, set()),
        ("check", 0.15, {("a", 5, 9)}),  # the draft alone
        ("draft", 0.9, set()),
    ],
)
def test_where_it_is_settled(mode: Mode, score: float, expected: set[tuple[str, int, int]]) -> None:
    assert settled({"quantity": [result("same", (5, 9), (7, 9))]}, mode, score) == expected


@pytest.mark.parametrize(
    ("slot", "outcome", "settled_at", "kept"),
    [
        ("quantity", "conflict", {("a", 5, 9)}, False),
        ("quantity", "conflict", {("b", 7, 9)}, False),
        ("quantity", "conflict", {("b", 5, 9)}, True),
        ("quantity", "conflict", {("a", 5, 8)}, True),
        ("quantity", "only-left", {("a", 5, 9)}, False),
        ("quote", "only-right", {("b", 7, 9)}, False),
        ("quantity", "known-vs-unknown", {("a", 5, 9)}, True),
        ("quantity", "same", {("a", 5, 9)}, True),
        ("people", "conflict", {("a", 5, 9)}, True),
        ("quantity", "conflict", set(), True),
    ],
)
def test_what_is_settled_parts_nothing(
    slot: Slot,
    outcome: Outcome,
    settled_at: set[tuple[str, int, int]],
    kept: bool,  # noqa: FBT001 - a table
) -> None:
    other = result("conflict", (1, 2), (3, 4))
    before = held({slot: [result(outcome, (5, 9), (7, 9)), other], "content": ONE})
    after = before.without(frozenset(settled_at))
    assert len(after.comparison.slots[slot]) == 1 + kept
    assert other in after.comparison.slots[slot]
    assert after.comparison.slots["content"] == ONE
    alone = held({slot: [result(outcome, (5, 9), (7, 9))]}).without(frozenset(settled_at))
    assert (slot in alone.comparison.slots) == kept


def test_what_two_claims_are_at_one_in() -> None:
    slots: dict[Slot, Sequence[Compared]] = {
        "quantity": [Compared(outcome="same"), Compared(outcome="conflict")],
        "time": [Compared(outcome="conflict")],
        "role": [Compared(outcome="compatible"), Compared(outcome="incomparable"), Compared(outcome="wider")],
    }
    whole = held(slots)
    outcomes = {s: [r.outcome for r in rs] for s, rs in whole.at_one().comparison.slots.items()}
    assert outcomes == {"quantity": ["same"], "role": ["compatible", "incomparable"]}
    outcomes = {s: [r.outcome for r in rs] for s, rs in whole.at_one(but="time").comparison.slots.items()}
    assert outcomes == {"quantity": ["same"], "time": ["conflict"], "role": ["compatible", "incomparable"]}
    assert whole.parts
    assert not whole.at_one().parts
    assert whole.outcomes == {"same", "conflict", "compatible", "incomparable", "wider"}


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"quantity": [Compared(outcome="conflict")], "time": [Compared(outcome="conflict")]}, "quantity"),
        ({"quantity": [Compared(outcome="same")], "time": [Compared(outcome="conflict")]}, "time"),
        ({"quantity": [Compared(outcome="conflict")], "role": [Compared(outcome="wider")]}, "role"),
        ({"quote": [Compared(outcome="only-left")]}, "quote"),
        ({"place": [Compared(outcome="conflict")]}, None),
    ],
)
def test_the_slot_of_a_figure(slots: dict[Slot, Sequence[Compared]], expected: str | None) -> None:
    assert held(slots).figure_slot == expected


def test_what_two_claims_have_in_common() -> None:
    opposed = held({"polarity": [Compared(outcome="conflict", variant="opposite")]}, likeness=0.3)
    denied = held({"polarity": [Compared(outcome="conflict", variant="negation")]}, likeness=0.4)
    assert opposed.nearness == (True, 0.3)
    assert denied.nearness == (False, 0.4)
    assert held({"quote": [Compared(outcome="conflict", variant="replaced")]}).is_misquoted
    assert not held({"quote": [Compared(outcome="conflict", variant="words")]}).is_misquoted
    assert not held({}).is_misquoted
    assert held({"content": [Compared(outcome="incomparable"), Compared(outcome="compatible")]}).is_one_event
    assert not held({"content": [Compared(outcome="incomparable")]}).is_one_event
    assert not held({"quantity": ONE}).is_one_event
    left, right = (claim("Moss broke it", person("Ida Moss"), verb="break", document=d) for d in "ab")
    framed = Held(left, right, held({}, likeness=0.2).comparison)
    assert framed.nearness == (True, 0.2)


def test_where_the_words_of_an_outcome_are() -> None:
    assert [*held({}).places(result("conflict", (5, 9), (7, 9)))] == [("a", 5, 9), ("b", 7, 9)]
    assert [*held({}).places(result("only-right", None, (7, 9)))] == [("b", 7, 9)]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("The mill burned"), True),
        (claim("The fire", form="event"), True),
        (claim("The fire", form="fragment"), False),
        (claim("The fire", form="fragment", headline=True), True),
        (claim("She said so", form="speech"), False),
        (claim("She plans to sell", form="speech", certainty="plan"), True),
        (claim("She may sell", form="speech", certainty="possibility"), True),
        (claim("She may sell", form="speech", certainty="expectation"), False),
        (claim("Mayor", form="title", certainty="plan"), False),
    ],
)
def test_what_asserts_something(made: Claim, *, expected: bool) -> None:
    assert asserts(made) == expected
    assert Held(claim("The mill burned"), made, held({}).comparison).is_asserted == expected
    assert Held(made, claim("The mill burned"), held({}).comparison).is_asserted == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("The mill burned", credit("Moss")), True),
        (claim("She spoke", form="speech"), True),
        (claim("She said so", verb="say"), True),
        (claim("The mill burned", verb="burn"), False),
        (claim("The mill"), False),
    ],
)
def test_whether_a_sentence_credits_somebody(made: Claim, *, expected: bool) -> None:
    other = claim("It closed", verb="close", document="b")
    aligned = Alignment((), {"mill": 2.0}, frozenset({"mill"}))
    known = meeting_of(pair([claim("It shut", verb="shut"), made], [other], 0.4, keyed=True), aligned)
    assert known.credited == (expected, False)
    assert (known.score, known.keyed, known.copied, known.lone) == (0.4, True, False, frozenset({"mill"}))
    assert known.rarity == {"mill": 2.0}
    known = meeting_of(pair([other], [made], event_counts=frozenset({(1, 2)})), aligned)
    assert known.credited == (False, expected)
    assert known.event_counts == {(1, 2)}
    assert not known.keyed


MEN = [claim("The fire in Orle hurt 40 men", figure("40 men", 40, of="man"), time("2024-05-06", "The"))]
MORE = [claim("The fire in Orle hurt 50 men", figure("50 men", 50, of="man"), time("2024-05-07", "The"), document="b")]
AGAIN = [claim("the fire in Orle hurt 40 men!", figure("40 men", 40, of="man"), document="b")]


@pytest.mark.parametrize(("right", "copy", "verbatim"), [(MORE, True, False), (AGAIN, True, True)])
def test_copies(right: list[Claim], copy: bool, verbatim: bool) -> None:  # noqa: FBT001 - a table
    both = pair(MEN, right)
    assert is_copy(both) == copy
    assert is_verbatim(both) == verbatim
    assert meeting_of(both, alignment()).copied == copy


def test_short_sentences_are_no_copies_for_their_figures() -> None:
    short = [claim("40 men hurt", figure("40 men", 40, of="man"))]
    assert not is_copy(pair(short, [claim("50 men hurt", figure("50 men", 50, of="man"), document="b")]))
    assert not is_copy(PAIR)
    assert not is_verbatim(PAIR)


def test_of_copies_only_the_figure_counts() -> None:
    (both,) = held_in(pair(MEN, MORE), meeting_of(pair(MEN, MORE), alignment()))
    assert {s: [r.outcome for r in rs] for s, rs in both.comparison.slots.items() if s in ("quantity", "time")} == {
        "quantity": ["conflict"]
    }
    (same,) = held_in(pair(MEN, AGAIN), meeting_of(pair(MEN, AGAIN), alignment()))
    assert not same.parts


def test_of_tallies_only_the_figure_counts() -> None:
    left = claim(
        "Its 40 men came home", figure("40 men", 40, of="man"), person("Ida Moss"), verb="return", terms="a", at=5
    )
    right = claim(
        "In 50 men it had a crew",
        figure("50 men", 50, of="man"),
        person("Olav Brandt"),
        verb="return",
        terms="b",
        document="b",
    )
    start = left.quantities[0].start - left.start, right.quantities[0].start
    for given, slots in (
        ({"event_counts": frozenset({start})}, {"quantity"}),
        ({"event_counts": frozenset({start}), "keyed": True}, {"quantity", "people"}),
        ({}, {"people"}),
    ):
        both = pair([left], [right], 0.1, **given)
        (only,) = held_in(both, meeting_of(both, alignment()))
        parting = {s for s, rs in only.comparison.slots.items() if any(r.outcome == "conflict" for r in rs)}
        assert parting == slots


def test_which_claims_of_two_sentences_meet() -> None:
    first = [
        claim("The mill burned", sentence="The mill burned and 40 men fled"),
        claim("40 men fled", at=20, sentence="The mill burned and 40 men fled"),
    ]
    again = [c.model_copy(update={"document": "b"}) for c in first]
    assert [(a.text, b.text) for a, b in counterparts(pair(first, again))] == [(c.text, c.text) for c in first]
    whole = [claim("The mill burned and 40 men fled", document="b")]
    assert len([*counterparts(pair(first, whole))]) == 2
    part = [*again[:1], *again]
    assert {(a.text, b.text) for a, b in counterparts(pair(first, part))} == {(c.text, c.text) for c in first}
    other = [claim("A dam broke", document="b"), claim("it rained", document="b")]
    assert len([*counterparts(pair(first, other))]) == 4


def test_what_both_print_is_compared_there_alone() -> None:
    copy = pair(MEN, AGAIN)
    elsewhere = claim("A dam near Orle broke", document="b", at=100)
    here = claim("A dam near Korvel broke", at=200)
    printed = copies([copy])
    assert printed.left == {("a", 0)}
    assert printed.right == {("b", 0)}
    assert not printed.is_elsewhere(copy)
    assert printed.is_elsewhere(pair(MEN, [elsewhere]))
    assert printed.is_elsewhere(pair([here], AGAIN))
    assert not printed.is_elsewhere(pair([here], [elsewhere]))
    for mode, left, right in (("peers", True, True), ("check", True, False), ("draft", False, False)):
        found = printed_in(alignment(copy), mode)  # type: ignore[arg-type]
        assert found.is_elsewhere(pair(MEN, [elsewhere])) == left
        assert found.is_elsewhere(pair([here], AGAIN)) == right


def test_only_what_asserts_something_is_judged() -> None:
    mine, yours = shared(40)
    left = [claim("The mill burned", terms=mine), claim("she said", form="speech", at=20, terms=mine)]
    right = [claim("A mill has burned", terms=yours, document="b")]
    both = pair(left, right)
    assert len(held_in(both, meeting_of(both, alignment()))) == 2
    (only,) = asserting_pairs(both, alignment(both))
    assert only.left.text == "The mill burned"
