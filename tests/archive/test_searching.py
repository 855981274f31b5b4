"""Articles are found by words, names, days and outlets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from xcheck.archive.searching import Period, document_of, entries, named, search
from xcheck.archive.store import Store
from xcheck.errors import InputError


def _found(store: Store, *words: str, entity: str | None = None, limit: int = 9, **period: Any) -> list[str]:
    return [hit.entry.name for hit in search(store, words, entity, Period(**period), limit)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("flood",), ["flood-second.txt", "flood-first.txt"]),
        (("floods", "killing"), ["flood-second.txt", "flood-first.txt"]),
        (("12", "people"), ["flood-first.txt"]),
        (("2,000",), ["museum.txt"]),
        (("2000",), ["museum.txt"]),
        (("port aldery",), ["strike.txt"]),
        (("aldery port",), []),
        (("flood", "river"), []),
        (('flood" OR "museum',), []),
        (("-", "flood"), ["flood-second.txt", "flood-first.txt"]),
    ],
)
def test_words_are_found_in_one_paragraph_in_any_form(stored: Store, words: tuple[str, ...], names: list[str]) -> None:
    assert _found(stored, *words) == names


@pytest.mark.parametrize(
    ("entity", "names"), [("Ada Brandt", ["strike.txt"]), ("brandt", ["strike.txt"]), ("Ada Falk", []), ("Brand", [])]
)
def test_an_entity_is_found_by_words_of_its_name(stored: Store, entity: str, names: list[str]) -> None:
    assert _found(stored, entity=entity) == names


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ({}, ["flood-second.txt", "flood-first.txt", "strike.txt", "museum.txt"]),
        ({"since": date(2024, 3, 5)}, ["flood-second.txt"]),
        ({"until": date(2024, 3, 4)}, ["flood-first.txt", "strike.txt"]),
        ({"since": date(2024, 3, 4), "until": date(2024, 3, 4)}, ["flood-first.txt"]),
        ({"outlet": "orwen herald"}, ["flood-first.txt", "strike.txt"]),
        ({"outlet": "Orwen Herald", "since": date(2024, 1, 1)}, ["flood-first.txt"]),
        ({"outlet": "Orwen"}, []),
    ],
)
def test_days_and_outlets_choose_the_latest_first(stored: Store, period: dict[str, Any], names: list[str]) -> None:
    assert _found(stored, **period) == names
    assert [e.name for e in entries(stored, Period(**period))] == names


def test_conditions_hold_together_and_the_limit_keeps_the_latest(stored: Store) -> None:
    assert _found(stored, "flood", outlet="Orwen Herald") == ["flood-first.txt"]
    assert _found(stored, "walked", entity="Brandt", since=date(2024, 1, 1)) == []
    assert _found(stored, limit=2) == ["flood-second.txt", "flood-first.txt"]


def test_a_hit_shows_the_paragraph(stored: Store) -> None:
    (hit,) = search(stored, ["river"], None, Period(), 9)
    assert hit.passage == "The river Tessel had burst its banks at night."
    assert search(stored, [], "brandt", Period(), 9)[0].passage is None


def test_an_article_is_called_by_name_and_day(stored: Store) -> None:
    assert document_of(stored, named(stored, "strike.txt")).id == "strike.txt (1 June 2023)"
    assert document_of(stored, named(stored, "museum.txt")).id == "museum.txt (archive)"
    with pytest.raises(InputError, match=r"no article is called lost\.txt: see xcheck archive list"):
        named(stored, "lost.txt")
