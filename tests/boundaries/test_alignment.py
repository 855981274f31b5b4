"""Which sentences are paired: each feature, each line that the pairing draws."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from tests.boundaries.made import claim, credit, figure, pair, person, quote, role, sentences, unknown, who

from xcheck.alignment.candidates import keyed, questions
from xcheck.alignment.counted import counted, counted_in, kinds
from xcheck.alignment.features import features
from xcheck.alignment.frames import deed_of, deeds, frames, same_deed, same_frame, whole_frame
from xcheck.alignment.match import Alignment, align, aligned, probabilities
from xcheck.alignment.readings import with_readings
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.sides import Lone, Side, frequency, inverse, rarity
from xcheck.alignment.story import align_story
from xcheck.alignment.vectors import Vectors
from xcheck.alignment.wording import pattern, wording
from xcheck.judge.model import Pair
from xcheck.records.base import Record
from xcheck.records.claim import Claim, Quantity
from xcheck.records.reading import Reading

EAST, NORTH = (1.0, 0.0), (0.0, 1.0)


def side(*said: Claim | Sequence[Claim], vectors: Sequence[tuple[float, float]] = ()) -> Side:
    """A document, sentence by sentence; each has its own direction as its vector unless they are given."""
    groups = [[c] if isinstance(c, Claim) else [*c] for c in said]
    made: list[ClaimedSentence] = []
    for place, group in enumerate(groups):
        moved = [
            c.model_copy(
                update={"sentence": c.sentence.model_copy(update={"start": 1000 * place, "end": 1000 * place + 500})}
            )
            for c in group
        ]
        made += sentences(*moved)
    return Side(made, np.array(vectors or [EAST] * len(made), dtype=np.float32))


def measured(name: str, left: Side, right: Side) -> list[list[float]]:
    """A feature of two documents, to three places."""
    found: list[list[float]] = np.round(features(left, right)[name], 3).tolist()
    return found


@pytest.mark.parametrize(
    ("here", "sentences_", "expected"), [(1, 2, math.log(22 / 2)), (2, 2, math.log(22 / 3)), (1, 80, math.log(100 / 2))]
)
def test_what_a_term_tells(here: int, sentences_: int, expected: float) -> None:
    assert inverse(here, sentences_) == pytest.approx(expected)


def test_rarity_is_measured_in_the_two_documents() -> None:
    left = side(claim("a", terms="mill burn"), claim("b", terms="mill dam"))
    right = side(claim("c", terms="mill @orle"))
    known = rarity(left, right)
    assert known["mill"] == pytest.approx(math.log(23 / 4))
    assert known["dam"] == known["@orle"] == pytest.approx(math.log(23 / 2))
    with pytest.raises(KeyError):
        known["road"]
    assert {*known} == {"mill", "burn", "dam", "@orle"}
    assert len(known) == 4
    assert known.table() == pytest.approx(dict(known))
    assert frequency(left.sentences) == {"mill": 2, "burn": 1, "dam": 1}
    lone = Lone(left.frequency, right.frequency)
    assert "dam" in lone
    assert "@orle" in lone
    assert "mill" not in lone
    assert "road" not in lone


def test_words_names_and_their_number() -> None:
    left = side(claim("a", terms="mill burn @orle"), claim("b", terms="dam"))
    right = side(claim("c", terms="mill @orle road"))
    rare = math.log(23 / 3)
    assert measured("words", left, right) == [[pytest.approx(rare, abs=0.001)], [0.0]]
    assert measured("names", left, right) == [[pytest.approx(rare, abs=0.001)], [0.0]]
    assert measured("count", left, right) == [[2.0], [0.0]]
    assert measured("length", left, right) == [
        [pytest.approx(math.log(4), abs=0.001)],
        [pytest.approx(math.log(2), abs=0.001)],
    ]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (figure("6 boats", 6), figure("6 boats", 6), math.log(22 / 3)),
        (figure("5 boats", 5), figure("5 boats", 5), math.log(22 / 3) / 2),  # of five anything may be
        (figure("5 km", 5, unit="kilometre"), figure("5000 m", 5000, unit="metre"), math.log(22 / 3)),
        (figure("1 to 5 boats", 1, 5), figure("1 to 5 boats", 1, 5), math.log(22 / 3)),
        (figure("6 boats", 6), figure("7 boats", 7), 0.0),
        (figure("6 boats", 6), figure("6 euros", 6, unit="euro"), 0.0),
        (unknown("how many"), unknown("how many"), 0.0),
    ],
)
def test_equal_figures(mine: Quantity, yours: Quantity, expected: float) -> None:
    left, right = side(claim(mine.text, mine)), side(claim(yours.text, yours))
    assert measured("figures", left, right) == [[pytest.approx(expected, abs=0.001)]]


def test_several_equal_figures_add_up() -> None:
    both = (figure("60 boats", 60), figure("70 men", 70))
    left, right = (
        side(claim("60 boats, 70 men", *both), claim("60 boats", both[0])),
        side(claim("60 boats, 70 men", *both)),
    )
    assert measured("figures", left, right) == [
        [pytest.approx(math.log(23 / 4) + math.log(23 / 3), abs=0.001)],
        [pytest.approx(math.log(23 / 4), abs=0.001)],
    ]


def test_frame_place_and_headline() -> None:
    moss = claim("Moss broke it", person("Ida Moss"), verb="break")
    left = side(claim("It rained", headline=True), moss, claim("So be it"), claim("It did"))
    right = side(moss, claim("It ended", headline=True))
    assert measured("frame", left, right) == [[0, 0], [1, 0], [0, 0], [0, 0]]
    assert measured("distance", left, right) == [[0, 0.5], [0.25, 0.25], [0.5, 0], [0.75, 0.25]]
    assert measured("headline", left, right) == [[1, 1], [0, 1], [0, 1], [0, 1]]


def test_vectors_stand_above_what_is_usual() -> None:
    left = side(claim("a"), claim("b"), vectors=[EAST, NORTH])
    right = side(claim("c"), vectors=[EAST])
    # one row has 1 (mean .318 with ten of .25), the other 0 (.227); the column 1 and 0 (mean .292)
    above, below = measured("vector", left, right)
    row = (1 - 3.5 / 11) / math.sqrt(((1 - 3.5 / 11) ** 2 + 10 * 0.13**2) / 11)
    column = (1 - 3.5 / 12) / math.sqrt(((1 - 3.5 / 12) ** 2 + (3.5 / 12) ** 2 + 10 * 0.13**2) / 12)
    assert above == [pytest.approx(row + column, abs=0.001)]
    row = (0 - 2.5 / 11) / math.sqrt(((2.5 / 11) ** 2 + 10 * 0.13**2) / 11)
    column = (0 - 3.5 / 12) / math.sqrt(((1 - 3.5 / 12) ** 2 + (3.5 / 12) ** 2 + 10 * 0.13**2) / 12)
    assert below == [pytest.approx(row + column, abs=0.001)]


def test_a_sentence_has_half_of_its_neighbours_around_it() -> None:
    around = side(claim("a"), claim("b"), claim("c"), vectors=[EAST, NORTH, NORTH]).around
    half = np.array([[1, 0.5], [0.5, 1.5], [0, 1.5]])
    assert np.allclose(around, half / np.linalg.norm(half, axis=1, keepdims=True), atol=1e-6)
    nothing = side(claim("a"), vectors=[(0.0, 0.0)]).around
    assert nothing.tolist() == [[0.0, 0.0]]


def test_the_best_pair_around_and_each_others_best() -> None:
    left = side(claim("a", terms="mill"), claim("b", terms="dam"), vectors=[EAST, NORTH])
    right = side(claim("c", terms="mill"), claim("d", terms="dam"), vectors=[EAST, NORTH])
    assert measured("mutual", left, right) == [[1, 0], [0, 1]]
    near = features(left, right)["neighbours"]
    assert near[0, 0] == near[1, 1] == near[0, 1] == near[1, 0]
    assert near[0, 0] > 0
    assert features(side(claim("a")), side(claim("b")))["neighbours"].tolist() == [[0.0]]
    three = side(*(claim(x) for x in "abc"), vectors=[EAST, NORTH, NORTH])
    one = side(claim("d"), vectors=[EAST])
    column = features(three, one)["neighbours"][:, 0]
    assert column[1] > column[0]
    assert column[0] == column[2]


def test_the_order_of_two_documents_turns_every_feature_round() -> None:
    left = side(
        claim("a", person("Ida Moss"), figure("60", 60), verb="break", terms="mill @orle"),
        claim("b", terms="dam"),
        vectors=[EAST, NORTH],
    )
    right = side(
        claim("c", person("Ida Moss"), figure("60", 60), verb="break", terms="@orle dam"), vectors=[(0.6, 0.8)]
    )
    there, back = features(left, right), features(right, left)
    for name, matrix in there.items():
        assert np.allclose(matrix, back[name].T), name


def test_a_probability_is_that_of_the_weights() -> None:
    zeros = {name: np.zeros((1, 1)) for name in features(side(claim("a")), side(claim("b")))}
    assert probabilities(zeros)[0, 0] == pytest.approx(1 / (1 + math.exp(4.761)))
    assert probabilities(zeros | {"frame": np.ones((1, 1))})[0, 0] == pytest.approx(1 / (1 + math.exp(4.761 - 1.384)))
    far = probabilities(zeros | {"distance": np.ones((1, 1))})
    assert far[0, 0] == pytest.approx(1 / (1 + math.exp(4.761 + 2.833)))


def article(*said: str, shift: int = 0) -> Side:
    """A document of sentences that are known by their terms; equal ones lie in the same place and direction."""
    made = [claim(f"It is {i}", terms=t) for i, t in enumerate(said)]
    directions = [(math.cos(i + shift), math.sin(i + shift)) for i in range(len(said))]
    return side(*made, vectors=directions)


def test_pairs_come_best_first_and_few_a_sentence() -> None:
    left = article(*(f"a{i} b{i} c{i} d{i}" for i in range(7)))
    right = article(*(f"a{i} b{i} c{i}" for i in range(7)))
    found = aligned(left, right)
    scores = [p.score for p in found.pairs]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.5
    assert all(s >= 0.1 for s in scores)
    assert found.sentences == 14
    best = {(p.left.span.start, p.right.span.start) for p in found.pairs if p.rank == 0}
    assert best == {(1000 * i, 1000 * i) for i in range(7)}
    assert "d0" in found.lone
    assert found.rarity["a0"] == pytest.approx(math.log(34 / 3))
    turned = align(right.sentences, left.sentences, right.vectors, left.vectors)
    assert [(p.right.span, p.left.span, p.score) for p in turned.pairs] == [
        (p.left.span, p.right.span, p.score) for p in found.pairs
    ]


def test_each_sentence_has_its_best_four() -> None:
    said = "mill burn storm orle gale quay"
    left, right = side(*(claim(f"{i}", terms=said) for i in range(6))), side(claim("a", terms=said))
    found = aligned(left, right)
    assert [p.rank for p in found.pairs] == [0, 1, 2, 3]
    assert [p.left.span.start for p in found.pairs] == [0, 1000, 2000, 3000]
    assert len(aligned(right, left).pairs) == 4


def test_nothing_is_paired_with_nothing() -> None:
    assert aligned(Side((), np.zeros((0, 2), dtype=np.float32)), article("a")) == Alignment((), {})
    assert aligned(article("a"), Side((), np.zeros((0, 2), dtype=np.float32))) == Alignment((), {})


@pytest.mark.parametrize(
    ("size", "alike", "names", "copied", "expected"),
    [
        (8, 0, 0, False, True),
        (7, 0, 0, False, False),  # too short to tell
        (8, 2, 0, False, False),  # a fifth is likely
        (8, 1, 0, False, True),
        (8, 0, 3, False, True),
        (8, 0, 4, False, False),
        (8, 0, 0, True, False),
    ],
)
def test_two_articles_about_two_events(size: int, alike: int, names: int, copied: bool, expected: bool) -> None:  # noqa: FBT001 - a table
    people = person("Ida Moss")
    copy = "The mill near Orle burned down"
    left, right = (
        [
            claim(
                f"{mark} {i}",
                terms=" ".join(f"x{i}{k}" if i < alike else f"{mark}{i}{k}" for k in range(5))
                + (f" @name{i}" if i < names else ""),
            )
            for i in range(size)
        ]
        for mark in ("left", "right")
    )
    pinning = [claim("Moss broke it", people, verb="break", terms="moss")]
    mine, yours = [*left[:-1], *pinning], [*right[:-1], *pinning]
    if copied:
        mine[2], yours[5] = claim(copy, terms="q"), claim(copy, terms="r")
    vectors = [(math.cos(i), math.sin(i)) for i in range(size)]
    turned = [vectors[i] if i < alike else (-vectors[i][1], vectors[i][0]) for i in range(size)]
    found = aligned(side(*mine, vectors=vectors), side(*yours, vectors=turned))
    assert (not found.pairs) == expected
    assert found.sentences == 2 * size


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((unknown("how many", of="boat"),), (figure("40 boats", 40, of="boat"),), True),
        ((figure("40 boats", 40, of="boat"),), (unknown("how many", of="boat"),), True),
        ((figure("40 boats", 40, of="boat"),), (figure("40 boats", 40, of="boat"),), False),
        ((unknown("how many", of="boat"),), (unknown("how many", of="boat"),), False),
        ((unknown("how many", of="boat"),), (figure("40 lorries", 40, of="lorry"),), False),
        ((role("ida moss", "treasurer"),), (role("ida moss", "chair"),), True),
        ((role("ida moss", "treasurer"),), (role("olav brandt", "treasurer"),), False),
        ((role("ida moss", "40", age=True),), (role("ida moss", "41", age=True),), False),
        # a few words in marks, and what is reported of their speaker
        ((credit("Moss", "ida moss"), quote("it was a farce")), (credit("Moss", "ida moss"),), True),
        ((credit("Moss", "ida moss"), quote("it was a great farce")), (credit("Moss", "ida moss"),), False),
        ((credit("Moss", "ida moss"),), (credit("Moss", "ida moss"),), False),
        ((credit("Moss"), quote("a farce")), (credit("Moss"),), False),
        ((person("Ida Moss"),), (person("Ida Moss"),), True),
        ((person("Ida Moss"),), (person("Olav Brandt"),), False),
        # quotations of four words and more that are alike
        ((quote("the mill was lost"),), (quote("The mill was lost to us"),), True),
        ((quote("the mill was lost to us"),), (quote("mill was lost to"),), True),
        ((quote("the mill lost"),), (quote("the mill lost"),), False),
        ((quote("the mill was lost"),), (quote("we go on and on"),), False),
    ],
)
def test_a_narrow_question_pins_two_sentences(
    mine: tuple[Record, ...], yours: tuple[Record, ...], *, expected: bool
) -> None:
    left, right = (
        side(claim("It broke there", *mine, verb="break")),
        side(claim("It broke there", *yours, verb="break")),
    )
    assert keyed(left.questions, right.questions) == (frozenset({(0, 0)}) if expected else frozenset())


def test_copies_share_a_key() -> None:
    left = side(claim("It rained"), claim("The mill near Orle burned down"))
    right = side(claim("The mill near Orle burned down"))
    assert keyed(left.questions, right.questions) == {(1, 0)}
    assert keyed(right.questions, left.questions) == {(0, 1)}
    assert questions(left.sentences).quotes == []


def test_pins_are_kept_whatever_their_score_twelve_a_sentence() -> None:
    moss = claim("Moss broke it", person("Ida Moss"), verb="break", terms="moss")
    other = claim("So be it", terms="x")
    found = aligned(side(moss, other, vectors=[EAST, NORTH]), side(*[moss] * 5, vectors=[NORTH] * 5))
    assert sum(p.keyed for p in found.pairs) == 5
    found = aligned(side(moss, moss, vectors=[EAST] * 2), side(*[moss] * 14, vectors=[EAST] * 14))
    assert sum(p.keyed for p in found.pairs) == 24


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill near Orle burned: 40 men", "the mill near orle burned #"),
        ("The mill # near Orle burned 40 men", "the mill near orle burned #"),
        ("Near Orle burned 40 men", ""),
        ("Near big Orle burned 40 men", "near big orle burned #"),
        ("The mill near Orle burned in 1923", "the mill near orle burned in #"),
    ],
)
def test_the_pattern_of_a_sentence(text: str, expected: str) -> None:
    made = claim(text, figure("40 men", 40, of="man"), at=7)
    made = made if "40 men" in text else claim(text, at=7)
    assert pattern(made.sentence, [made]) == expected
    assert wording("The Mill, #near: Orle!") == "the mill near orle"


@pytest.mark.parametrize(
    ("verb", "slots", "expected"),
    [
        ("close", (), {"close", "shut"}),
        ("closure:close", (), {"close"}),
        ("remain", (who("silent", "attribute"),), {"silent"}),
        ("remain", (who("silent", "patient"),), set()),
        ("", (), set()),
    ],
)
def test_the_deeds_of_a_claim(verb: str, slots: tuple[Record, ...], expected: set[str]) -> None:
    made = claim("It remained silent", *slots, verb=verb)
    found = deeds(made)
    assert bool(found) == bool(expected)
    for name in expected:
        assert deed_of(name) & found


def test_deeds_and_frames_that_two_claims_share() -> None:
    shut, closed, burned = (
        claim("It did", person("Ida Moss"), who("the mill", "patient"), verb=v) for v in ("shut", "close", "burn")
    )
    assert same_deed(shut, closed)
    assert not same_deed(shut, burned)
    assert same_frame(shut, burned)  # the doer, and what it is done to
    assert whole_frame(shut, closed)
    assert not whole_frame(shut, burned)
    road = claim("It did", person("Ida Moss"), who("the road", "patient"), verb="close")
    assert same_frame(shut, road)
    assert not whole_frame(shut, road)
    nobody = claim("It did", who("the mayor"), who("the mill", "patient"), verb="close")
    assert frames(nobody) == frozenset()
    assert frames(claim("It did", person("Ida Moss"), verb="say", form="speech")) == frozenset()
    befell = claim("It did", person("Ida Moss", "patient"), verb="close")
    assert same_frame(befell, shut)
    assert not any(">" in key for key in frames(befell))
    named = claim("It did", person("Ida Moss"), who("the Mill", "patient", entity="orle mill"), verb="close")
    assert "ida moss>orle mill" in frames(named)
    two = claim("It did", person("Ida Moss"), person("Olav Brandt"), verb="close")
    assert all(key.startswith("ida moss") for key in frames(two))


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((figure("2", 2, of="fireman"), "hurt"), (figure("3", 3, of="crew"), "injure"), True),
        ((figure("2", 2, of="fireman"), "hurt"), (figure("3", 3, of="crew"), "kill"), False),
        ((figure("2", 2, of="troop"), "come"), (figure("3", 3, of="soldier"), "come"), True),
        ((figure("2 times", 2, unit="time"), "hurt"), (figure("3", 3, of="crew"), "injure"), False),
        ((figure("2 percent", 2, unit="percent"), "hurt"), (figure("3", 3, of="crew"), "injure"), False),
        ((figure("2 percent", 2, unit="percent", of="man"), "hurt"), (figure("3", 3, of="crew"), "injure"), True),
        ((figure("2 euros", 2, unit="euro"), "cost"), (figure("3", 3, of="price"), "rise"), True),
        ((figure("2 euros", 2, unit="euro"), "give"), (figure("3", 3, of="price"), "rise"), False),
        ((figure("2 km", 2, unit="kilometre"), "cost"), (figure("3", 3, of="price"), "rise"), False),
    ],
)
def test_what_a_figure_counts(mine: tuple[Quantity, str], yours: tuple[Quantity, str], *, expected: bool) -> None:
    left, right = (counted_in(q, claim(q.text, q, verb=verb)) for q, verb in (mine, yours))
    assert bool(left & right) == expected


def test_kinds_of_counted_things() -> None:
    assert "#people" in kinds("villager")
    assert kinds("lorry") == kinds("lorry")
    assert not any(k.startswith("#") for k in kinds("lorry"))
    assert counted(figure("40", 40)) == frozenset()
    assert counted(figure("40 km", 40, unit="kilometre", of="road")) == kinds("kilometre") | kinds("road")
    assert counted_in(figure("2", 2, of="man"), claim("2 injuries", verb="injury:injure")) >= {"#hurt"}
    assert counted_in(figure("2", 2, of="man"), claim("2")) == kinds("man")


READING = Reading(
    same=0.5,
    differ=0.3,
    other=0.2,
    borne_out=0.1,
    contradicted=0.1,
    not_said=0.8,
    type="time",
    left=(1, 2),
    right=(3, 4),
)


def test_what_the_judge_is_asked() -> None:
    likely = pair([claim("The mill burned")], [claim("A mill burned", document="b")], 0.1, rank=2)
    asked: list[Pair] = []

    def read(pairs: Sequence[Pair]) -> list[Reading]:
        asked.extend(pairs)
        return [READING] * len(pairs)

    unlikely = [
        pair([claim("It rained")], [claim("A mill burned", document="b")], 0.099),
        pair([claim("It rained")], [claim("A mill burned", document="b")], 0.9, rank=3),
        pair([claim("It rained")], [claim("it rained!", document="b")], 0.9),
    ]
    counted = pair(
        [claim("It snowed")], [claim("A dam broke", document="b")], 0.01, rank=9, event_counts=frozenset({(1, 2)})
    )
    given: Mapping[str, Alignment] = {
        "one": Alignment((likely, *unlikely, counted), {}),
        "again": Alignment((likely,), {}),
    }
    found = with_readings(given, read)
    assert asked == [Pair("A mill burned", "The mill burned"), Pair("A dam broke", "It snowed")]
    readings = [p.reading for p in found["one"].pairs]
    assert [r is not None for r in readings] == [True, False, False, False, True]
    assert readings[0] is not None
    assert (readings[0].left, readings[0].right) == ((3, 4), (1, 2))  # the sentences were read the other way round
    assert found["again"].pairs[0].reading == readings[0]
    asked.clear()
    found = with_readings({"one": Alignment((likely,), {})}, read, drafts=True)
    assert asked == [Pair("A mill burned", "The mill burned")]  # the source first
    turned = pair([claim("A mill burned")], [claim("The mill burned", document="b")])
    asked.clear()
    found = with_readings({"one": Alignment((turned,), {})}, read)
    assert asked == [Pair("A mill burned", "The mill burned")]
    straight = found["one"].pairs[0].reading
    assert straight is not None
    assert (straight.left, straight.right) == ((1, 2), (3, 4))


def documents(*texts: Sequence[str]) -> tuple[list[Sequence[ClaimedSentence]], list[Vectors]]:
    """Documents of sentences that are known by their words."""
    sides = [
        side(*(claim(t, terms=t.casefold(), document=f"d{i}") for t in own), vectors=[EAST] * len(own))
        for i, own in enumerate(texts)
    ]
    return [s.sentences for s in sides], [np.asarray(s.vectors) for s in sides]


MILL, DAM = "The mill near Orle burned", "The dam at Korvel broke"


def test_a_print_speaks_once_in_a_story() -> None:
    met = align_story(*documents([MILL], [MILL], [f"{MILL} down"]))
    assert {k for k, a in met.items() if a.pairs} == {(0, 1), (0, 2)}
    met = align_story(*documents([f"{MILL} down"], [MILL], [MILL]))
    assert {k for k, a in met.items() if a.pairs} == {(0, 1), (1, 2)}
    two = align_story(*documents([MILL], [MILL]))
    assert [len(a.pairs) for a in two.values()] == [1]


def test_a_sentence_meets_six_in_a_story() -> None:
    texts = [[f"{MILL} on day {i}"] for i in range(16)]
    met = align_story(*documents(*texts))
    kept = [p for a in met.values() for p in a.pairs]
    assert len(kept) < 16 * 15 / 2
    for i in range(16):
        assert sum(f"d{i}" in (p.left.claims[0].document, p.right.claims[0].document) for p in kept) >= 6
