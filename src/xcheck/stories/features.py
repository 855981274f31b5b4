"""How likely two articles tell one story: a logistic model over what they share and what only one of them has."""

from __future__ import annotations

import math
from datetime import date

from xcheck.nlp.lexicons.fitted import StoriesModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.stories.views import Vector, View, dot

FEATURES = (
    "every",
    "names",
    "head",
    "figures",
    "carried",
    "carried-back",
    "telling",
    "telling-back",
    "rare",
    "same-day",
    "far-apart",
    "brief",
)
_RARE = 5
_YEAR = 365
_FEW = 30  # terms of an article that says next to nothing


def features(left: View, right: View) -> tuple[float, ...]:
    """The figures of two articles, in the order of ``FEATURES``; which of the two comes first changes nothing.

    ``carried``: the share of one's head that the other has anywhere, the lesser of both ways; ``-back``: the greater.
    So for the ``telling`` names. Another event of the same kind shares words, and has other names, figures and days.
    ``brief``: near 1 where the shorter one has few terms, and so few to share.
    """
    leads = sorted((_borne(left.lead, right), _borne(right.lead, left)))
    names = sorted((_borne(left.telling, right), _borne(right.telling, left)))
    return (
        dot(left.every, right.every),
        dot(left.names, right.names),
        dot(left.head, right.head),
        min(3.0, sum(w for f, w in left.figures.items() if f in right.figures) / 5),
        *leads,
        *names,
        _rarest(left.names, right.names),
        *_days(left.days, right.days),
        _FEW / max(_FEW, min(len(left.terms), len(right.terms))),
    )


def log_odds(found: tuple[float, ...]) -> float:
    """The logistic model of ``rules/lexicons/stories.yaml`` over the features, before it is made a probability."""
    model = lexicon(StoriesModel)
    weights = model.weights
    total = sum(weights[name] * value for name, value in zip(FEATURES, found, strict=True))
    return round(float(total + model.bias), 6)


def _borne(terms: Vector, other: View) -> float:
    """The share of some terms, by weight, that another article has."""
    total = sum(terms.values())
    return sum(w for t, w in terms.items() if t in other.terms) / total if total else 0.0


def _rarest(left: Vector, right: Vector) -> float:
    """What the few weightiest names that both have weigh in them."""
    shared = sorted((min(w, right[t]) for t, w in left.items() if t in right), reverse=True)
    return sum(shared[:_RARE])


def _days(left: frozenset[date], right: frozenset[date]) -> tuple[float, float]:
    """Whether they name one day, and how far apart their nearest days lie; nothing where either names none."""
    if not left or not right:
        return 0.0, 0.0
    gap = min(abs((one - other).days) for one in left for other in right)
    return float(gap <= 1), math.log1p(min(gap, _YEAR)) / math.log1p(_YEAR)
