"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.engine.nearest import called, hint, nearest
from xcheck.errors import UsageError
from xcheck.records.rule import Rule

MakeRule = Callable[..., Rule]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("severty", "severity"), ("message", "message"), ("zzz", None), ("", None)],
)
def test_the_nearest_known_word(word: str, expected: str | None) -> None:
    assert nearest(word, ["message", "severity", "summary"]) == expected


def test_a_hint_asks_only_when_a_word_is_near() -> None:
    assert hint("sumary", ["summary"]) == " (did you mean 'summary'?)"
    assert hint("qqq", ["summary"]) == ""


def test_a_rule_is_called_by_id_or_name(rule: MakeRule) -> None:
    rules = [rule(), rule(id="XQ901", name="other-count")]
    assert called(rules, "xq901").id == "XQ901"
    assert called(rules, "Ferry-Count-Differs").id == "XQ900"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("XQ9O0", r"no rule is called 'XQ9O0': did you mean XQ900 \(ferry-count-differs\)\?"),
        ("fery-count", r"did you mean XQ900"),
        ("????", r"see 'xcheck rules list'"),
    ],
)
def test_a_miss_names_the_nearest_rule(rule: MakeRule, word: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        called([rule()], word)
