"""Two figures that change places: "3 million for schools and 1 million for roads", and the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from xcheck.comparison.words import Word

_ENDS = frozenset({"from", "to"})  # what stands before the two ends of a change


def swapped(left: Sequence[Word], right: Sequence[Word]) -> tuple[Word, Word] | None:
    """A figure of each sentence that has in the other one what another figure has here; None where none has.

    What a figure has are the words between it and the next one, or those between it and the one before.
    """
    for labelled in (_after, _before):
        mine, yours = labelled(left), labelled(right)
        for one, other in combinations([f for f in mine if f in yours], 2):
            apart = [(side[one][1] - side[other][1], side[other][1] - side[one][1]) for side in (mine, yours)]
            if _cross(*apart):
                return mine[one][0], yours[one][0]
    return None


Labels = Mapping[str, tuple[Word, frozenset[str]]]


def _cross(mine: tuple[frozenset[str], frozenset[str]], yours: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether each of two figures has here what the other one has there, and nothing that it has itself."""
    straight = mine[0] & yours[0] or mine[1] & yours[1]
    return bool(mine[0] & yours[1] and mine[1] & yours[0]) and not straight


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


def _before(found: Sequence[Word]) -> Labels:
    """Each figure with the telling words since the one before."""
    return _after(found[::-1])
