"""Opposed predicates and directions of amounts."""

from __future__ import annotations

from itertools import chain

import pytest

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import Opposites
from xcheck.nlp.opposites import direction, opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("welcome", "condemn"),
        ("rise", "fall"),
        ("confirm", "deny"),
        ("suspend", "resume"),
        ("approve", "reject"),
        ("approve", "oppose"),
        ("criticize", "praise"),
        ("rule-out", "rule-out"),
    ],
)
def test_opposed_is_symmetric_and_never_of_itself(one: str, other: str) -> None:
    assert opposed(one, other) == opposed(other, one) == (one != other)


@pytest.mark.parametrize(
    ("one", "other"), [("rise", "climb"), ("welcome", "praise"), ("walk", "sing"), ("open", "welcome")]
)
def test_not_opposed(one: str, other: str) -> None:
    assert not opposed(one, other)


def test_directions() -> None:
    assert (direction("soar"), direction("Slump"), direction("sing")) == ("up", "down", None)


def test_no_word_stands_on_both_sides_of_a_pair() -> None:
    assert not [pair for pair in lexicon(Opposites).pairs if set(pair[0]) & set(pair[1])]


def test_every_entry_is_a_word() -> None:
    listed = lexicon(Opposites)
    entries = [*listed.up, *listed.down, *chain.from_iterable(chain.from_iterable(listed.pairs))]
    assert all(isinstance(e, str) for e in entries)
