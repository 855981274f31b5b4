"""The stories within which articles are compared."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.document import Document
from xcheck.records.report import Report
from xcheck.stories.peers import told_together


def test_two_articles_are_one_story(pile: list[Document]) -> None:
    assert [s.documents for s in told_together([pile[-1], pile[0]])] == [("jeweller-a.txt", "quarry.txt")]


def test_short_articles_are_one_story_among_themselves() -> None:
    briefs = [Document.from_text(text, name=text[:1]) for text in ("A ship sank.", "Bread is dear.", "Cows were sold.")]
    assert [s.documents for s in told_together(briefs)] == [("A", "B", "C")]


@pytest.fixture
def long(pile: list[Document]) -> list[Document]:
    """The pile with each article told at length."""
    return [d.model_copy(update={"text": d.text + ("\n" + d.text.partition("\n\n")[2]) * 2}) for d in pile]


def test_a_short_article_goes_where_it_fits(long: list[Document]) -> None:
    brief = Document.from_text("Inspector Dilys Morgan has praised the staff of Kessel & Daughter.", name="brief.txt")
    found = next(s.documents for s in told_together([*long, brief]) if "brief.txt" in s.documents)
    assert found == ("brief.txt", "jeweller-a.txt", "jeweller-b.txt")


@pytest.fixture
def report(long: list[Document]) -> Report:
    return api.compare([d for d in long if not d.id.startswith("recount")])


def test_no_article_is_held_against_one_of_another_story(report: Report) -> None:
    story = {name: s.id for s in report.stories for name in s.documents}
    assert [s.documents for s in report.stories] == [
        ("jeweller-a.txt", "jeweller-b.txt"),
        ("post-office-a.txt", "post-office-b.txt"),
        ("quarry.txt",),
    ]
    assert any(len(f.claims) == 2 for f in report.findings)
    assert all(len({story[e.document] for e in f.evidence}) == 1 for f in report.findings)
    assert not [f for f in report.findings if f.evidence[0].document == "quarry.txt"]
