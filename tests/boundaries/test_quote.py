"""Two quotations and who says them, on both sides of each line that the comparison draws."""

from __future__ import annotations

import pytest
from tests.boundaries.made import claim, context, credit, draft, quote, results, told, who

from xcheck.alignment.quotations import even, pieces
from xcheck.comparison.slots.quotations import has_other_word, has_replaced_words, is_altered, nearness, overlaps
from xcheck.entities.described import are_apart, described_apart
from xcheck.records.base import Record
from xcheck.records.claim import Quote

LONG = "we will open the old mill again before the end of spring"


def outcomes(mine: Quote, yours: Quote, score: float = 0.5, terms: str = "") -> list[str]:
    """What comes out of two quotations."""
    left, right = (claim(f'She said "{q.words}"', q, verb="say", terms=terms) for q in (mine, yours))
    return told(results("quote", left, right, context(score)))


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (LONG, LONG, ["same"]),
        (LONG, f"{LONG} or later", ["same"]),
        (f"{LONG} or later", LONG, ["same"]),
        (LONG, LONG.replace("mill", "dairy"), ["conflict/replaced"]),
        (LONG, LONG.replace("the old mill", "that new small dairy"), ["conflict/words"]),
        (LONG, LONG.replace("old mill", "old watermill"), ["conflict/replaced"]),
        (LONG, "nobody was hurt on Monday", []),
        (f"{LONG} of labour", f"{LONG} of labor", ["same"]),
        ("labour of love", "labour of hate", ["conflict/remark"]),
        # five words in common make one utterance, four may be two
        ("never a good old mill", "never a good old dairy", ["conflict/remark"]),
        ("never a good old red mill", "never a good old red dairy", ["conflict/words"]),
        ("a farce", "a farce", ["same"]),
        ("a farce", "a tragedy", []),
        ("a sorry farce", "a sorry farce indeed", ["same"]),
    ],
)
def test_two_wordings(mine: str, yours: str, expected: list[str]) -> None:
    assert outcomes(quote(mine), quote(yours)) == expected


def test_one_speaker_and_one_remark() -> None:
    mine, yours = "a total farce of a vote", "nothing but a farce"
    for speakers, score, terms, expected in (
        (("ida moss", "moss"), 0.85, "farc", ["conflict/remark"]),
        (("ida moss", "moss"), 0.84, "farc", []),
        (("ida moss", "olav brandt"), 0.9, "farc", []),
        (("ida moss", None), 0.9, "farc", []),
        ((None, "ida moss"), 0.9, "farc", []),
        (("ida moss", "moss"), 0.9, "vote", []),
    ):
        assert outcomes(quote(mine, speakers[0]), quote(yours, speakers[1]), score, terms) == expected


def test_the_same_words_of_two_speakers() -> None:
    assert outcomes(quote(LONG, "ida moss"), quote(LONG, "olav brandt")) == ["conflict/speaker"]
    assert outcomes(quote(LONG, "ida moss"), quote(LONG, "moss")) == ["same"]
    assert outcomes(quote(LONG, "ida moss"), quote(LONG)) == ["same"]
    assert outcomes(quote(LONG), quote(LONG, "ida moss")) == ["same"]
    left, right = (claim(f'It said "{LONG}"', quote(LONG, s)) for s in ("ida moss", "olav brandt"))
    (found,) = results("quote", left, right, context())
    assert (found.left_says, found.right_says) == ("ida moss", "olav brandt")


def test_a_quotation_meets_the_nearest() -> None:
    left = claim(f'"{LONG}"', quote(LONG))
    right = claim(
        f'"{LONG} or later", "{LONG.replace("mill", "dairy")}"',
        quote(f"{LONG} or later"),
        quote(LONG.replace("mill", "dairy")),
    )
    (found,) = results("quote", left, right, context())
    assert found.outcome == "same"
    assert found.right is not None
    assert found.right.text.endswith("later")
    scared = claim(f'"{LONG}"', quote(LONG, scare=True))
    assert told(results("quote", scared, left, context())) == []


def test_what_a_quotation_goes_on_with() -> None:
    left = claim(f'"{LONG}," she said, "and nobody will be dismissed for it".', quote(LONG))
    right = claim(f'"{LONG}," she said, "but some men may still be laid off".', quote(LONG))
    found = results("quote", left, right, context())
    assert told(found) == ["same", "conflict/remark"]
    assert found[1].left_says == f"{LONG} and nobody will be dismissed for it"
    assert told(results("quote", left, left, context())) == ["same"]


