"""What WordNet knows of two words, in any inflection and in both orders."""

from __future__ import annotations

import pytest

from xcheck.nlp.wordnet import is_of, relation

ROWS = [
    ("lorries", "truck", "below"),
    ("purchased", "buy", "same"),
    ("decision", "decide", "same"),
    ("call-off", "cancel", "same"),
    ("animal", "dog", "above"),
    ("upstream", "downstream", "opposite"),
    ("temporary", "permanent", "opposite"),
    ("kitchen", "bedroom", "sisters"),
    ("kill", "lease", "unrelated"),
    ("zyzzle", "dog", "unknown"),
]
TURNED = {"above": "below", "below": "above"}


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS)
def test_two_words_stand_to_each_other_as_wordnet_says(one: str, other: str, wanted: str) -> None:
    assert relation(one, other) == wanted
    assert relation(other, one) == TURNED.get(wanted, wanted)


def test_a_verb_with_a_particle_is_a_verb() -> None:
    assert is_of("call-off", "v")
    assert not is_of("call-under", "v")
