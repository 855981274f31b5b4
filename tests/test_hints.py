"""The word that was probably meant."""

from __future__ import annotations

import pytest

from xcheck.hints import hint, nearest


@pytest.mark.parametrize(
    ("word", "expected"),
    [("severty", "severity"), ("message", "message"), ("zzz", None), ("", None)],
)
def test_the_nearest_known_word(word: str, expected: str | None) -> None:
    assert nearest(word, ["message", "severity", "summary"]) == expected


def test_a_hint_asks_only_when_a_word_is_near() -> None:
    assert hint("sumary", ["summary"]) == " (did you mean 'summary'?)"
    assert hint("qqq", ["summary"]) == ""
