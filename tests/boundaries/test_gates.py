"""Why a pair is no conflict: each gate, open and shut."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.boundaries.made import claim, context, credit, quote, shared, time, who, words

from xcheck.alignment.local import local, weight
from xcheck.comparison import gates
from xcheck.comparison.compare import compare
from xcheck.comparison.context import Meeting
from xcheck.records.base import Record
from xcheck.records.claim import Certainty, Claim
from xcheck.records.comparison import Compared, Outcome, Slot

FIGURES = Compared(outcome="conflict", variant="count", left=words("40 men", 10), right=words("50 men", 20))
MEASURES = Compared(outcome="conflict", variant="measure", left=words("3 percent", 10), right=words("4 percent", 20))
DAYS = Compared(outcome="conflict", variant="date", left=words("Monday", 30), right=words("Tuesday", 40))
SAME = Compared(outcome="same")


def shut(
    slots: dict[Slot, Sequence[Compared]],
    left: Claim | None = None,
    right: Claim | None = None,
    known: Meeting | None = None,
) -> tuple[str, ...]:
    """The gates of two claims (of one event, unless they are given) whose slots have come out so."""
    mine, yours = left or claim("The mill burned", terms="mill"), right or claim("The mill burned", terms="mill")
    return gates.shut(mine, yours, {slot: tuple(found) for slot, found in slots.items()}, known or context())


def test_nothing_is_shut_where_nothing_differs() -> None:
    assert shut({}) == ()
    assert shut({"quantity": [SAME], "time": [SAME]}) == ()


@pytest.mark.parametrize(
    ("percent", "score", "expected"),
    [
        # closeness is the root of the two: .25 of .0625
        (7, 1.0, ()),
        (6, 1.0, ("other-event",)),
        (100, 0.063, ()),
        (100, 0.062, ("other-event",)),
    ],
)
def test_other_event(percent: int, score: float, expected: tuple[str, ...]) -> None:
    mine, yours = shared(percent)
    left, right = claim("So it was", terms=mine), claim("So it was", terms=yours)
    assert shut({}, left, right, context(score)) == expected
    assert shut({}, left, right, context(score, keyed=True)) == ()
    assert shut({}, left, right, context(score, copied=True)) == ()


@pytest.mark.parametrize(
    ("where", "result", "expected"),
    [
        ((10, 20), FIGURES, ()),
        ((10, 21), FIGURES, ("other-event",)),
        ((10, 20), Compared(outcome="only-left", left=words("40 men", 10)), ("other-event",)),
        ((10, 20), Compared(outcome="only-right", right=words("50 men", 20)), ("other-event",)),
    ],
)
def test_tallies_are_of_one_event(where: tuple[int, int], result: Compared, expected: tuple[str, ...]) -> None:
    left, right = claim("So it was", terms="a"), claim("So it was", terms="b")
    assert shut({"quantity": [result]}, left, right, context(event_counts=frozenset({where}))) == expected


@pytest.mark.parametrize(
    ("figure", "day", "expected"),
    [
        (FIGURES, DAYS, ("later-figure",)),
        (SAME, DAYS, ()),
        (FIGURES, SAME, ()),
        # a length of time that is counted is no time beside it
        (FIGURES, Compared(outcome="conflict", left=words("40 days", 12), right=words("50 days", 22)), ()),
        (
            FIGURES,
            Compared(outcome="conflict", left=words("40 days", 16), right=words("50 days", 26)),
            ("later-figure",),
        ),
        (FIGURES, Compared(outcome="conflict", left=None, right=words("50 days", 22)), ("later-figure",)),
        (
            Compared(outcome="conflict", left=None, right=words("50 men", 20)),
            Compared(outcome="conflict", left=words("40 days", 12), right=words("50 days", 22)),
            ("later-figure",),
        ),
    ],
)
def test_later_figure(figure: Compared, day: Compared, expected: tuple[str, ...]) -> None:
    assert shut({"quantity": [figure], "time": [day]}) == expected


def test_one_of_several_times_is_enough() -> None:
    length = Compared(outcome="conflict", left=words("40 men", 10), right=words("50 men", 20))
    assert shut({"quantity": [FIGURES], "time": [length, DAYS]}) == ("later-figure",)
    assert shut({"quantity": [SAME, FIGURES], "time": [SAME, length]}) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("The total was 40", "It was 50", ("other-scope",)),
        ("It was 40", "The Total was 50", ("other-scope",)),
        ("The total was 40", "The total was 50", ()),
        ("The total was 40", "The average was 50", ("other-scope",)),
        ("The totals were 40", "It was 50", ()),
    ],
)
def test_other_scope(mine: str, yours: str, expected: tuple[str, ...]) -> None:
    left, right = claim(mine, terms="mill"), claim(yours, terms="mill")
    assert shut({"quantity": [FIGURES]}, left, right) == expected
    assert shut({"quantity": [SAME]}, left, right) == ()


@pytest.mark.parametrize(
    ("result", "mine", "yours", "expected"),
    [
        (MEASURES, ["2024"], [], ("other-scope",)),
        (MEASURES, [], ["2024"], ("other-scope",)),
        (MEASURES, ["2024"], ["2023"], ()),
        (MEASURES, [], [], ()),
        (FIGURES, ["2024"], [], ()),
        (Compared(outcome="compatible", variant="measure"), ["2024"], [], ()),
    ],
)
def test_a_measure_that_one_side_dates(
    result: Compared, mine: list[str], yours: list[str], expected: tuple[str, ...]
) -> None:
    left, right = (claim("It was so", *(time(v) for v in dates), terms="mill") for dates in (mine, yours))
    assert shut({"quantity": [result]}, left, right) == expected


A, B, C = who("Ida Moss", entity="ida moss"), who("the mayor"), who("a nurse")


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((A, B), (A, C), ("list-slot",)),
        ((A, B), (B, C), ("list-slot",)),
        ((A, B), (A,), ()),
        ((A,), (A, B), ()),
        ((A,), (A,), ()),
        ((A, B), (C, who("a cook")), ()),
        ((A, who("the mayor", "patient")), (A, C), ()),
        ((A, who("Moss", head="moss")), (who("Ida Moss", head="moss"), C), ("list-slot",)),
    ],
)
def test_list_slot(mine: tuple[Record, ...], yours: tuple[Record, ...], expected: tuple[str, ...]) -> None:
    left, right = claim("So it was", *mine, terms="mill"), claim("So it was", *yours, terms="mill")
    assert shut({}, left, right) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "outcome", "expected"),
    [
        ("fact", "counterfactual", "conflict", ("unrealised",)),
        ("question", "fact", "conflict", ("unrealised",)),
        ("fact", "condition", "conflict", ("unrealised",)),
        ("condition", "condition", "conflict", ()),
        ("fact", "fact", "conflict", ()),
        ("fact", "plan", "conflict", ()),
        ("plan", "question", "conflict", ()),
        ("fact", "question", "same", ()),
        ("fact", "question", "known-vs-unknown", ()),
    ],
)
def test_unrealised(mine: Certainty, yours: Certainty, outcome: Outcome, expected: tuple[str, ...]) -> None:
    left, right = (claim("So it was", terms="mill", certainty=c) for c in (mine, yours))
    assert shut({"place": [SAME, Compared(outcome=outcome)]}, left, right) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "variant", "expected"),
    [
        (True, True, "speaker", ("reported-position",)),
        (True, True, "unnamed", ()),
        (True, False, "speaker", ()),
        (False, True, "speaker", ()),
    ],
)
def test_reported_position(mine: bool, yours: bool, variant: str, expected: tuple[str, ...]) -> None:  # noqa: FBT001 - a table
    left, right = (claim("So it was", *([credit("Ida Moss")] if c else []), terms="mill") for c in (mine, yours))
    assert shut({"attribution": [Compared(outcome="conflict", variant=variant)]}, left, right) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("12 confirmed cases", "40 suspected cases", ("other-basis",)),
        ("12 Confirmed cases", "40 probable cases", ("other-basis",)),
        ("12 confirmed cases", "40 verified cases", ()),
        ("12 confirmed cases", "40 cases", ()),
        ("12 cases", "40 suspected cases", ()),
        ("12 confirmed and 9 suspected cases", "40 suspected cases", ()),
        ("a net profit of 3", "a gross profit of 5", ("other-basis",)),
        ("12 full-time posts", "20 part-time posts", ("other-basis",)),
        ("a net profit of 3", "40 suspected cases", ()),
    ],
)
def test_other_basis(mine: str, yours: str, expected: tuple[str, ...]) -> None:
    left, right = claim(mine, terms="mill"), claim(yours, terms="mill")
    assert shut({"quantity": [FIGURES]}, left, right) == expected
    assert shut({"quantity": [SAME]}, left, right) == ()
    assert shut({}, left, right) == ()


@pytest.mark.parametrize(
    ("mine", "yours", "outcome", "expected"),
    [
        (True, True, "same", ("quoted-wording",)),
        (True, True, "conflict", ()),
        (True, False, "same", ()),
        (False, True, "same", ()),
    ],
)
def test_quoted_wording(mine: bool, yours: bool, outcome: Outcome, expected: tuple[str, ...]) -> None:  # noqa: FBT001 - a table
    left, right = (claim("It was a farce", *([quote("a farce")] if c else []), terms="mill") for c in (mine, yours))
    assert shut({"quote": [Compared(outcome=outcome)]}, left, right) == expected


def test_gates_come_in_the_order_of_the_taxonomy() -> None:
    left = claim("The total was 12 confirmed cases", terms="a", certainty="question")
    right = claim("40 suspected cases", terms="b")
    found = shut({"quantity": [FIGURES], "time": [DAYS]}, left, right)
    assert found == ("other-event", "later-figure", "other-scope", "unrealised", "other-basis")
    assert shut({"quantity": [FIGURES], "time": [DAYS]}, left, right, context(copied=True)) == ()


def test_a_comparison_has_every_slot_that_came_out_and_its_features() -> None:
    mine, yours = shared(25)
    left = claim("The mill burned on Monday", time("2024-05-06", "Monday"), verb="burn", terms=mine)
    right = claim("The mill burned on Tuesday", time("2024-05-07", "Tuesday"), verb="burn", terms=yours, document="b")
    found = compare(left, right, context(0.81234))
    assert (found.pair.left, found.pair.right, found.pair.score) == (left.id, right.id, 0.8123)
    assert found.pair.features == {"sentences": 0.8123, "likeness": 0.25, "closeness": 0.4506}
    assert {slot: [r.outcome for r in results] for slot, results in found.slots.items()} == {
        "time": ["conflict"],
        "polarity": ["same"],
        "attribution": ["same"],
        "content": ["same"],
    }
    assert found.gates == ()
    assert compare(left, right, context(0.2)).gates == ("other-event",)
    assert compare(left, right, context(0.2, keyed=True)).gates == ()


@pytest.mark.parametrize(
    ("percent", "score", "expected"),
    [(46, 0.46, "same"), (44, 0.44, "compatible"), (31, 0.3, "compatible"), (29, 0.29, "incomparable")],
)
def test_how_near_two_claims_are(percent: int, score: float, expected: str) -> None:
    mine, yours = shared(percent)
    left, right = claim("It burned", verb="burn", terms=mine), claim("It closed", verb="close", terms=yours)
    (found,) = compare(left, right, context(score)).slots["content"]
    assert found.outcome == expected
    assert found.left == left.span
    assert found.right == right.span


def test_one_frame_is_one_content() -> None:
    left = claim("Moss broke it", who("Ida Moss", entity="ida moss"), verb="break", terms="a")
    right = claim("Moss broke it", who("Ida Moss", entity="ida moss"), verb="break", terms="b")
    (found,) = compare(left, right, context(0.01)).slots["content"]
    assert found.outcome == "same"


@pytest.mark.parametrize(
    ("name", "lone", "expected"),
    [
        ("ida moss", {"@ida moss", "moss"}, True),
        ("ida moss", {"@ida moss", "ida"}, False),
        ("ida moss", {"moss"}, False),
        ("orle royal hospital", {"@orle royal hospital", "orl"}, True),
        ("orle royal hospital", {"@orle royal hospital", "royal"}, True),
        ("orle royal hospital", {"@orle royal hospital", "hospit"}, False),
        ("", {"@"}, False),
    ],
)
def test_a_name_that_one_document_alone_has(name: str, lone: set[str], *, expected: bool) -> None:
    assert context(lone=lone).is_strange(name) == expected


@pytest.mark.parametrize(
    ("score", "copied", "sure", "anew"),
    [(0.5, False, True, True), (0.49, False, False, False), (0.9, True, True, False)],
)
def test_when_two_sentences_surely_tell_one_thing(score: float, copied: bool, sure: bool, anew: bool) -> None:  # noqa: FBT001 - a table
    known = context(score, copied=copied)
    assert known.is_sure == sure
    assert known.is_told_anew == anew


def test_rarity_weighs_what_is_shared() -> None:
    known = context(rarity={"mill": 3.0, "burn": 1.0, "dam": 4.0})
    left, right = claim("a", terms="mill burn"), claim("b", terms="mill dam unheard", document="b")
    assert weight({"mill", "dam", "unheard"}, known.rarity) == 7.0
    found = known.between(local(left), local(right))
    assert found.likeness == pytest.approx(3 / (4 * 7) ** 0.5)
    assert found.closeness == pytest.approx((3 / (4 * 7) ** 0.5) ** 0.5)
    assert known.between(local(left), local(left)).likeness == pytest.approx(1.0)
    assert context().between(local(claim("c")), local(claim("d", document="b"))).likeness == 0.0
