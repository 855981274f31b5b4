"""A rule is found by what a user calls it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.engine.lookup import called
from xcheck.errors import UsageError
from xcheck.records.rule import Rule

MakeRule = Callable[..., Rule]


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
