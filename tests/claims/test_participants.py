"""Who did what to whom: passives turned round, events in nouns opened, names resolved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.claims import clauses, participants
from xcheck.claims.clauses import Clause
from xcheck.entities import names
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.claim import Participant
from xcheck.records.document import Document

Parts = Callable[[str, str], dict[str, str]]


def _participants(text: str, root: str) -> tuple[Participant, ...]:
    analysis = analyse([recognise(Document.from_text(text, name="a"))])[0]
    clause: Clause = next(c for c in clauses.find(analysis) if c.root.text == root)
    return participants.of(clause, names.resolve(analysis), text)


@pytest.fixture(scope="session")
def parts() -> Parts:
    """The parts of the clause headed by a word, each with the entity or head that fills it."""

    def found(text: str, root: str) -> dict[str, str]:
        filled: dict[str, str] = {}
        for p in _participants(text, root):
            filled.setdefault(p.part, p.entity or p.head)
        return filled

    return found


def test_subject_and_object(parts: Parts) -> None:
    assert parts("Ann Roe sold the mill.", "sold") == {"agent": "ann roe", "patient": "mill"}


def test_a_passive_is_turned_round(parts: Parts) -> None:
    assert parts("The mill was sold by Ann Roe.", "sold") == {"agent": "ann roe", "patient": "mill"}


def test_a_shortened_relative_is_passive_too(parts: Parts) -> None:
    found = parts("The mill sold by Ann Roe burned down.", "sold")
    assert (found["agent"], found["patient"]) == ("ann roe", "mill")


def test_a_recipient(parts: Parts) -> None:
    found = parts("Norway gave 40 trucks to Estonia.", "gave")
    assert (found["agent"], found["patient"], found["recipient"]) == ("norway", "truck", "estonia")


def test_an_attribute(parts: Parts) -> None:
    assert parts("Ann Roe is the mayor.", "is") == {"agent": "ann roe", "attribute": "mayor"}


def test_coordination_shares_the_subject(parts: Parts) -> None:
    assert parts("Ann Roe sold the mill and bought a farm.", "bought") == {"agent": "ann roe", "patient": "farm"}


def test_a_pronoun_is_resolved(parts: Parts) -> None:
    assert parts("Ann Roe resigned. She sold the mill.", "sold")["agent"] == "ann roe"


def test_an_infinitive_completes_its_verb(parts: Parts) -> None:
    assert parts("Norway agreed to sell the ferries.", "agreed")["patient"] == "ferry"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Workers cut the cable on the orders of Tarn Lines.", ["tarn lines"]),
        ("Ann Roe sold Ida Moss's mill with the help of Norway.", ["ann roe", "ida moss", "norway"]),
        ("Ann Roe sold the house of Ann Roe.", ["ann roe"]),
    ],
)
def test_a_name_inside_the_phrase_of_another_takes_part(text: str, entities: list[str]) -> None:
    root = "cut" if "cut" in text else "sold"
    assert sorted(p.entity for p in _participants(text, root) if p.entity) == entities


def test_an_event_in_a_noun(parts: Parts) -> None:
    assert parts("Tarnow’s purchase of two shipyards was blocked.", "purchase") == {
        "agent": "tarnow",
        "patient": "shipyard",
    }


def test_an_event_with_a_doer_after_by(parts: Parts) -> None:
    found = parts("The rejection of the offer by Norway ended the talks.", "rejection")
    assert (found["agent"], found["patient"]) == ("norway", "offer")


def test_every_member_of_a_list_takes_part() -> None:
    found = _participants("Ann Roe and Ben Tor sold the mill and the farm.", "sold")
    assert [p.entity for p in found if p.part == "agent"] == ["ann roe", "ben tor"]
    assert [p.head for p in found if p.part == "patient"] == ["mill", "farm"]


def test_kinds() -> None:
    found = _participants("The nurse told the villagers that the council had met Ann Roe.", "told")
    assert {p.head: p.kind for p in found} == {"nurse": "person", "villager": "group"}


def test_the_words_of_a_participant_lie_in_the_text() -> None:
    text = "The owner of the old mill, who lives abroad, sold two of its wheels to a museum in Kent."
    assert all(text[p.start : p.end] == p.text for p in _participants(text, "sold"))
