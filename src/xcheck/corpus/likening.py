"""What the program does to a row on the way to stories: ``xcheck.stories`` at work, on columns."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from xcheck.corpus import marked
from xcheck.stories.features import features, log_odds
from xcheck.stories.group import Named, story
from xcheck.stories.linking import linked
from xcheck.stories.rarity import weight
from xcheck.stories.views import View, view

_VIEW = TypeAdapter(View)


@dataclass(frozen=True)
class Weigh:
    """The weight of a term that ``holders`` of so many articles have."""

    articles: int

    def __call__(self, term: str, holders: int) -> float:
        """Give the weight."""
        return weight(term, holders, self.articles)


@dataclass(frozen=True)
class Look:
    """An article's view, and the keys by which it is looked up, out of its marks and the weights of its terms."""

    def __call__(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Give ``view``, packed, and ``keys``; ``known`` and ``weights`` of the row are its terms' weights."""
        weights = dict(zip(row["known"] or (), row["weights"] or (), strict=True))
        own = view(marked.of_row({**row, "headline": ""}), weights)
        keys = [{"key": key, "weight": value} for key, value in own.keys.items()]
        return {"view": zlib.compress(_VIEW.dump_json(own), level=1), "keys": keys}


@dataclass(frozen=True)
class Likelihood:
    """The log odds that two articles tell one story."""

    def __call__(self, left: bytes, right: bytes) -> float:
        """Give the log odds of two packed views."""
        return log_odds(features(_unpacked(left), _unpacked(right)))


def _unpacked(view: bytes) -> View:
    """A view out of its packed JSON: one goes along with each pair, some twenty times an article."""
    return _VIEW.validate_json(zlib.decompress(view))


@dataclass(frozen=True)
class _Entry:
    document: str
    headline: str


@dataclass(frozen=True)
class Link:
    """The stories among articles that are likely to hang together, from the log odds of those that have met."""

    def __call__(
        self, articles: Sequence[Mapping[str, str]], pairs: Sequence[Mapping[str, Any]]
    ) -> list[dict[str, Any]]:
        """Give each story's ``documents`` and ``headlines``, and which is ``central``."""
        seen: list[Named] = sorted((_Entry(**a) for a in articles), key=lambda e: e.document)
        place = {entry.document: i for i, entry in enumerate(seen)}
        odds = {(place[p["one"]], place[p["two"]]): p["odds"] for p in pairs}
        told = [story(own, seen, odds) for own in linked(len(seen), odds)]
        return [{"documents": [*s.documents], "headlines": [*s.headlines], "central": s.central} for s in told]
