"""People, bodies and places: countries, offices, titles, given names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from xcheck.nlp.lexicons.base import Entry, Lexicon, Listed, Phrases, Table, Words


class Country(Entry):
    """A country: its English name, other names, the words for its people, its capital."""

    name: str
    also: Phrases = ()
    demonyms: Phrases = ()
    capital: Phrases = ()


class Countries(Table):
    """The countries of the world, by a key in lower case."""

    root: Mapping[str, Country]


class Places(Lexicon):
    """Nations, regions and towns, which lies in which, and words around the name of a place."""

    nations: Mapping[str, Country]
    peoples: Mapping[str, str]
    demonymic: Words
    states: Mapping[str, str]
    continents: Listed
    regions: Listed
    cities: Listed
    sorts: Words
    containers: Words
    leading: Words
    prepositions: Mapping[Literal["at", "from", "to"], Phrases]
    locating: Words
    bound: Words
    reaching: Words
    leaving: Words


class Institution(Entry):
    """A body under all its names, and the country that it belongs to."""

    names: Phrases
    of: str | None = None


class Metonyms(Lexicon):
    """Names of places that stand for a government or a body, and where they do."""

    governments: Listed
    ambiguous: Listed
    institutions: tuple[Institution, ...]
    verbs: Words
    nouns: Words
    of_towns: Words


class Roles(Lexicon):
    """Offices and professions, and the words that qualify them."""

    classes: Mapping[str, tuple[Phrases, ...]]
    loose: Words
    participles: Words
    ranks: Words
    tenure: Words
    addressed: Words
    retired: Words
    colour: Words
    governing: Words
    abbreviations: Mapping[str, str]
    offices: Mapping[str, str]
    giving: Words
    naming: Words
    people: Words
    others: Words
    business: Words
    agentive_endings: Phrases
    empty_it: Words


class Titles(Lexicon):
    """Words at the beginning and the end of names that tell what they name."""

    honorifics: Mapping[Literal["male", "female", "either"], Phrases]
    organisations: Words
    clubs: Words
    suffixes: Words
    openers: Words
    bodies: Words
    public: Words
    calendar: Words
    after: Words
    particles: Words
    local: Words
    owners: Words


class GenderWords(Lexicon):
    """Given names and human nouns that tell a gender."""

    male_names: Words
    female_names: Words
    male_words: Words
    female_words: Words
