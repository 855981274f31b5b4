"""Quotations cut, continued and set in other marks: only other words are an alteration."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.comparison.slots.quotations import has_other_word, has_replaced_words, is_altered, nearness
from xcheck.records.rule import Example

SAME = [
    ("We lost the barn", "We lost the barn and every horse in it"),
    ("We lost the barn and every horse we had", "and every horse we had was our own"),
    ("the odds are two-in-three", "The odds are 2 in 3"),
    ("Pell & Sons built this mill", "Pell and Sons built this mill"),
    ("WE LOST THE BARN", "We lost the barn!"),
    ("[The council] never came near the barn", "They never came near the barn"),
    ("We lost the barn ... the horses are safe", "We lost the barn, I think, and yet the horses are safe"),
    ("... never came near the barn ...", "The council never came near the barn"),
    ("twenty-one of us — all fishermen — drowned", "21 of us, all fishermen, drowned"),
]
OTHER = [
    ("We lost the barn and every horse in it", "We lost the barn and every sheep in it"),
    ("the odds are two-in-three", "the odds are two in five"),
    ("We lost the barn ... the horses are safe", "We lost the barn, and the horses are dead"),
    ("Pell & Sons built this mill", "Pell and Daughters built this mill"),
]


REPLACED = [
    ("the storm took our roof and every slate on it", "the storm took our roof and every tile on it"),
    ("we will not pay for their mistakes", "we will not pay for their bridges"),
    ("the harvest is down to a third of what we had", "the harvest is up to a third of what we had"),
]
NOT_REPLACED = [
    ("the storm took our roof", "the storm took our roof and every slate on it"),
    ("the storm took all of our roof and every slate", "the storm took our roof and every slate"),
    ("the colour of the storm was like nothing on earth", "the color of the storm was like nothing on earth"),
    ("we don't pay for the mistakes of the company", "we do not pay for the mistakes of the company"),
    ("our roof was old", "our house was old"),
    ("we're gonna mend the roof before the winter", "we are going to mend the roof before the winter"),
    ("granny sat under the roof with all the cats", "grannie sat under the roof with all the cats"),
    ("my papa mended the roof with his own hands", "my poppa mended the roof with his own hands"),
    ("then Sergei came and took the roof away", "then Sergey came and took the roof away"),
    ("nobody asked us about the roof of the barn", "the storm took our roof and every slate on it"),
    ("the storm took the whole of our old barn and every slate", "the storm took the barn and every slate"),
]


@pytest.mark.parametrize(("one", "other"), REPLACED)
def test_words_in_the_place_of_others(one: str, other: str) -> None:
    assert has_replaced_words(one, other, 65)
    assert has_replaced_words(other, one, 65)


@pytest.mark.parametrize(("one", "other"), NOT_REPLACED)
def test_nothing_is_replaced(one: str, other: str) -> None:
    """Words left out, other spellings, and utterances that share too little, or have too long a stretch between."""
    assert not has_replaced_words(one, other, 65)
    assert not has_replaced_words(other, one, 65)


def _is_same(one: str, other: str) -> bool:
    return nearness(one, other) >= 96 and not has_other_word(one, other, 70)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_words(one: str, other: str) -> None:
    assert _is_same(one, other)
    assert _is_same(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words(one: str, other: str) -> None:
    assert not _is_same(one, other)
    assert not _is_same(other, one)


def _values(a: str, b: str) -> set[str]:
    cases = api.judge([Example(a=a, b=b, finds=True)])[0]
    return {v for case in cases if case.subject == "pair" for v in case.facts.get("quote", ())}


def test_one_word_for_another_in_one_utterance() -> None:
    left = "“The storm took our roof and every slate on it,” said Ada Pell of Tolmouth."
    assert "conflict/replaced" in _values(left, left.replace("slate", "tile"))
    assert "conflict/replaced" not in _values(left, left.replace(" and every slate on it", ""))


def test_a_nickname_is_no_quotation() -> None:
    left = "Otto “the Badger” Grane was jailed in Tolmouth on Friday for the theft of the organ."
    assert not _values(left, "Otto Grane was jailed in Tolmouth on Friday for the theft of the organ.")
    assert not _values(left, left.replace("the Badger", "Brock"))


def test_a_quoted_word_of_somebody_is_one() -> None:
    left = "Nora Pell called the theft of the organ in Tolmouth “wicked” on Friday."
    assert "only-left" in _values(left, "Nora Pell condemned the theft of the organ in Tolmouth on Friday.")


ALTERED = [
    ("We lost the barn and every horse", "We lost the barn and every sheep"),
    ("I never sold the key", "I never lost the key"),
]
ELSE = [
    ("go to bed", "We shall never be able to get the boat out of the bay"),
    ("nobody paid", "Anybody is glad to pay for the repair of the pier"),
]


@pytest.mark.parametrize(("one", "other"), ALTERED)
def test_an_alteration_leaves_most_words_standing(one: str, other: str) -> None:
    assert is_altered(one, other)
    assert is_altered(other, one)


@pytest.mark.parametrize(("one", "other"), ELSE)
def test_letters_alone_make_no_alteration(one: str, other: str) -> None:
    assert not is_altered(one, other)
    assert not is_altered(other, one)
