"""The table of countries, held against the library that it comes from; metonyms and geography."""

from __future__ import annotations

import pytest
from countryinfo import all_countries

from xcheck.entities import gazetteer as tables
from xcheck.entities import geography
from xcheck.entities.gazetteer import country_name, is_country, known
from xcheck.nlp.folding import fold


def test_every_sovereign_country_of_the_library_is_known_under_its_name() -> None:
    unknown = {c.name() for c in all_countries() if c.iso() and (c.population() or 0) > 300_000}
    unknown = {name for name in unknown if name not in _LEFT_OUT and not is_country(getattr(known(name), "key", ""))}
    assert unknown == set()


# Names under which the library lists a country twice, or that news writes otherwise ("North Macedonia").
_LEFT_OUT = {
    "Republic of Macedonia", "Serbia and Montenegro", "Palestine, State of", "Burma", "Martinique", "Guadeloupe",
    "French Guiana", "Antilles néerlandaises",
}  # fmt: skip


def test_capitals_are_those_of_the_library() -> None:
    checked = 0
    for country in all_countries():
        capital, here = country.capital(), known(country.name())
        entry = known(capital) if isinstance(capital, str) and capital else None
        if here is not None and entry is not None and entry.sense == "capital":
            assert entry.key == here.key, capital
            checked += 1
    assert checked > 150


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("the United States", "united states"),
        ("U.S.", "united states"),
        ("American", "united states"),
        ("Czechs", "czech republic"),
        ("Czechia", "czech republic"),
        ("Holland", "netherlands"),
        ("Dutch", "netherlands"),
        ("DPRK", "north korea"),
        ("Kremlin", "russia"),
        ("Norwegian", "norway"),
        ("Côte d’Ivoire", "ivory coast"),
        ("Welsh", "wales"),
    ],
)
def test_names_demonyms_and_metonyms_meet(written: str, key: str) -> None:
    entry = known(written)
    assert entry is not None
    assert entry.key == key


@pytest.mark.parametrize("word", ["us", "who", "it", "un", "car"])
def test_a_short_acronym_counts_in_capitals_only(word: str) -> None:
    assert known(word) is None
    assert word == "it" or known(word.upper()) is not None


def test_an_ambiguous_seat_has_candidates() -> None:
    brussels = known("Brussels")
    assert brussels is not None
    assert set(brussels.candidates) == {"european union", "belgium"}


def test_containment_reaches_from_town_to_continent() -> None:
    assert geography.around("leeds") == ("england", "united kingdom", "europe")
    assert geography.country_of("leeds") == "united kingdom"
    assert geography.country_of("oslo") == "norway"
    assert geography.country_of("nowhere in particular") is None


def test_no_place_contains_itself() -> None:
    assert all(name not in geography.around(name) for name in geography.places())


def test_every_key_folds_to_itself() -> None:
    assert [k for k in tables._table() if fold(k) != k] == []
    assert all(country_name(k) for k in tables._table())
