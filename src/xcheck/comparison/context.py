"""What the comparators may know of a pair of claims beside the two."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Outcome


@dataclass(frozen=True)
class Context:
    """What is known of the two sentences that the claims stand in.

    ``score``: how surely they speak of one thing; ``pinned``: they answer one narrow question all the same; ``rarity``:
    how much each term tells, in these two texts; ``credited``: whether anything in the left, in the right one is
    credited to somebody.
    """

    score: float
    pinned: bool
    rarity: Mapping[str, float]
    credited: tuple[bool, bool]

    def likeness(self, left: Claim, right: Claim) -> float:
        """What the two claims' terms share, weighed by rarity: 0 nothing, 1 all (cosine)."""
        shared = self.weight(set(left.terms) & set(right.terms))
        return shared / math.sqrt((self.weight(set(left.terms)) + 1e-9) * (self.weight(set(right.terms)) + 1e-9))

    def closeness(self, left: Claim, right: Claim) -> float:
        """How surely the two claims speak of one thing, 0 to 1: the geometric mean of sentence score and likeness."""
        return math.sqrt(self.score * self.likeness(left, right))

    def weight(self, terms: set[str]) -> float:
        """The sum of the rarities of some terms, the same in whatever order they come."""
        return math.fsum(self.rarity.get(t, 0.0) for t in terms)


def compared(
    outcome: Outcome, left: Span | None, right: Span | None, *, variant: str = "", says: tuple[str, str] | None = None
) -> Compared:
    """An outcome with the words concerned; ``says`` names them in a sentence where the words alone don't."""
    words = says or (left.text if left else "", right.text if right else "")
    return Compared(
        outcome=outcome,
        variant=variant,
        left=Span(start=left.start, end=left.end, text=left.text) if left else None,
        right=Span(start=right.start, end=right.end, text=right.text) if right else None,
        left_says=words[0],
        right_says=words[1],
    )
