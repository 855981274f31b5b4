"""The words of a sentence: what kind each is of, what is denied, and which exclude one another."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, draft, results, told, who, words

from xcheck.alignment.words import Word, has_contrast, one_sort, same_deed, says_other, words_of
from xcheck.comparison.context import Meeting
from xcheck.records.claim import Claim, EntityKind

READ = 0.5  # how sure a judge is that two sentences differ


def found(text: str, *claims: Claim) -> tuple[Word, ...]:
    return words_of(words(text), claims)


def word(text: str) -> Word:
    """A word inside a sentence."""
    return found(f"It was {text}")[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned", ["function the", "word mill", "word burned"]),
        ("It wasn't sold", ["function it", "function was", "function n't", "word sold"]),
        ("It wasn’t sold", ["function it", "function was", "function n't", "word sold"]),
        ("It was Moss's mill", ["function it", "function was", "name moss", "word mill"]),
        ("Was it Moss", ["function was", "function it", "name moss"]),
        ("Moss left. Brandt stayed", ["word moss", "word left", "word brandt", "word stayed"]),
        ("So: Moss left", ["function so", "word moss", "word left"]),
        ("then Moss, Brandt left", ["function then", "name moss", "name brandt", "word left"]),
        ("the NEWS of 40 boats", ["function the", "word news", "function of", "figure 40", "word boats"]),
        ("in 1,200 boats", ["function in", "figure 1,200", "word boats"]),
        ("in 1923 and 1499", ["function in", "year 1923", "function and", "figure 1499"]),
        ("on 3.5 and 1.2.3", ["function on", "figure 3.5", "function and", "word 1.2.3"]),
        ("the 3rd and 31st boat", ["function the", "word 3rd", "function and", "word 31st", "word boat"]),
        ("nine of them", ["figure nine", "function of", "function them"]),
        ("in France and Norway", ["function in", "name france", "function and", "name norway"]),
        ("the First boat", ["function the", "word first", "word boat"]),
    ],
)
def test_the_kinds_of_words(text: str, expected: list[str]) -> None:
    every = found(text)
    assert [f"{w.kind} {w.text}" for w in every] == expected
    assert all(w.shown.casefold().replace("’", "'") == w.text for w in every)
    assert [w.start for w in every] == sorted({w.start for w in every})


@pytest.mark.parametrize(
    ("text", "key", "figure"),
    [
        ("1,200", "#1200", 1200),
        ("nine", "#9", 9),
        ("9", "#9", 9),
        ("1923", "#1923", 1923),
        ("boats", "boat", None),
        ("Norway", "@norway", None),
        ("1.2.3", "1.2.3", None),
        ("3rd", "3rd", None),
    ],
)
def test_what_equal_words_share(text: str, key: str, figure: float | None) -> None:
    made = word(text)
    assert (made.key, made.figure) == (key, figure)
    assert made.start == 7


def test_where_words_stand_in_a_document() -> None:
    every = words_of(words("It wasn't Moss", 40), ())
    assert [(w.text, w.start, w.shown) for w in every] == [
        ("it", 40, "It"),
        ("was", 43, "was"),
        ("n't", 46, "n't"),
        ("moss", 50, "Moss"),
    ]
    assert every[2].key == "not"


@pytest.mark.parametrize(
    ("kind", "expected"), [("person", "name"), ("organisation", "name"), ("place", "name"), ("thing", "word")]
)
def test_a_name_that_opens_a_sentence(kind: EntityKind, expected: str) -> None:
    made = claim("Moss left", who("Moss", kind=kind))
    assert words_of(made.sentence, [made])[0].kind == expected


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It was sold", []),
        ("It was not sold", ["sold"]),
        ("It wasn't sold", ["sold"]),
        ("It never sold old boats", ["sold", "old"]),  # two words far
        ("It sold no boats", ["boats"]),
        ("Boats were not sold", ["sold"]),
    ],
)
def test_what_is_denied(text: str, denied: list[str]) -> None:
    assert [w.text for w in found(text) if w.negated] == denied


def test_a_predicate_is_denied_as_its_claim_says() -> None:
    denied = claim("The mill burned", verb="burn", polarity="negated")
    assert [w.text for w in words_of(denied.sentence, [denied]) if w.negated] == ["burned"]
    affirmed = claim("It was not only sold", verb="sold:sell")
    assert "sold" not in [w.text for w in words_of(affirmed.sentence, [affirmed]) if w.negated]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("third", {"order"}),
        ("3rd", {"order"}),
        ("31st", {"order"}),
        ("knees", {"body"}),
        ("northern", {"compass"}),
        ("Moss", set()),
    ],
)
def test_the_contrast_sets_of_a_word(text: str, kinds: set[str]) -> None:
    assert word(text).kinds & {"order", "body", "compass"} == kinds


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("knee", "shoulder", True),
        ("knee", "knees", False),
        ("north", "northern", False),
        ("north", "west", True),
        ("3rd", "31st", True),
        ("3rd", "third", False),
        ("knee", "north", False),
        ("old", "new", True),
        ("40", "41", False),  # two in a hundred and a half off
        ("40", "42", True),
        ("41", "40", False),
        ("1923", "1924", True),  # a year is no rounded figure
        ("1923", "1923", False),
        ("1923", "40", False),
        ("nine", "9", False),
        ("Moss", "Brandt", True),
        ("Moss", "moss", False),
        ("Moss", "mill", False),
        ("Norway", "France", True),
        ("close", "shut", False),
        ("rise", "fall", True),
    ],
)
def test_words_that_exclude_one_another(one: str, other: str, *, expected: bool) -> None:
    assert says_other(word(one), word(other)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("knee", True), ("40", True), ("Moss", True), ("old", True), ("1923", True), ("hullabaloo", False), ("it", False)],
)
def test_words_that_others_could_contradict(text: str, *, expected: bool) -> None:
    assert has_contrast(word(text)) == expected


def test_countries_and_deeds() -> None:
    assert one_sort(word("Norway"), word("France"))
    assert one_sort(word("Moss"), word("Brandt"))
    assert not one_sort(word("Norway"), word("Moss"))
    assert same_deed(word("close"), word("shut"))
    assert not same_deed(word("close"), word("burn"))
    assert not same_deed(word("hullabaloo"), word("hullabaloo"))


def outcomes(left: str, right: str, known: Meeting, *, verbs: tuple[str, str] = ("", "")) -> list[tuple[str, str, str]]:
    """What comes out of the slot of single words, and what is said of it."""
    one, other = claim(left, verb=verbs[0]), claim(right, verb=verbs[1], document="b")
    compared = results("word", one, other, known)
    return [(name, r.left_says, r.right_says) for name, r in zip(told(compared), compared, strict=True)]


@pytest.mark.parametrize(
    ("left", "right", "known", "expected"),
    [
        ("The old mill in Orle fell", "The new mill in Orle fell", context(), [("conflict/opposite", "old", "new")]),
        ("The dull plan pleased Orle", "The bold plan pleased Orle", context(), [("incomparable", "dull", "bold")]),
        (
            "The dull plan pleased Orle",
            "The bold plan pleased Orle",
            context(differing=0.5),
            [("conflict/sort", "dull", "bold")],
        ),
        (
            "The dull plan pleased Orle",
            "The bold plan pleased Orle",
            context(differing=0.49),
            [("incomparable", "dull", "bold")],
        ),
        ("The mill burned", "The mill has burned", context(), [("compatible", "", "")]),
        ("The mill burned", "A dam broke", context(), []),
        (
            "It gave 3 old boats to Orle and 1 dog to Tarn",
            "It gave 1 old boat to Orle and 3 dogs to Tarn",
            context(),
            [("conflict/swapped", "3 old boats", "3 dogs to")],
        ),
        (
            "The temporary bridge in Orle fell",
            "The bridge in Orle fell",
            context(),
            [("incomparable", "temporary", "The bridge in Orle fell")],
        ),
        (
            "The bridge in Orle fell",
            "The temporary bridge in Orle fell",
            draft(),
            [("lowered/limit", "The bridge in Orle fell", "temporary")],
        ),
        # worded in other ways, only a judge can tell
        (
            "On Sunday fire gutted the north mill hall",
            "The south mill hall was gutted",
            context(),
            [("incomparable", "north", "south")],
        ),
        (
            "On Sunday fire gutted the north mill hall",
            "The south mill hall was gutted",
            context(differing=READ),
            [("conflict/direction", "north", "south")],
        ),
    ],
)
def test_what_a_word_in_the_place_of_another_comes_to(
    left: str, right: str, known: Meeting, expected: list[tuple[str, str, str]]
) -> None:
    assert outcomes(left, right, known) == expected


def test_verbs_in_the_place_of_others() -> None:
    praised, mocked = "Moss praised the plan of Orle", "Moss mocked the plan of Orle"
    verbs = ("praise", "mock")
    assert outcomes(praised, mocked, context(differing=READ), verbs=verbs) == [("conflict/deed", "praised", "mocked")]
    assert outcomes(praised, mocked, context(), verbs=verbs) == [("incomparable", "praised", "mocked")]
    shouted, talked = "Moss shouted at the mayor of Orle", "Moss talked at the mayor of Orle"
    assert outcomes(shouted, talked, draft(), verbs=("shout", "talk")) == [("lowered/beyond", "shouted", "talked")]


def test_only_words_of_the_claims_count() -> None:
    whole = "The old mill in Orle fell", "The new mill in Orle fell"
    left, right = claim("mill in Orle fell", sentence=whole[0], at=8), claim(whole[1], document="b")
    assert results("word", left, right, context()) == ()
    old, new = claim("The old", sentence=whole[0]), claim("The new", sentence=whole[1], document="b")
    compared = results("word", old, new, context())
    assert told(compared) == ["conflict/opposite"]
    assert [(s.start, s.end, s.text) for s in (compared[0].left, compared[0].right) if s] == [
        (4, 7, "old"),
        (4, 7, "new"),
    ]
    assert told(results("word", claim("The ol", sentence=whole[0]), new, context())) == ["conflict/opposite"]
    assert results("word", claim("The ", sentence=whole[0]), new, context()) == ()
