"""An article as it is likened to others: its terms with their weights, by part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from xcheck.nlp.lexicons.fitted import StoriesModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.stories.marks import FIGURE, NAME, WORD, Marks

Vector = Mapping[str, float]


@dataclass(frozen=True)
class View:
    """The weighted terms of an article: unit vectors of all its words, its names, its head; what its figures weigh.

    ``telling`` are its weightiest names and ``keys`` the terms by which it is looked up, weightiest first.
    """

    every: Vector
    names: Vector
    head: Vector
    figures: Vector
    lead: Vector
    telling: Vector
    keys: Vector
    terms: frozenset[str]
    days: frozenset[date]


def view(marks: Marks, rarity: Mapping[str, float]) -> View:
    """The view of an article among those whose terms have the weights ``rarity``."""
    settings = lexicon(StoriesModel).view
    weighed = {t: (1 + math.log(n)) * w for t, n in marks.terms.items() if (w := rarity[t]) > settings.least}
    names, words = _of(weighed, NAME), _of(weighed, WORD)
    ahead = sorted(t for t in marks.head if t in weighed)
    return View(
        every=_unit({**words, **names}),
        names=_unit(names),
        head=_unit({t: rarity[t] for t in ahead}),
        figures={t: rarity[t] for t in _of(weighed, FIGURE)},
        lead={t: rarity[t] for t in ahead},
        telling={t: rarity[t] for t in _weightiest(names, settings.names)},
        keys=_weightiest(_keyed(weighed, marks.head), settings.keys),
        terms=frozenset(marks.terms),
        days=marks.days,
    )


def dot(left: Vector, right: Vector) -> float:
    """The product of two vectors; of unit vectors, how alike they are."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)


def _keyed(weighed: Vector, head: Iterable[str]) -> Vector:
    settings, ahead = lexicon(StoriesModel).view, frozenset(head)
    return {
        t: w * (settings.named if t.startswith(NAME) else 1.0) * (settings.ahead if t in ahead else 1.0)
        for t, w in weighed.items()
    }


def _of(weighed: Vector, part: str) -> dict[str, float]:
    return {term: weight for term, weight in weighed.items() if term.startswith(part)}


def _unit(vector: Vector) -> dict[str, float]:
    length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
    return {term: weight / length for term, weight in sorted(vector.items())}


def _weightiest(vector: Vector, most: int) -> dict[str, float]:
    return dict(sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:most])
