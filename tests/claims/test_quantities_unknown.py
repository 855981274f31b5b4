"""Statements that a figure is not known, and their near misses."""

from __future__ import annotations

import pytest

from xcheck.claims.quantity import quantities
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.document import Document


def unknown(text: str) -> list[str | None]:
    (analysis,) = analyse([recognise(Document.from_text(text, name="a", published=None))])
    found = [q for q in quantities.find(analysis) if q.status == "unknown"]
    assert all(q.low is q.high is None for q in found)
    assert all(text[q.start : q.end] == q.text for q in found)
    return [q.counted for q in found]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The exact number of Norland soldiers remains unclear.", "soldier"),
        ("The size of the crowd at Orle is not known.", "crowd"),
        ("It is not known how many crew were aboard.", "crew"),
        ("How many divers were hurt is not known.", "diver"),
        ("How many troops were sent has not been disclosed by the ministry.", "troop"),
        ("The firm did not disclose the cost of the bridge.", "cost"),
        ("There is no reliable figure for the missing divers.", "diver"),
        ("Rangers were unable to count how many of the goats had survived.", "goat"),
        ("The abbey would not put a number on the price of the roof.", "price"),
        ("The company declined to say how many jobs would go.", "job"),
        ("The death toll is unclear.", "death"),
        ("Casualty figures could not be independently verified.", "casualty"),
        ("An undisclosed number of rifles was seized.", "rifle"),
        ("The club paid an undisclosed fee.", "fee"),
        ("Nobody knows how many homes were lost.", "home"),
        ("The total number of ships that were damaged in the storm is still unknown, the port said.", "ship"),
        ("How long the strike will last is uncertain.", "duration"),
        ("The bank is yet to confirm the number of customers affected.", "customer"),
        ("The number of tickets sold is disputed by the promoter.", "ticket"),
        ("It is not clear how much oil has leaked.", "oil"),
    ],
)
def test_stated_unknown(text: str, counted: str) -> None:
    assert unknown(text) == [counted]


@pytest.mark.parametrize(
    "text",
    [
        "The number of kites rose but the cause remains unclear.",
        "The minister did not say that the number of ferries would fall.",
        "The firm did not say the cost would rise.",
        "It was uncertain why the mayor left.",
        "The number of injured rose to 40, and it is unclear who fired.",
        "The number of jobs is known.",
        "She knows how many boats left.",
    ],
)
def test_not_a_stated_unknown(text: str) -> None:
    assert unknown(text) == []


def test_the_seed_article_states_an_unknown() -> None:
    assert unknown("The exact number of North Korean soldiers remains unclear.") == ["soldier"]
