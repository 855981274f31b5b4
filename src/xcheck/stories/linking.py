"""From pairs to groups: average link, so that one article that speaks of two stories does not chain them."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from xcheck.nlp.lexicons.fitted import StoriesModel
from xcheck.nlp.lexicons.load import lexicon

Pair = tuple[int, int]


def average(one: Sequence[int], other: Sequence[int], odds: Mapping[Pair, float]) -> float:
    """The mean log odds over all pairs of two groups; who never met is far from one story."""
    unmet = lexicon(StoriesModel).linking.unmet
    met = [odds.get((min(i, j), max(i, j)), unmet) for i in one for j in other]
    return sum(met) / len(met)


class Links:
    """Groups of articles, and the sum of the log odds between each two groups that have met.

    What was never held against each other counts as ``unmet``: far from one story.
    """

    def __init__(self, count: int, odds: Mapping[Pair, float]) -> None:
        self.members = {i: [i] for i in range(count)}
        self._unmet = lexicon(StoriesModel).linking.unmet
        self._met: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        for (i, j), value in sorted(odds.items()):
            self._met[i][j] = self._met[j][i] = value - self._unmet

    def near(self, group: int) -> list[int]:
        """The groups that a group has met."""
        return sorted(self._met[group])

    def average(self, one: int, other: int) -> float:
        """The mean log odds over all pairs of two groups."""
        pairs = len(self.members[one]) * len(self.members[other])
        return self._unmet + self._met[one].get(other, 0.0) / pairs

    def join(self, one: int, other: int) -> None:
        """Makes two groups one, under the name of the first."""
        self.members[one] += self.members.pop(other)
        for third, value in self._met.pop(other).items():
            del self._met[third][other]
            if third != one:
                self._met[one][third] = self._met[third][one] = self._met[one].get(third, 0.0) + value


def linked(count: int, odds: Mapping[Pair, float]) -> list[list[int]]:
    """The groups of ``count`` articles: the likeliest two are joined as long as their mean log odds reach the floor."""
    floor = lexicon(StoriesModel).linking.floor
    links = Links(count, odds)
    waiting = [(-mean, i, j) for i, j in odds if (mean := links.average(i, j)) >= floor]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if one not in links.members or other not in links.members or links.average(one, other) != -value:
            continue
        links.join(one, other)
        for third in links.near(one):
            if (mean := links.average(one, third)) >= floor:
                heapq.heappush(waiting, (-mean, min(one, third), max(one, third)))
    return sorted(sorted(own) for own in links.members.values())
