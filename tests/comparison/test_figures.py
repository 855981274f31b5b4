"""Figures of two articles: which are of one thing, and what their agreement is worth."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.rule import Example


def values(a: str, b: str) -> set[str]:
    (cases,) = api.judge([Example(a=a, b=b, finds=True)])
    return {v for case in cases if case.subject == "pair" for v in case.facts.get("quantity", ())}


RATE = "The cost of living in Orle will go up by 4.1 percent on average next year, the central bank's governor said."
FORECAST = "Next year, the governor of the central bank said, inflation in Orle will average {} per cent."


def test_one_measure_of_an_economy_under_two_names() -> None:
    assert "conflict/measure" in values(RATE, FORECAST.format("4.6"))


def test_another_measure_of_the_economy_is_another_question() -> None:
    told = "Next year, the governor of the central bank of Orle expects, wages will be 4.6 per cent higher."
    assert "conflict" not in values(RATE, told)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("120 hives", "120 hives", "same/telling"),
        ("7 hives", "7 hives", "same"),
        ("7.5 tonnes of honey", "7.5 tonnes of honey", "same/telling"),
        ("just over 100 hives", "112 hives", "narrower"),
        ("just over 100 hives", "240 hives", "conflict/count"),
        ("more than 100 hives", "240 hives", "narrower"),
        ("2.3 percent of its honey", "two percent of its honey", "compatible/rough"),
    ],
)
def test_two_figures_of_one_thing(one: str, other: str, outcome: str) -> None:
    told = "The beekeeper of Orle sold {} to a dealer from Tarn on Friday."
    found = values(told.format(one), told.format(other)) | values(told.format(other), told.format(one))
    assert outcome in found
    assert ("conflict" in found) == outcome.startswith("conflict")


def test_equal_measures_of_two_times_are_two() -> None:
    left = "The ferry line's profits rose by 3.1 percent in September, its treasurer said."
    assert "same" in values(left, "In September, the treasurer said, profits of the ferry line rose 3.1 per cent.")
    assert "same" not in values(left, "Profits of the ferry line rose by 3.1 per cent in 2031.")


def test_a_length_that_says_when_is_no_length() -> None:
    left = "The quarry at Orle was given three years to fill its pit, the council said."
    assert "same" not in values(left, "The quarry at Orle was told to fill its pit three years ago.")
