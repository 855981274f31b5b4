"""The stories of a mixed pile of articles. The order in which they are given changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from xcheck.records.document import Document
from xcheck.stories.blocking import meetings
from xcheck.stories.features import features, log_odds
from xcheck.stories.linking import Pair, average, linked
from xcheck.stories.marks import Marks, marks
from xcheck.stories.rarity import rarity
from xcheck.stories.views import View, view


@dataclass(frozen=True)
class Story:
    """Articles that tell one story, by their ids in order, with their headlines; ``central`` is nearest to all others.

    ``id`` is that of its first article, so that it stays when other stories come and go.
    """

    documents: tuple[str, ...]
    headlines: tuple[str, ...]
    central: int = 0

    @property
    def id(self) -> str:
        """The story's name."""
        return self.documents[0]

    @property
    def headline(self) -> str:
        """The headline that stands for the story."""
        return self.headlines[self.central]


class Named(Protocol):
    """An article by its id and headline."""

    @property
    def document(self) -> str:
        """The id."""

    @property
    def headline(self) -> str:
        """The headline, or what stands for one."""


def stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Every story that some documents tell, by the ids of their first documents."""
    seen = sorted((marks(d) for d in documents), key=lambda m: m.document)
    odds = likelihoods(views(seen))
    return tuple(story(own, seen, odds) for own in linked(len(seen), odds))


def views(seen: Sequence[Marks]) -> list[View]:
    """The views of articles among each other."""
    weights = rarity(seen)
    return [view(one, weights) for one in seen]


def likelihoods(seen: Sequence[View]) -> dict[Pair, float]:
    """The log odds of the pairs that meet."""
    return {(i, j): log_odds(features(seen[i], seen[j])) for i, j in meetings(seen)}


def story(own: Sequence[int], seen: Sequence[Named], odds: Mapping[Pair, float]) -> Story:
    """The story of the articles at some positions."""
    nearness = [average([i], [j for j in own if j != i] or [i], odds) for i in own]
    return Story(
        documents=tuple(seen[i].document for i in own),
        headlines=tuple(seen[i].headline for i in own),
        central=nearness.index(max(nearness)),
    )
