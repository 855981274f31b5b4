"""An older figure of a stored article is an update where a newer one is known."""

from __future__ import annotations

from datetime import date

import pytest

from xcheck import api
from xcheck.drafts.binding import Bound
from xcheck.options import Options
from xcheck.records.document import Document
from xcheck.records.finding import Finding

SAID = "The flood at Orwen killed {} people, the mayor said."
HISTORY = "was 12 people on 4 March, 14 people on 5 March"


def _article(name: str, figure: str, day: int, year: int = 2024) -> Document:
    return Document.from_text(SAID.format(figure), name=name, published=date(year, 3, day))


OLD, NEW = _article("old.txt", "12", 4), _article("new.txt", "14", 5)


def _figures(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    """The findings about figures, by the stored article that they are about."""
    told = [f for f in findings if (f.kind, f.type) == ("divergence", "quantity")]
    return {next(e.document for e in f.evidence if e.document.endswith(".txt")): f for f in told}


def _checked(figure: str, *sources: Document, stored: bool = True) -> dict[str, Finding]:
    draft = _article("draft.md", figure, 6)
    ids = frozenset(s.id for s in sources) if stored else frozenset[str]()
    return _figures(api.check_drafts([Bound(draft, sources)], Options(stored=ids)).findings)


def test_an_older_figure_is_an_update_where_a_newer_source_has_the_drafts() -> None:
    found = _checked("14", OLD, NEW)
    assert [*found] == ["old.txt"]
    assert (found["old.txt"].severity, found["old.txt"].message) == (
        "note",
        f"An older figure, which has moved on: {HISTORY}.",
    )


def test_a_draft_with_the_older_figure_contradicts_the_newest() -> None:
    found = _checked("12", OLD, NEW)
    assert [*found] == ["new.txt"]
    assert found["new.txt"].severity == "error"
    assert found["new.txt"].message.endswith(f"The figure has moved on: {HISTORY}.")


def test_a_figure_of_nobody_contradicts_the_newest_alone() -> None:
    found = _checked("13", OLD, NEW)
    assert {name: f.severity for name, f in found.items()} == {"old.txt": "note", "new.txt": "error"}


@pytest.mark.parametrize(
    "sources",
    [
        (OLD,),  # a draft's own figure is what is in question
        (OLD, _article("new.txt", "14", 4)),  # two articles of one day
        (OLD, NEW.model_copy(update={"published": None})),
        (OLD, _article("new.txt", "twelve", 5)),  # the same figure
        (OLD, Document.from_text("The strike at Talmar cost 14 jobs.", name="new.txt", published=date(2024, 3, 5))),
    ],
)
def test_a_conflict_stays_one_where_no_newer_figure_is_known(sources: tuple[Document, ...]) -> None:
    assert _checked("13", *sources)["old.txt"].severity == "error"


def test_sources_that_no_archive_brings_are_held_against_as_before() -> None:
    assert _checked("13", OLD, NEW, stored=False)["old.txt"].severity == "error"


def test_two_figures_of_one_day_are_no_history() -> None:
    found = _checked("13", OLD, _article("new.txt", "14", 4))
    assert not any("moved on" in f.message for f in found.values())


def test_a_headline_that_leaves_the_unit_out_is_no_step_of_its_own() -> None:
    text = f"Flood at Orwen kills 12\n\n{SAID.format(12)}"
    old = Document.from_text(text, name="old.txt", published=date(2024, 3, 4))
    assert _checked("13", old, NEW)["new.txt"].message.endswith(f": {HISTORY}.")


def test_headline_and_text_of_a_stored_article_give_one_note() -> None:
    """The headline leaves the unit out, and so its own history has other words."""
    told = "Flood at Orwen kills {0}\n\n" + SAID.replace("{}", "{0}")
    old = Document.from_text(told.format(12), name="old.txt", published=date(2024, 3, 4))
    draft = Document.from_text(told.format(14), name="draft.md", published=date(2024, 3, 6))
    report = api.check_drafts([Bound(draft, (old, NEW))], Options(stored=frozenset({"old.txt", "new.txt"})))
    (note,) = [f for f in report.findings if "moved on" in f.message]
    assert note.message.endswith(f": {HISTORY}.")
    headline = next(c for c in report.claims if c.sentence.text == "Flood at Orwen kills 12")
    assert headline.state == "diverging"


def test_two_articles_with_the_same_older_figure_have_a_note_each() -> None:
    assert {*_checked("14", OLD, _article("older.txt", "12", 3), NEW)} == {"old.txt", "older.txt"}


def test_years_are_told_where_they_differ() -> None:
    found = _checked("14", _article("old.txt", "12", 4, 2023), NEW)
    assert "was 12 people on 4 March 2023, 14 people on 5 March 2024" in found["old.txt"].message


def test_a_new_article_is_itself_a_newer_source() -> None:
    report = api.compare_articles([_article("fresh", "14", 6), OLD], Options(stored=frozenset({"old.txt"})))
    assert _figures(report.findings)["old.txt"].severity == "note"


def test_to_fall_back_to_a_figure_of_before_is_no_update() -> None:
    report = api.compare_articles(
        [_article("fresh", "12", 6), OLD, NEW], Options(stored=frozenset({"old.txt", "new.txt"}))
    )
    assert _figures(report.findings)["new.txt"].severity == "error"


def test_stored_articles_are_not_held_against_each_other() -> None:
    report = api.compare_articles(
        [_article("fresh", "14", 6), OLD, NEW], Options(stored=frozenset({"old.txt", "new.txt"}))
    )
    assert all("fresh" in {e.document for e in f.evidence} for f in report.findings)
    assert any("new.txt" in {e.document for e in f.evidence} for f in report.findings)
