"""Descriptions and pronouns: what they mean where that is clear, and nothing where it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Meant = Callable[[str], dict[str, str | None]]


def test_a_role_means_the_one_who_holds_it(meant: Meant) -> None:
    found = meant("Coroner Ruth Ambler opened the inquest. The coroner heard four witnesses.")
    assert found["The coroner"] == "ruth ambler"


def test_two_holders_leave_it_open(meant: Meant) -> None:
    text = "Finance Minister Ann Roe and Transport Minister Ben Tor met. The minister left early."
    assert "The minister" not in meant(text)


def test_its_portfolio_tells_which(meant: Meant) -> None:
    text = "Finance Minister Ann Roe and Transport Minister Ben Tor met. The transport minister left early."
    assert meant(text)["The transport minister"] == "ben tor"


def test_somebody_else_brought_in_without_a_name_leaves_it_open(meant: Meant) -> None:
    text = "Lorry driver Paul Sedge was hurt. A driver of a bus behind him stopped. The driver called for help."
    assert "The driver" not in meant(text)


def test_a_body_by_what_it_is(meant: Meant) -> None:
    found = meant("The Dockers’ Union met on Friday. The union wants a rise of 5 per cent.")
    assert found["The union"] == "dockers union"


def test_a_body_by_an_apposition(meant: Meant) -> None:
    found = meant("Open Skies, the pressure group that called the march, thanked the crowd. The group plans another.")
    assert found["The group"] == "open skies"


def test_known_as(meant: Meant) -> None:
    found = meant("The union, known as FERN, rejected the deal. On Monday the union balloted its members.")
    assert found["the union"] == "fern"


@pytest.mark.parametrize(
    ("text", "pronoun", "key"),
    [
        ("Harriet Coyle opened the mill. She thanked the builders.", "She", "harriet coyle"),
        ("Stephen Coyle said that he would appeal.", "he", "stephen coyle"),
        ("Harriet Coyle met Stephen Marsh. She was early.", "She", "harriet coyle"),
        ("Harriet Coyle met Stephen Marsh. He was late.", "He", "stephen marsh"),
        ("Ms Ferreira Okoro spoke. Her speech was short.", "Her", "ferreira okoro"),
        ("The Dockers’ Union said it would consult members.", "it", "dockers union"),
        ("Norway said its fleet would sail.", "its", "norway"),
        ("Spokeswoman Kim Adeyo declined to comment. She left.", "She", "kim adeyo"),
    ],
)
def test_a_pronoun_whose_meaning_is_clear(meant: Meant, text: str, pronoun: str, key: str) -> None:
    assert meant(text)[pronoun] == key


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Stephen Coyle shouted at David Marsh while Peter Lund and Adam Frost watched. It rained.", "It"),
        ("Stephen Coyle and David Marsh argued. He left the room.", "He"),
        ("Harriet Coyle resigned. He said nothing.", "He"),
        ("Harriet Coyle wrote to the bank. A clerk read the letter. She was shocked.", "She"),
        ("It is likely that Norway will sign.", "It"),
    ],
)
def test_a_doubtful_pronoun_means_nobody(meant: Meant, text: str, pronoun: str) -> None:
    assert pronoun not in meant(text)


def test_a_quotation_speaks_of_its_speaker(meant: Meant) -> None:
    found = meant("“We will rebuild the pier,” said Harriet Coyle. “I promised that.”")
    assert found["We"] == "harriet coyle"
    assert found["I"] == "harriet coyle"


def test_a_pronoun_is_not_its_own_subject(meant: Meant) -> None:
    found = meant("Stephen Coyle praised Peter Lund. Stephen Coyle then thanked him.")
    assert found["him"] == "peter lund"
