"""Causes, motives, sequences and associations: the words that give them, and how strong the link is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from xcheck.claims import causes

if TYPE_CHECKING:
    from tests.claims.conftest import ClauseOf

GIVEN = [
    ("He resigned because of ill health.", "resigned", "cause", "because of", "ill health"),
    ("She left because she was tired.", "left", "cause", "because", "she was tired"),
    ("The blast was due to a gas leak.", "was", "cause", "due to", "a gas leak"),
    ("Owing to fog, the flight was delayed.", "delayed", "cause", "Owing to", "fog"),
    ("The road was shut as a result of the flood.", "shut", "cause", "as a result of", "the flood"),
    ("Flights were halted for want of fuel.", "halted", "cause", "for want of", "fuel"),
    ("The strike was sparked by a row over pay.", "sparked", "cause", "sparked by", "a row over pay"),
    ("The fire was blamed on a faulty cable.", "blamed", "cause", "blamed on", "a faulty cable"),
    ("The firm put the fall down to the weather.", "put", "cause", "put the fall down to", "the weather"),
    ("A gas leak caused the blast.", "caused", "cause", "caused", "A gas leak"),
    ("The fall in sales led to the closure.", "led", "cause", "led", "The fall in sales"),
    ("A landslide killed nine people.", "killed", "cause", "killed", "A landslide"),
    ("The reason for the delay was a strike.", "was", "cause", "reason", "a strike"),
    ("Higher costs are the reason for the rise.", "are", "cause", "reason", "Higher costs"),
    ("He fell, prompting a search.", "prompting", "cause", "prompting", "He fell"),
    ("The firm cut jobs in a bid to save money.", "cut", "motive", "in a bid to", "save money"),
    ("The council closed the pool to save money.", "closed", "motive", "to", "save money"),
    ("He quit so that he could see his children.", "quit", "motive", "so that", "he could see his children"),
    ("Sales fell amid fears of war.", "fell", "association", "amid", "fears of war"),
    ("Police are seeking a man after a shop was robbed.", "seeking", "sequence", "after", "a shop was robbed"),
]


@pytest.mark.parametrize(("text", "word", "expected"), [(text, word, tuple(rest)) for text, word, *rest in GIVEN])
def test_given(clause_of: ClauseOf, text: str, word: str, expected: tuple[str, str, str]) -> None:
    found = causes.of(clause_of(text, word), text)
    assert found is not None
    assert (found.link, found.cue.text, found.text) == expected
    assert text[found.start : found.end] == found.text
    assert text[found.cue.start : found.cue.end] == found.cue.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("After midnight the rain stopped.", "stopped"),
        ("He killed nine people.", "killed"),
        ("She left because she was tired.", "tired"),
        ("The army left the town.", "left"),
        ("He woke up only to find the house empty.", "woke"),
    ],
)
def test_none_given(clause_of: ClauseOf, text: str, word: str) -> None:
    assert causes.of(clause_of(text, word), text) is None


def test_cause_is_stronger_than_sequence(clause_of: ClauseOf) -> None:
    text = "The pier was shut after the storm because of cracks."
    found = causes.of(clause_of(text, "shut"), text)
    assert found is not None
    assert (found.link, found.text) == ("cause", "cracks")
