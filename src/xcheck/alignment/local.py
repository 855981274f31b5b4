"""A claim by itself: its offsets counted from its sentence, and without a name; and how much two claims share.

What comes out of two claims hangs on no more, so it holds wherever the sentences stand: in an edited draft, where all
that follows an edit has moved, and in articles that print one text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from xcheck.records.base import Record
from xcheck.records.claim import Claim
from xcheck.resources import CLAIMS, memoised

Made = TypeVar("Made", bound=Record)

_OFFSETS = ("start", "end")


@dataclass(frozen=True, eq=False, slots=True)
class Local:
    """A claim by itself: one object for all claims that are equal by themselves. ``terms`` are its terms."""

    claim: Claim
    terms: frozenset[str]


@memoised(CLAIMS)
def local(claim: Claim) -> Local:
    """The claim by itself."""
    return _one(_moved(claim, -claim.sentence.start).model_copy(update={"id": "", "document": ""}))


@memoised(CLAIMS)
def _one(claim: Claim) -> Local:
    return Local(claim, frozenset(claim.terms))


class Likenesses:
    """How much any two claims of two documents share, each two measured once."""

    def __init__(self) -> None:
        """Nothing is measured yet."""
        self._weights: dict[Local, float] = {}
        self._known: dict[tuple[Local, Local], float] = {}

    def between(self, left: Local, right: Local, rarity: Mapping[str, float]) -> float:
        """What the terms of two claims share, weighed by rarity: 0 nothing, 1 all (cosine)."""
        found = self._known.get((left, right))
        if found is None:
            shared = left.terms & right.terms
            weights = self._of(left, rarity) * self._of(right, rarity) if shared else 1.0
            found = self._known[left, right] = weight(shared, rarity) / math.sqrt(weights)
        return found

    def _of(self, claim: Local, rarity: Mapping[str, float]) -> float:
        found = self._weights.get(claim)
        if found is None:
            found = self._weights[claim] = weight(claim.terms, rarity) + 1e-9
        return found


def weight(terms: Iterable[str], rarity: Mapping[str, float]) -> float:
    """The sum of the rarities of some terms, the same in whatever order they come."""
    return math.fsum(rarity.get(t, 0.0) for t in terms)


def _moved(record: Made, by: int) -> Made:
    """The record with every offset in it moved."""
    fields = {name: _moved_value(name, value, by) for name, value in record.__dict__.items() if _may_move(name, value)}
    return record.model_copy(update=fields)


def _may_move(name: str, value: object) -> bool:
    first = next(iter(value), None) if type(value) is tuple else value
    return name in _OFFSETS or isinstance(first, Record)


def _moved_value(name: str, value: Any, by: int) -> Any:
    if name in _OFFSETS:
        return value + by
    return tuple(_moved(one, by) for one in value) if type(value) is tuple else _moved(value, by)
