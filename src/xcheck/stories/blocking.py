"""Which articles are held against each other at all: those that share rare terms, each with its likeliest few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from xcheck.nlp.lexicons.fitted import StoriesModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.stories.views import View

EXACT = 1_000_000


def meetings(views: Sequence[View]) -> list[tuple[int, int]]:
    """Pairs of articles by their positions, in order. What grows by the square of the articles is not made."""
    shelves = _shelves(views)
    most = lexicon(StoriesModel).blocking.most
    found: set[tuple[int, int]] = set()
    for i, own in enumerate(views):
        shared = _shared(i, own, views, shelves)
        likeliest = sorted(shared, key=lambda j: (-shared[j], j))[:most]
        found.update((min(i, j), max(i, j)) for j in likeliest)
    return sorted(found)


def _shelves(views: Sequence[View]) -> dict[str, list[int]]:
    """For each key the articles that have it; a key that too many have, or one alone, joins nobody."""
    settings = lexicon(StoriesModel).blocking
    shelves: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(views):
        for key in own.keys:
            shelves[key].append(i)
    return {key: held for key, held in shelves.items() if 1 < len(held) <= settings.shelf}


def tie(one: float, other: float) -> int:
    """What a key that two articles have ties them, by its weights in both: whole, so that sums hang on no order."""
    return int(one * other * EXACT)


def _shared(i: int, own: View, views: Sequence[View], shelves: Mapping[str, Sequence[int]]) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for key, weight in own.keys.items():
        for j in shelves.get(key, ()):
            found[j] += tie(weight, views[j].keys[key])
    found.pop(i, None)
    return found
