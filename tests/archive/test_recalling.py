"""The stored articles that speak of what a draft says."""

from __future__ import annotations

from datetime import date

import pytest

from xcheck import api
from xcheck.archive.recalling import Recalled, Wanted, recall
from xcheck.archive.searching import Period
from xcheck.archive.store import Store
from xcheck.drafts.binding import Bound
from xcheck.options import Options
from xcheck.records.document import Document

DRAFT = "Fourteen people died in the Orwen flood, its mayor told reporters."


def _recalled(store: Store, text: str, period: Period | None = None, limit: int = 8) -> list[Recalled]:
    draft = Document.from_text(text, name="draft.md", published=date(2024, 3, 6))
    extracted = api.extract([draft])["draft.md"]
    return recall(store, draft, extracted, Wanted(period or Period(), limit, "now"))


def _names(found: list[Recalled]) -> list[str]:
    return [r.entry.name for r in found]


def test_those_are_recalled_that_speak_of_the_matter_and_no_others(stored: Store) -> None:
    assert set(_names(_recalled(stored, DRAFT))) == {"flood-first.txt", "flood-second.txt"}


def test_each_sentence_brings_its_own_article(stored: Store) -> None:
    both = f"{DRAFT}\n\nDockers walked out at Port Aldery over night shifts."
    assert {"strike.txt"} < {*_names(_recalled(stored, both))}
    assert "strike.txt" in _names(_recalled(stored, both, limit=2))


@pytest.mark.parametrize(
    ("period", "names"),
    [
        (Period(since=date(2024, 3, 5)), {"flood-second.txt"}),
        (Period(outlet="Orwen Herald"), {"flood-first.txt"}),
        (Period(since=date(2025, 1, 1)), set[str]()),
    ],
)
def test_only_what_is_asked_for_is_recalled(stored: Store, period: Period, names: set[str]) -> None:
    assert {*_names(_recalled(stored, DRAFT, period))} == names


def test_nothing_is_recalled_for_what_nobody_has_told(stored: Store) -> None:
    assert _recalled(stored, "A choir from Brennick won the singing contest.") == []


def test_an_article_is_not_held_against_itself(stored: Store) -> None:
    text = "The flood at Orwen killed 12 people, the mayor said.\n\nThe river Tessel had burst its banks at night."
    draft = Document.from_text(text, name="x.txt", published=date(2024, 3, 4)).model_copy(
        update={"outlet": "Orwen Herald"}
    )
    found = recall(stored, draft, api.extract([draft])["x.txt"], Wanted(Period(), 8, "now"))
    assert _names(found) == ["flood-second.txt"]


def test_what_another_version_has_read_is_not_taken_as_known(stored: Store) -> None:
    draft = Document.from_text(DRAFT, name="draft.md")
    own = api.extract([draft])["draft.md"]
    assert {r.extracted for r in recall(stored, draft, own, Wanted(Period(), 8, "later"))} == {None}


def test_stored_claims_give_the_findings_that_reading_anew_gives(stored: Store) -> None:
    draft = Document.from_text(DRAFT, name="draft.md", published=date(2024, 3, 6))
    found = _recalled(stored, DRAFT)
    bound = [Bound(draft, tuple(r.document for r in found))]
    extracted = {r.document.id: r.extracted for r in found if r.extracted}
    assert len(extracted) == len(found)
    ids = frozenset(extracted)
    assert api.check_drafts(bound, Options(extracted=extracted, stored=ids)) == api.check_drafts(
        bound, Options(stored=ids)
    )
