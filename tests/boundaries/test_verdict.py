"""What speaks for two sentences agreeing or differing, and what the verdict on them means for their claims."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from tests.boundaries.made import Slots, claim, credit, held, pair, person, quote, reading, words

from xcheck.alignment.match import SentencePair
from xcheck.comparison.cases.held import Held
from xcheck.comparison.cases.judged import (
    Judged,
    borne_out_elsewhere,
    chances,
    fit,
    gates_of,
    judged_of,
    signals_between,
    strength,
)
from xcheck.comparison.cases.verdict import Verdict, signals_of, verdict
from xcheck.comparison.cases.voices import own_voice, signals_of_voice, voice_of
from xcheck.comparison.context import Mode
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Gate
from xcheck.records.reading import Voice

MINE, YOURS = claim("The old mill burned"), claim("A mill burned", document="b")
NEAREST = (MINE, YOURS)
UNKNOWN = Compared(outcome="known-vs-unknown", variant="left-known")
CONFLICT = Compared(outcome="conflict")


def both(score: float = 0.9, left: Claim = MINE, right: Claim = YOURS, **more: Any) -> SentencePair:
    return pair([left], [right], score, **more)


@pytest.mark.parametrize(
    ("made", "sentences", "expected"),
    [
        (both(0.5), 2, {"meeting": 0.0, "sentences": math.log(2)}),
        (both(0.9), 9, {"meeting": math.log(9), "sentences": math.log(9)}),
        (both(1.0), 2, {"meeting": math.log(9999)}),  # nothing is surer than that
        (both(0.0), 2, {"meeting": -math.log(9999)}),
        (both(rank=0), 2, {"best": 1.0, "rank": 0.0}),
        (both(rank=1), 2, {"best": 0.0, "rank": 1 / 6}),
        (both(rank=6), 2, {"rank": 1.0}),
        (both(rank=7), 2, {"rank": 1.0}),
        (both(), 2, {"keyed": 0.0, "event-count": 0.0, "headline": 0.0}),
        (both(keyed=True), 2, {"keyed": 1.0}),
        (both(event_counts=frozenset({(1, 2)})), 2, {"event-count": 1.0}),
        (both(left=claim("Mill burned", headline=True)), 2, {"headline": 1.0}),
        (both(right=claim("Mill burned", headline=True)), 2, {"headline": 1.0}),
        (both(), 2, {"length": math.log(3)}),  # of the shorter one
        (both(right=claim("The very old mill burned")), 2, {"length": math.log(4)}),
        (both(right=claim("")), 2, {"length": 0.0}),
    ],
)
def test_signals_of_the_pairing(made: SentencePair, sentences: int, expected: dict[str, float]) -> None:
    found = signals_of(made, sentences, NEAREST, [])
    assert {name: found[name] for name in expected} == pytest.approx(expected)
    assert "judge-one" not in found


@pytest.mark.parametrize(
    ("left", "right", "direct", "one"),
    [
        (None, None, 0.0, 0.0),
        ("direct", None, 0.0, 1.0),
        (None, "indirect", 0.0, 1.0),
        ("direct", "indirect", 0.0, 0.0),
        ("direct", "direct", 1.0, 0.0),
    ],
)
def test_signals_of_the_speakers(left: Any, right: Any, direct: float, one: float) -> None:
    nearest = [claim("It burned", *([credit("Moss", mode=mode)] if mode else [])) for mode in (left, right)]
    found = signals_of(both(), 2, (nearest[0], nearest[1]), [])
    assert (found["two-quotations"], found["one-credited"]) == (direct, one)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({}, set()),
        ({"quantity": [Compared(outcome="same")]}, {"figure-same"}),
        ({"quantity": [Compared(outcome="narrower")]}, {"figure-same"}),
        ({"quantity": [Compared(outcome="wider")]}, {"figure-same"}),
        ({"quantity": [Compared(outcome="compatible")]}, {"figure-same"}),
        ({"quantity": [Compared(outcome="compatible", variant="rough")]}, set()),
        ({"quantity": [Compared(outcome="incomparable"), CONFLICT]}, {"figure-other", "clash-quantity"}),
        ({"quantity": [UNKNOWN]}, {"figure-other", "clash-unknown"}),
        ({"quote": [Compared(outcome="same")]}, {"quote-same"}),
        ({"quote": [Compared(outcome="compatible")]}, set()),
        ({"quote": [CONFLICT]}, {"clash-quote"}),
        ({"time": [CONFLICT], "place": [CONFLICT]}, {"clash-time", "clash-place"}),
        ({"certainty": [Compared(outcome="raised")]}, {"clash-certainty"}),
        ({"certainty": [Compared(outcome="lowered")]}, {"clash-certainty"}),
        ({"people": [CONFLICT], "role": [CONFLICT]}, {"clash-people", "clash-role"}),
    ],
)
@pytest.mark.parametrize(
    ("gates", "clashes"),
    [((), True), (("other-event",), True), (("other-scope",), False), (("other-event", "unrealised"), False)],
)
def test_signals_of_the_slots(slots: Slots, expected: set[str], gates: tuple[Gate, ...], clashes: bool) -> None:  # noqa: FBT001 - a table
    found = signals_of(both(), 2, NEAREST, [held({}).comparison, held(slots, gates=gates).comparison])
    names = {name for name, value in found.items() if value == 1 and name.startswith(("figure", "quote", "clash"))}
    assert names == {name for name in expected if clashes or not name.startswith("clash")}


def test_signals_of_the_reading() -> None:
    read = reading(0.7, 0.2, 0.1, borne_out=0.6, contradicted=0.25)
    found = signals_of(both(reading=read), 2, NEAREST, [])
    assert {n: v for n, v in found.items() if n.startswith("judge")} == pytest.approx(
        {
            "judge-one": math.log(9),
            "judge-fit": math.log(0.21 / 0.71),
            "judge-differ": math.log(1 / 4),
            "judge-same": math.log(7 / 3),
            "judge-contradicted": math.log(1 / 3),
            "judge-borne-out": math.log(1.5),
        }
    )
    sure = signals_of(both(reading=reading(1.0, 0.0, 0.0)), 2, NEAREST, [])
    assert (sure["judge-same"], sure["judge-one"]) == pytest.approx((math.log(199), math.log(199)))
    assert sure["judge-differ"] == pytest.approx(-math.log(199))


PLAIN = signals_of(both(), 2, NEAREST, [])
READ = signals_of(both(reading=reading()), 2, NEAREST, [])


@pytest.mark.parametrize(
    ("signals", "mode", "biases"),
    [
        (PLAIN, "peers", (0.6142, -0.0715, -0.5426)),
        (READ, "peers", (0.9339, -0.587, -0.347)),
        (PLAIN, "check", (-0.9161, 0.8445, 0.0716)),
        (READ, "check", (-0.8819, 0.6161, 0.2658)),
    ],
)
def test_the_verdict_where_nothing_speaks(signals: Mapping[str, float], mode: Any, biases: tuple[float, ...]) -> None:
    shares = [math.exp(bias) for bias in biases]
    found = verdict(dict.fromkeys(signals, 0.0), mode)
    assert (found.same, found.differ) == pytest.approx((shares[0] / sum(shares), shares[1] / sum(shares)))
    assert found.one == pytest.approx(1 - shares[2] / sum(shares))


def test_the_verdict_weighs_each_signal() -> None:
    quiet = dict.fromkeys(PLAIN, 0.0)
    known = verdict({**quiet, "clash-unknown": 1.0, "keyed": 2.0})
    shares = [math.exp(0.6142 - 1.496 + 0.455), math.exp(-0.0715 + 1.673 - 0.1356), math.exp(-0.5426 - 0.177 - 0.3194)]
    assert known.same == pytest.approx(shares[0] / sum(shares))
    assert known.differ == pytest.approx(shares[1] / sum(shares))
    assert verdict({**quiet, "sentences": 1e4}).same == pytest.approx(1.0)  # no overflow
    assert verdict(quiet) == verdict(quiet, "peers")


WORD: Mapping[str, Slots] = {
    "none": {},
    "alike": {"word": [Compared(outcome="compatible")]},
    "unread": {"word": [Compared(outcome="incomparable")]},
    "contrasted": {"word": [CONFLICT]},
    "misquoted": {"quote": [Compared(outcome="conflict", variant="replaced")]},
}


@pytest.mark.parametrize(
    ("words_", "expected"),
    [
        (["none"], (False, False, False)),
        (["none", "misquoted"], (True, False, False)),
        (["none", "unread"], (False, True, False)),
        (["none", "alike"], (False, False, True)),
        (["unread", "alike"], (False, True, False)),
        (["contrasted"], (False, True, False)),
    ],
)
def test_what_two_sentences_are_judged_to_be(words_: Sequence[str], expected: tuple[bool, ...]) -> None:
    found = judged_of(both(), [held(WORD[w]) for w in words_], 2, "peers")
    assert (found.misquoted, found.unread, found.alike) == expected


def test_the_nearest_claims_stand_for_their_sentences() -> None:
    said = held(WORD["misquoted"], 0.9, right=claim("She said so", form="speech"))
    far, near = held({"quantity": [CONFLICT]}, 0.2), held({}, 0.3)
    found = judged_of(both(), [said, far, near], 5, "peers")
    assert [found.speaks_for(h) for h in (said, far, near)] == [False, False, True]
    assert not found.misquoted  # who asserts nothing has no part in it
    signals = signals_between(both(), [far, near], 5)
    assert signals is not None
    assert signals["sentences"] == pytest.approx(math.log(5))
    assert signals["clash-quantity"] == 1.0
    assert found.verdict == verdict(signals)
    assert judged_of(both(), [said, far, near], 5, "draft").verdict == verdict(signals)
    assert judged_of(both(), [said, far, near], 5, "check").verdict == verdict(signals, "check") != found.verdict


def test_the_speakers_of_the_nearest_claims_count() -> None:
    credited = claim("The mill burned", credit("Moss"))
    for left, right in ((credited, YOURS), (MINE, credited)):
        signals = signals_between(both(), [held({}, 0.2), held({}, 0.3, left=left, right=right)], 2)
        assert signals is not None
        assert signals["one-credited"] == 1.0


def test_sentences_that_assert_nothing_are_not_judged() -> None:
    said = held({}, right=claim("She said so", form="speech"))
    for nothing in ([], [said]):
        found = judged_of(both(), nothing, 2, "peers")
        assert found == Judged()
        assert (found.verdict, found.nearest, found.misquoted, found.unread, found.alike) == (
            None,
            None,
            False,
            False,
            False,
        )
    assert signals_between(both(), [], 2) is None


def test_a_difference_is_doubted_where_the_source_agrees_elsewhere() -> None:
    first, second = claim("The mill burned"), claim("A dam broke", at=100)
    pairs = [both(left=first), both(left=first), both(left=first), both(left=second), both(left=second)]
    verdicts = [Verdict(0.1, 0.8), Verdict(0.6, 0.2), None, Verdict(0.3, 0.5), None]
    judged = [Judged(v, unread=True) for v in verdicts]
    found = borne_out_elsewhere(pairs, judged)
    assert [(round(j.verdict.same, 3), round(j.verdict.differ, 3)) if j.verdict else None for j in found] == [
        (0.1, 0.32),  # 0.8 of 1 - 0.6
        (0.6, 0.18),
        None,
        (0.3, 0.5),  # nothing of another sentence bears on it
        None,
    ]
    assert all(j.unread for j in found)
    twice = borne_out_elsewhere(pairs[:2], [Judged(Verdict(0.6, 0.4)), Judged(Verdict(0.6, 0.2))])
    assert [round(j.verdict.differ, 3) for j in twice if j.verdict] == [0.16, 0.08]
    alone = borne_out_elsewhere(pairs[:1], [Judged(Verdict(0.9, 0.1))])
    assert [j.verdict for j in alone] == [Verdict(0.9, 0.1)]


READ_PAIR, COPY = both(reading=reading()), both(right=claim("The old mill burned", document="b"), reading=reading())


@pytest.mark.parametrize(
    ("made", "judged", "expected"),
    [
        (READ_PAIR, Judged(), "open"),
        (READ_PAIR, Judged(Verdict(0.3, 0.5), sure=0.5), "no"),
        (READ_PAIR, Judged(Verdict(0.3, 0.499), sure=0.5), "open"),
        (READ_PAIR, Judged(Verdict(0.3, 0.5), sure=0.501), "open"),
        (READ_PAIR, Judged(Verdict(0.3, 0.5), sure=0.5, alike=True), "open"),
        (both(), Judged(Verdict(0.3, 0.5), sure=0.5), "open"),  # nobody has read them
        (COPY, Judged(Verdict(0.3, 0.5), sure=0.5), "open"),
        (COPY, Judged(Verdict(0.9, 0.0), sure=0.5), "open"),
        (READ_PAIR, Judged(Verdict(0.3, 0.5), sure=0.5, misquoted=True), "open"),
        (READ_PAIR, Judged(Verdict(0.9, 0.0), sure=0.5, misquoted=True), "open"),
        (both(), Judged(Verdict(0.42, 0.3), sure=0.5), "yes"),
        (both(), Judged(Verdict(0.419, 0.3), sure=0.5), "open"),
        (both(), Judged(Verdict(0.42, 0.301), sure=0.5), "open"),
        (both(), Judged(Verdict(0.42, 0.0), sure=0.5, alike=True), "yes"),
    ],
)
def test_whether_two_sentences_fit(made: SentencePair, judged: Judged, expected: str) -> None:
    assert fit(made, judged) == expected


@pytest.mark.parametrize(
    ("sentences", "mode", "sure"),
    [
        (12, "peers", 0.5),
        (13, "peers", 0.8),
        (12, "draft", 0.5),
        (13, "draft", 0.8),
        (2, "check", 0.9),
        (90, "check", 0.9),
    ],
)
def test_in_articles_the_judge_must_be_surer(sentences: int, mode: Mode, sure: float) -> None:
    assert judged_of(both(), [held({})], sentences, mode).sure == sure


MEN = words("40 men", 5), words("50 men", 7)
COUNTED: Slots = {"quantity": [Compared(outcome="conflict", left=MEN[0], right=MEN[1])]}
COUNTS = both(event_counts=frozenset({(5, 7)}))
EDITED = held(
    WORD["contrasted"], left=claim("The big mill near Orle burned"), right=claim("The small mill near Orle burned")
)
REWORDED = held(WORD["contrasted"], left=claim("It burned"), right=claim("A dam near Orle broke"))
# Whether two claims answer a question so narrow that their sentences need not make one statement.
ALONE: Sequence[tuple[Held, SentencePair, bool]] = [
    (held({}), both(), False),
    (held({"quantity": [UNKNOWN]}), both(keyed=True), True),
    (held({"quantity": [UNKNOWN]}), both(), False),
    (held({"quantity": [CONFLICT]}), both(keyed=True), False),
    (held(WORD["misquoted"]), both(), True),
    (EDITED, both(), True),
    (REWORDED, both(), False),
    (held({}), COPY, True),
    (held(COUNTED), COUNTS, True),
    (held(COUNTED), both(), False),
]


@pytest.mark.parametrize(("made", "around", "alone"), ALONE)
def test_two_statements_are_gated(made: Held, around: SentencePair, alone: bool) -> None:  # noqa: FBT001 - a table
    unlike = Judged(Verdict(0.2, 0.299))
    assert gates_of(made, around, "peers", unlike) == (() if alone else ("other-statement",))
    assert gates_of(made, around, "check", unlike) == ()
    assert gates_of(made, around, "draft", unlike) == ()
    assert gates_of(made, around, "peers", Judged(Verdict(0.2, 0.3))) == ()
    found = chances(made, around, "peers", Verdict(0.2, 0.299))
    assert bool(found) != alone


def test_gates_of_two_claims_are_kept() -> None:
    gated = held({}, gates=("other-scope",))
    assert gates_of(gated, both(), "peers", Judged()) == ("other-scope", "other-statement")
    assert gates_of(gated, both(), "check", Judged(unread=True)) == ("other-scope", "other-word")
    assert gates_of(gated, both(), "peers", Judged(Verdict(0.4, 0.4), unread=True)) == ("other-scope", "other-word")
    assert gates_of(gated, both(), "peers", Judged(unread=True)) == ("other-scope", "other-word", "other-statement")


@pytest.mark.parametrize(
    ("made", "mode", "found", "expected"),
    [
        (held({}), "peers", None, {}),
        (held({}), "draft", Verdict(0.5, 0.3), {}),
        (
            held({}),
            "peers",
            Verdict(0.12345, 0.34567),
            {"judged": 0.346, "agreement": 0.123, "divergence": 0.346},
        ),
        (held({}), "check", Verdict(0.5, 0.3), {"judged": 0.3, "agreement": 0.5, "divergence": 0.3}),
        (held({}), "check", Verdict(0.499, 0.3), {"judged": 0.3}),
        # two words that cannot both be right: nine in ten such sentences differ, if they make one statement
        (
            REWORDED,
            "peers",
            Verdict(0.5, 0.3),
            {"judged": 0.3, "agreement": 0.5, "divergence": 0.72},
        ),
        (
            REWORDED,
            "peers",
            Verdict(0.01, 0.9),
            {"judged": 0.9, "agreement": 0.01, "divergence": 0.9},
        ),
    ],
)
def test_how_likely_a_finding_is_right(
    made: Held, mode: Mode, found: Verdict | None, expected: dict[str, float]
) -> None:
    assert chances(made, both(), mode, found) == pytest.approx(expected)


FRAMED = tuple(claim("Moss broke it", person("Ida Moss"), verb="break", document=d) for d in "ab")


@pytest.mark.parametrize(
    ("made", "around", "expected"),
    [
        (held({}, closeness=0.0), both(), 0.4),
        (held({}, closeness=0.5), both(), 0.7),
        (held({}, closeness=0.5), both(keyed=True), 0.7),
        (held({}, closeness=0.5, left=FRAMED[0], right=FRAMED[1]), both(keyed=True), 0.76),
        (held({}, closeness=0.7, left=FRAMED[0], right=FRAMED[1]), both(keyed=True), 0.82),
        (held({}, closeness=0.5, left=FRAMED[0], right=FRAMED[1]), both(), 0.7),
        (held({"quantity": [UNKNOWN]}, closeness=0.5), both(keyed=True), 0.76),
        (held({"quantity": [UNKNOWN]}, closeness=0.5), both(), 0.7),
        (held(COUNTED, closeness=0.5), COUNTS, 0.76),
        (held(COUNTED, closeness=0.33333), both(), 0.6),
        (held(COUNTED, closeness=0.1234), both(), 0.474),
    ],
)
def test_how_surely_two_claims_speak_of_one_thing(made: Held, around: SentencePair, expected: float) -> None:
    assert strength(made, around) == expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("The mill burned")], {"length": math.log(4), "credited": 0.0, "stance": 0.0, "stances": 0.0}),
        ([claim("It burned", credit("Moss")), claim("It shut"), claim("It sank")], {"credited": 1 / 3}),
        ([claim("It burned", credit("Moss"))], {"credited": 1.0}),
        ([claim("It burned")], {"quoted": 0.0, "figures": 0.0, "headline": 0.0}),
        ([claim("It burned"), claim("It shut", quote("shut"))], {"quoted": 1.0}),
        ([claim("Mill burned", headline=True)], {"headline": 1.0}),
    ],
)
def test_signals_of_a_voice(claims: Sequence[Claim], expected: dict[str, float]) -> None:
    found = signals_of_voice(claims, None)
    assert {name: found[name] for name in expected} == pytest.approx(expected)
    assert "judge-own" not in found
    assert len(found) == 14


def spoken(*stances: str, credited: bool = False) -> Claim:
    """A claim with stances."""
    made = claim("It will burn", *([credit("Moss")] if credited else []))
    return made.model_copy(update={"stances": stances})


def test_stances_of_a_voice() -> None:
    found = signals_of_voice([spoken("forecast"), spoken("forecast", "cause"), spoken("motive", credited=True)], None)
    assert (found["stance"], found["stances"]) == (1.0, 2.0)
    assert {n for n, v in found.items() if n.startswith("stance-") and v} == {"stance-forecast", "stance-cause"}


@pytest.mark.parametrize(
    ("own", "expected"), [(0.5, 0.0), (0.9, math.log(9)), (1.0, math.log(199)), (0.0, -math.log(199))]
)
def test_the_judge_on_a_voice(own: float, expected: float) -> None:
    voice = Voice(own=own, stance="forecast")
    assert signals_of_voice([MINE], voice)["judge-own"] == pytest.approx(expected)
    assert voice_of(MINE, {"The old mill burned": voice}) is voice
    assert voice_of(YOURS, {"The old mill burned": voice}) is None


def test_how_likely_a_voice_is_the_writers_own() -> None:
    plain = dict.fromkeys(signals_of_voice([MINE], None), 0.0)
    assert own_voice(plain) == pytest.approx(1 / (1 + math.exp(4.0202)))
    assert own_voice({**plain, "judge-own": 0.0}) == pytest.approx(1 / (1 + math.exp(3.0933)))
    assert own_voice({**plain, "length": 2.0, "figures": 1.0}) == pytest.approx(
        1 / (1 + math.exp(4.0202 - 2 * 0.6271 + 0.9643))
    )
    assert own_voice({**plain, "judge-own": 2.0}) == pytest.approx(1 / (1 + math.exp(3.0933 - 2 * 0.9407)))