@pytest.mark.parametrize(
    ("words", "slots", "form", "expected"),
    [
        ("a farce", (), "clause", "only"),
        ("a farce of sorts", (), "clause", "only"),
        ("a farce of a vote", (), "clause", ""),  # five words
        ("a farce", (credit("Moss", mode="direct"),), "clause", ""),
        ("a farce", (credit("Moss", mode="indirect"),), "clause", "only"),
        ("a farce", (), "speech", ""),
        ("It rained", (), "clause", ""),  # the other has the words
        ("it", (), "clause", ""),
    ],
)
def test_words_that_one_side_quotes(words: str, slots: tuple[Record, ...], form: str, expected: str) -> None:
    left = claim(f"It was “{words}”", quote(words), *slots, form=form)  # type: ignore[arg-type]
    right = claim("It rained at Orle")
    assert told(results("quote", left, right, context())) == (["only-left"] if expected else [])
    assert told(results("quote", right, left, context())) == (["only-right"] if expected else [])
    if expected:
        (found,) = results("quote", left, right, context())
        assert (found.left_says, found.right_says) == (words, "It rained at Orle")
        (found,) = results("quote", right, left, context())
        assert (found.left_says, found.right_says) == ("It rained at Orle", words)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("we open the old mill", "open the old mill again", True),
        ("we open the old mill", "the old mill again", False),
        ("open the old mill again", "we open the old mill", True),
        ("open the old mill", "open the old mill", True),
        ("old mill", "old mill", False),
    ],
)
def test_two_cuts_of_one_speech(one: str, other: str, *, expected: bool) -> None:
    assert overlaps(one, other) == expected
    if expected:
        assert nearness(one, other) == 100
        assert not has_other_word(one, other, 70)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the old mill", "the old mill is gone", 100),
        ("old mill", "the old mill is gone", 100),
        ("old mills", "the old mill is gone", 0),
        ("the old ... gone", "the old mill is gone", 100),
        ("the old [mill] is gone", "the old mill is gone", 100),
        ("", "the old mill", 0),
    ],
)
def test_how_near_two_quotations_are(one: str, other: str, expected: float) -> None:
    assert nearness(one, other) == nearness(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "altered", "strange"),
    [
        ("the old mill", "the old mill is gone", True, False),
        ("the old dairy", "the old mill is gone", True, True),
        ("the new dairy", "the old mill is gone", False, True),
        ("the mill", "a mill is gone", False, True),
        ("labour party", "the labor party won", False, False),
    ],
)
def test_words_that_the_other_lacks(one: str, other: str, *, altered: bool, strange: bool) -> None:
    assert is_altered(one, other) == is_altered(other, one) == altered
    assert has_other_word(one, other, 70) == has_other_word(other, one, 70) == strange


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("we will open the old mill again", "we will open the old dairy again", True),
        ("we will open that mill now", "we will open this dairy now", False),  # five around it
        ("we will open the old mill again", "we will open the old again", False),
        ("we will open the old mill again", "we will open the old mills again", False),  # a spelling
        ("we will open the old mill again", "we will open the old big fine red again", True),
        ("we will open the old mill again", "we will open the old big fine red barn again", False),
        ("we will open the old big fine red again", "we will open the old mill again", True),
        ("we will open the old big fine red barn again", "we will open the old mill again", False),
        ("we will open all of the mill", "we will open all of the barn", True),
        ("mill will open for all of us", "barn will open for all of us", False),
    ],
)
def test_words_in_the_place_of_others(one: str, other: str, *, expected: bool) -> None:
    assert has_replaced_words(one, other, 65) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We've Won, can't & won't!", "we have won can not and will not"),
        ("I'm sure they'll say you're not", "i am sure they will say you are not"),
        ("It isn't gonna rain", "it is not going to rain"),
        ("twenty-one of forty", "21 of 40"),
        ("twenty one", "21"),
        ("twenty ten", "20 10"),
        ("one two", "1 2"),
        ("ten one", "10 1"),
        ("3.5 and 1,000.", "3.5 and 1,000"),
        ("'twas the dogs' $5", "twas the dogs $5"),
        ("the mill ... is [now] gone (she said)", "the mill is gone"),
        ("5% or £6 or €7", "5% or £6 or €7"),
        ("It's Moss's mill, and that's all", "it is moss's mill and that is all"),
        ("I would go, she had gone, they'd stay", "i'd go she'd gone they'd stay"),
        ("Let's ask the F.B.I. or U.S. police", "let's ask the fbi or us police"),
        ("that d*** mill", "that mill"),
    ],
)
def test_one_writing(said: str, expected: str) -> None:
    assert even(said) == expected


