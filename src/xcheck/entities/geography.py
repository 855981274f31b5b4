"""Which place lies in which: towns in regions, regions in countries, countries in parts of the world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from xcheck.entities.gazetteer import gazetteer, is_country
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import lexicon

_DEEPEST = 6


@cache
def places() -> Mapping[str, tuple[str, ...]]:
    """Each known town, region and country, folded, with what lies directly around it."""
    around: dict[str, list[str]] = {name: [] for name in lexicon("places")["continents"]}
    for name, container in _lying():
        around.setdefault(name, []).append(container)
    return {name: tuple(dict.fromkeys(c for c in containers if c != name)) for name, containers in around.items()}


def _lying() -> Iterator[tuple[str, str]]:
    """Each place with one that lies directly around it: the nearest kind first."""
    data = lexicon("places")
    for container, inside in (*data["regions"].items(), *data["cities"].items()):
        yield from ((fold(name), fold(container)) for name in inside)
    for continent, countries in data["continents"].items():
        yield from ((key, continent) for key in countries)
    yield from ((word, entry.key) for word, entry in gazetteer().items() if entry.sense == "capital")
    yield from ((nation, "united kingdom") for nation in data["nations"])


@cache
def _containers() -> frozenset[str]:
    return frozenset(c for ring in places().values() for c in ring)


def is_container(name: str) -> bool:
    """Whether a place (its folded name) is a country, or known to hold others."""
    return is_country(name) or name in _containers()


@lru_cache(maxsize=2**14)
def around(name: str) -> tuple[str, ...]:
    """Everything known to contain a place (its folded name), from the nearest to the widest."""
    found: dict[str, None] = {}
    ring = [name]
    for _ in range(_DEEPEST):
        ring = [c for n in ring for c in places().get(n, ()) if c not in found and c != name]
        found.update(dict.fromkeys(ring))
    return tuple(found)


def country_of(name: str) -> str | None:
    """The country that a place is, or lies in; the state where it lies in a nation of one. None where unknown."""
    ring = (name, *around(name))
    nations = lexicon("places")["nations"]
    return next((n for n in ring if is_country(n) and n not in nations), None)
