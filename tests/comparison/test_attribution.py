"""Who is credited: a name against those who go without one."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.rule import Example

NAMED = "Judge Ada Lunde said that the dam had been mined."


def values(a: str, b: str) -> set[str]:
    cases = api.judge([Example(a=a, b=b, finds=True)])[0]
    return {v for case in cases if case.subject == "pair" for v in case.facts.get("attribution", ())}


@pytest.mark.parametrize(
    "said",
    [
        "Sources said that the dam had been mined.",
        "The dam had been mined, anonymous officials said.",
        "People familiar with the matter said that the dam had been mined.",
        "According to media reports, the dam had been mined.",
        "The dam had been mined, said a clerk, on condition of anonymity.",
    ],
)
def test_a_source_that_keeps_its_name_back_is_another_than_one_that_gives_it(said: str) -> None:
    assert "conflict/unnamed" in values(NAMED, said)
    assert "conflict/unnamed" in values(said, NAMED)


@pytest.mark.parametrize(
    "said", ["A judge said that the dam had been mined.", "Officials said that the dam had been mined."]
)
def test_whom_a_word_may_mean_is_no_other_source(said: str) -> None:
    assert "conflict/unnamed" not in values(NAMED, said)


def test_two_statements_may_have_two_sources() -> None:
    assert "conflict/unnamed" not in values(NAMED, "Sources said that the bakers of Orle would strike.")
