"""Two figures that change places: "3 million for schools and 1 million for roads", and the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from xcheck.alignment.words import Word

_ENDS = frozenset({"from", "to"})  # what stands before the two ends of a change

Labels = Mapping[str, tuple[Word, frozenset[str]]]


def swapped(left: Sequence[Word], right: Sequence[Word]) -> tuple[Word, Word] | None:
    """A figure of each sentence that has in the other one what another figure has here; None where none has.

    What a figure has are the words between it and the next one; where these tell nothing, those since the one before.
    """
    mine, yours = _after(left), _after(right)
    for one, other in combinations([f for f in mine if f in yours], 2):
        way = _way(mine, yours, one, other) or _way(_after(left[::-1]), _after(right[::-1]), one, other)
        if way == "crossed":
            return mine[one][0], yours[one][0]
    return None


def _way(mine: Labels, yours: Labels, one: str, other: str) -> Literal["straight", "crossed"] | None:
    """Whether two figures have in both sentences what they have, or each what the other has; None where neither."""
    (a, b), (c, d) = [(s[one][1] - s[other][1], s[other][1] - s[one][1]) for s in (mine, yours)]
    if a & c or b & d:
        return "straight"
    return "crossed" if a & d and b & c else None


def _after(found: Sequence[Word]) -> Labels:
    """Each figure with the telling words up to the next one."""
    labels: dict[str, tuple[Word, set[str]]] = {}
    figure: Word | None = None
    for word in found:
        if word.figure is not None:
            figure = word
            labels.setdefault(word.key, (word, set()))
        elif figure is not None and (word.kind != "function" or word.text in _ENDS):
            labels[figure.key][1].add(word.key)
    return {key: (word, frozenset(told)) for key, (word, told) in labels.items()}
