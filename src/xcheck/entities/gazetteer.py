"""Countries, nations, capitals, demonyms and metonyms: one name for all of them, as tables of folded words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from xcheck.nlp.folding import fold
from xcheck.nlp.lexicons.entities import Countries, Country, Metonyms, Places
from xcheck.nlp.lexicons.load import lexicon
from xcheck.resources import loaded

Sense = Literal["country", "demonym", "capital", "metonym", "institution", "ambiguous", "region"]


@dataclass(frozen=True)
class GazetteerEntry:
    """What a well-known name stands for: the ``key`` of a country or institution, and in which way.

    ``of`` is the country that an institution belongs to; ``candidates`` are the keys that an ambiguous name may mean.
    ``cased``: only the spelling with these capitals ("US", "WHO") is the name. ``dotted``: only one with a point is
    ("Ore.").
    """

    key: str
    name: str
    sense: Sense
    of: str | None = None
    candidates: tuple[str, ...] = ()
    cased: str | None = None
    dotted: bool = False


@loaded
def gazetteer() -> Mapping[str, GazetteerEntry]:
    """Every well-known name, folded, with what it stands for. A country's own name wins over any other sense."""
    table: dict[str, GazetteerEntry] = {}
    for word, entry in (*_metonyms(), *_regions(), *_countries()):
        if word not in table or entry.sense == "country":
            table[word] = entry
    return table


@loaded
def longest_name() -> int:
    """The number of words in the longest well-known name."""
    return max(len(word.split()) for word in gazetteer())


@loaded
def _table() -> Mapping[str, Country]:
    return {**lexicon(Countries).root, **lexicon(Places).nations}


def is_country(key: str) -> bool:
    """Whether a key is that of a country, or of a nation in one."""
    return key in _table()


def country_name(key: str) -> str:
    """How a reader writes a country of the table."""
    return _table()[key].name


def known(name: str) -> GazetteerEntry | None:
    """What a name stands for all over the world, or None. Short acronyms only in capitals, or as the key itself."""
    entry = gazetteer().get(fold(name))
    if entry is not None and entry.dotted and "." not in name:
        return None
    if entry is None or entry.cased is None or name == entry.key:
        return entry
    bare = name.replace(".", "").replace("’s", "").replace("'s", "").split()
    return entry if entry.cased in (bare[0], bare[-1]) else None


def _countries() -> Iterator[tuple[str, GazetteerEntry]]:
    for key, row in _table().items():
        for word in (row.name, *row.also):
            yield fold(word), GazetteerEntry(key, row.name, "country", cased=_capitals(word))
        for word in row.demonyms:
            yield fold(word), GazetteerEntry(key, row.name, "demonym")
            yield fold(word) + "s", GazetteerEntry(key, row.name, "demonym")
        for word in row.capital:
            yield fold(word), GazetteerEntry(key, word, "capital")


def _regions() -> Iterator[tuple[str, GazetteerEntry]]:
    for word, key in lexicon(Places).peoples.items():
        yield word, GazetteerEntry(key, key.title(), "region")
    for word, key in lexicon(Places).states.items():
        yield word, GazetteerEntry(key, key.title(), "region", dotted=True)


def _metonyms() -> Iterator[tuple[str, GazetteerEntry]]:
    data = lexicon(Metonyms)
    for word, keys in data.governments.items():
        yield fold(word), GazetteerEntry(keys[0], country_name(keys[0]), "metonym")
    for word, keys in data.ambiguous.items():
        yield fold(word), GazetteerEntry(fold(word), word, "ambiguous", candidates=keys)
    for row in data.institutions:
        first = row.names[0]
        for word in row.names:
            yield fold(word), GazetteerEntry(fold(first), first, "institution", of=row.of, cased=_capitals(word))


def _capitals(word: str) -> str | None:
    bare = word.replace(".", "")
    return bare if bare.isupper() and len(bare) <= 5 else None