def test_pieces_between_what_is_left_out() -> None:
    assert pieces("the mill ... is gone . . . for good") == ("the mill", "is gone", "for good")
    assert pieces("...") == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the uncle", "the aunt", True),
        ("the uncle", "the uncles", False),
        ("the mayor", "the surgeon", True),
        ("the girl's uncle", "the boy's uncle", True),
        ("the nurse's uncle", "the surgeon's uncle", True),
        ("the nurse's uncle", "an uncle", False),
        ("an uncle of the nurse", "an uncle of the surgeon", True),
        ("a police spokesman", "a hospital spokesman", True),
        ("a spokesman for the police", "a police statement", False),
        ("a spokesman for the hospital", "a police officer", True),
        ("the surgeon, who spoke on Monday", "the mayor", True),
        ("a wizard", "the mayor", False),
        ("the mayor", "a wizard", False),
    ],
)
def test_two_descriptions(one: str, other: str, *, expected: bool) -> None:
    assert described_apart(one, other) == described_apart(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ida Moss", "Olav Brandt", True),
        ("Ida Moss", "Moss", False),
        ("the mayor Ida Moss", "the surgeon Ida Moss", False),
        ("the cook, Ilse Tarn", "the mayor, Ida Moss", True),
        ("she", "Ida Moss", False),
        ("Ida Moss", "they", False),
        ("the uncle", "the aunt", True),
        ("Ida Moss", "the aunt", False),
        ("Police", "Hospital", True),
        ("Police", "Officers", False),
    ],
)
def test_two_speakers(one: str, other: str, *, expected: bool) -> None:
    assert are_apart(one, other) == are_apart(other, one) == expected


@pytest.mark.parametrize(
    ("slots", "form", "text", "expected"),
    [
        ((credit("the mayor"),), "clause", "", "the mayor"),
        ((credit("the mayor", "Ida Moss"),), "clause", "", "Ida Moss"),
        ((credit("mayor Ida Moss", "Ida Moss"),), "clause", "", "mayor Ida Moss"),
        ((credit("she", "Ida Moss"),), "clause", "", None),
        ((credit("the mayor", cue="read"),), "clause", "", None),
        ((credit("the mayor", "Ida Moss"), quote("a farce", "Ida Moss")), "clause", "", "Ida Moss"),
        ((credit("the mayor", "Ida Moss"), quote("a farce", "Olav Brandt")), "clause", "", "Olav Brandt"),
        ((quote("a farce", "Olav Brandt"),), "clause", "", "Olav Brandt"),
        ((who("the mayor"),), "speech", "", "the mayor"),
        ((who("the mayor", entity="Ida Moss"),), "speech", "", "Ida Moss"),
        ((who("the mayor", "patient"),), "speech", "", None),
        ((who("the mayor"),), "clause", "", None),
        ((), "clause", '"a farce" was the mayor\'s verdict', "the mayor"),
        ((), "clause", '"a farce" was how the old mayor put it', "the old mayor"),
        ((), "clause", '"a farce" was the mayor\'s hat', None),
    ],
)
def test_whose_words_they_are(slots: tuple[Record, ...], form: str, text: str, expected: str | None) -> None:
    """A draft has somebody else say the words: whoever that is, it is not who says them here."""
    quoted = () if any(isinstance(s, Quote) for s in slots) else (quote("a farce"),)
    source = claim("a farce" if text else 'It was "a farce"', *slots, *quoted, form=form, sentence=text)  # type: ignore[arg-type]
    left = claim('Kari Lund said "a farce"', credit("Kari Lund", "Kari Lund"), quote("a farce"))
    (found,) = results("quote", left, source, draft())
    apart = expected in ("Ida Moss", "Olav Brandt", "mayor Ida Moss")
    assert told((found,)) == (["conflict/speaker"] if apart else ["same"])
    described = claim('The surgeon said "a farce"', credit("the surgeon"), quote("a farce"))
    (found,) = results("quote", described, source, draft())
    if (expected is not None and "the mayor" in expected) or expected == "the old mayor":
        assert (found.variant, found.left_says, found.right_says) == ("speaker", "the surgeon", expected)


def test_who_reads_out_another_persons_words_does_not_say_them() -> None:
    source = claim('The mayor read "a farce"', quote("a farce"), who("the mayor"), verb="read", form="speech")
    left = claim('The surgeon said "a farce"', credit("the surgeon"), quote("a farce"))
    assert told(results("quote", left, source, draft())) == ["same"]
