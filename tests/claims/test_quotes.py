"""Which marks open and close a quotation, and which are apostrophes, inches or years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.claims import quotes
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.claim import Quote
from xcheck.records.document import Document

Quoted = Callable[[str], tuple[Quote, ...]]


@pytest.fixture(scope="session")
def quoted() -> Quoted:
    """The quotations of a text."""
    return lambda text: quotes.find(analyse([recognise(Document.from_text(text, name="a"))])[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “it’s over” and left.", ["it's over"]),
        ('He said "it\'s over" and left.', ["it's over"]),
        ("He said ''it's over'' and left.", ["it's over"]),
        ("He said «it is over» and left.", ["it is over"]),
        ("He said 'it's over' and left.", ["it's over"]),
        ("He said ‘the miners’ fund’ was empty.", ["the miners' fund"]),
        ("He said “she told me ‘no’ twice” and left.", ["she told me 'no' twice"]),
        ('He said "it was “dire” there" and left.', ['it was "dire" there']),
        ('The “work-related" mail and the “other” one.', ["work-related", "other"]),
        ("The ’90s were the miners’ best years, and they don’t forget.", []),
        ("“It is over,” he said, “or nearly…”", ["It is over", "or nearly..."]),
        ("“They told me ‘no’”, he said.", ["They told me 'no'"]),
        ("He spoke of a “rock—and a hard place”.", ["rock-and a hard place"]),
        ("A stray “mark opens and never closes.", []),
    ],
)
def test_marks(quoted: Quoted, text: str, words: list[str]) -> None:
    assert [q.words for q in quoted(text)] == words


def test_a_quotation_over_paragraphs_is_one_a_paragraph(quoted: Quoted) -> None:
    found = quoted("“We warned them in March.\n\n“We warned them again,” said Reed.\n")
    assert [q.words for q in found] == ["We warned them in March.", "We warned them again"]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The “miracle mortar” crumbled within weeks.", True),
        ("Reed called it “a wreck”.", False),
        ("The sign on the wall was “in no way meant to frighten the children”.", False),
        ("A voice from the back: “No.”", False),
    ],
)
def test_scare_quotes(quoted: Quoted, text: str, *, scare: bool) -> None:
    assert [q.scare for q in quoted(text)] == [scare]


def test_marks_are_part_of_the_span(quoted: Quoted) -> None:
    text = "Reed called it “a wreck”."
    (found,) = quoted(text)
    assert text[found.start : found.end] == found.text == "“a wreck”"


def test_a_long_run_of_marks_takes_no_longer_than_it_should(quoted: Quoted) -> None:
    found = quoted("He said 'a' " * 2000)
    assert len(found) == 2000
