"""Sentences of two articles that meet, and whether they make one statement: else a hedge is no divergence."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.engine.load import load_rules
from xcheck.engine.match import holds, shut
from xcheck.records.comparison import Gate
from xcheck.records.rule import Example

(HEDGED,) = (rule for rule in load_rules() if rule.id == "XC001")
DENIED = "The ferry company denied that any of its exits had been locked."
ASKED = (
    "Whether the way out was barred is what the court will ask: the crew says it was, and the ferry company that every "
    "one of its exits could be used."
)


def gates(left: str, right: str) -> dict[str, tuple[Gate, ...]]:
    """What keeps back two claims of which one hedges what the other asserts: between peers, and in a check."""
    (cases,) = api.judge([Example(a=left, b=right, finds=True)])
    return {case.facts["mode"][0]: shut(HEDGED, case) for case in cases if holds(HEDGED, case)}


@pytest.mark.xfail(strict=True, reason="the judge takes an answer and the question about it for one statement")
def test_two_statements_of_one_thing_are_not_held_against_each_other() -> None:
    assert gates(DENIED, ASKED) == {"peers": ("other-statement",), "check": ()}


def test_one_statement_hedged_by_one_side_diverges() -> None:
    lost = "The rowing club of Tarn has {}lost its lease."
    assert gates(lost.format(""), lost.format("probably ")) == {"peers": (), "check": ()}
