"""What a draft says against its source in ways that are asked of drafts alone: the rules that speak."""

from __future__ import annotations

import pytest

import xcheck
from xcheck.comparison.speakers import are_apart


def rules(draft: str, source: str) -> set[str]:
    """The rules that a draft breaks."""
    documents = [xcheck.Document.from_text(text, name=name) for text, name in ((draft, "draft"), (source, "source"))]
    return {f.rule for f in xcheck.check(documents[0], against=documents[1:]).findings}


def peers(one: str, other: str) -> set[str]:
    """The rules that two articles break between them."""
    documents = [xcheck.Document.from_text(text, name=name) for text, name in ((one, "a"), (other, "b"))]
    return {f.rule for f in xcheck.compare(documents).findings}


CUT = [
    (
        "“The well will be dry by June,” said the smith, Odo Fenn.",
        "“The well will be dry by June, unless it rains,” said the smith, Odo Fenn.",
    ),
    ("“The well is dry,” said Odo Fenn.", "“The well is dry,” said the smith, Odo Fenn, “but only at the top.”"),
    ("Odo Fenn said that “people drink from the old well”.", "“Few people drink from the old well,” said Odo Fenn."),
]


@pytest.mark.parametrize(("draft", "source"), CUT)
def test_a_quotation_cut_before_its_limit_is_found_in_a_draft(draft: str, source: str) -> None:
    assert "XW003" in rules(draft, source)
    assert "XW003" not in peers(draft, source)


def test_a_quotation_that_keeps_its_limit_or_has_none_is_not() -> None:
    assert "XW003" not in rules(
        "“The well is dry,” said Odo Fenn.", "“The well is dry, and so is the pond,” said Odo Fenn."
    )
    kept = "“The well will be dry,” said Odo Fenn, unless it rains."
    assert "XW003" not in rules(kept, "“The well will be dry,” said Odo Fenn, “unless it rains.”")


def test_words_quoted_from_one_are_not_another_speakers() -> None:
    source = "“It smells of rust,” said the cook, Ilse Tarn. The smith, Odo Fenn, shrugged."
    assert "XW004" in rules("“It smells of rust,” said the smith, Odo Fenn.", source)
    assert "XW004" in rules(
        "The smell was “wet rust”, the baker said.", "The cook, Ilse Tarn, said that it was “wet rust”."
    )
    assert "XW004" not in rules("“It smells of rust,” said the cook.", source)


def test_who_reads_out_a_letter_has_not_written_it() -> None:
    read = "The clerk, Ilse Tarn, read from a letter by the smith Odo Fenn: “I owe nobody a penny.”"
    assert not rules("“I owe nobody a penny,” Odo Fenn wrote.", read) & {"XW004", "XS001"}


def test_a_statement_under_a_speaker_of_another_kind() -> None:
    source = "The child's grandfather told the inquiry that the gate had been open."
    assert "XS004" in rules("The gate had been open, the child's stepmother told the inquiry.", source)
    assert "XS004" not in rules("The gate had been open, her grandad told the inquiry.", source)
    assert "XS004" not in peers("The gate had been open, the child's stepmother told the inquiry.", source)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the uncle", "the aunt", True),
        ("the tenant’s solicitor", "the landlord’s solicitor", True),
        ("a police spokeswoman", "the coroner", True),
        ("Ilse Tarn", "Odo Fenn", True),
        ("a police spokeswoman", "Officers", False),
        ("a spokesman for the coastguard", "the coastguard", False),
        ("the surgeon, Ilse Tarn", "a doctor", False),
        ("Ilse Tarn", "Tarn", False),
        ("Ilse Tarn", "the surgeon", False),
        ("she", "Odo Fenn", False),
        ("a friend", "the postman", False),
    ],
)
def test_speakers_apart(one: str, other: str, *, apart: bool) -> None:
    assert are_apart(one, other) == apart
    assert are_apart(other, one) == apart
