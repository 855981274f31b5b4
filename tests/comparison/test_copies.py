"""Copies of one sentence that differ in a figure alone, however each was cut into clauses."""

from __future__ import annotations

from xcheck import api
from xcheck.records.rule import Example


def quantities(a: str, b: str) -> set[str]:
    cases = api.judge([Example(a=a, b=b, finds=True)])[0]
    return {v for case in cases if case.subject == "pair" for v in case.facts.get("quantity", ())}


def test_copies_cut_in_two_ways_are_held_against_each_other_all_the_same() -> None:
    exact, bound = (f"In Orrin the landslide killed {n} people." for n in ("30", "at least 30"))
    assert "narrower/precision" in quantities(exact, bound)
    assert "wider/precision" in quantities(bound, exact)
