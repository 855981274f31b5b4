"""What the comparators may know of a pair of claims beside the two."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import Literal

from xcheck.alignment.event_counts import Asked
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import ENTITY_MARK, Claim
from xcheck.records.comparison import Compared, Outcome

Mode = Literal["peers", "check", "draft"]  # two articles, a draft and its source, two passages of one draft


@dataclass(frozen=True)
class Context:
    """What is known of the two sentences that the claims stand in.

    ``score``: how surely they speak of one thing; ``pinned``: they answer one narrow question all the same; ``rarity``:
    how much each term tells, in these two texts; ``credited``: whether anything in the left, in the right one is
    credited to somebody; ``copied``: whether both have the same words, figures apart; ``lone``: the terms that stand in
    one of the two documents alone; ``one_hour``: whether the times of day that the two tell are of one thing;
    ``tallied``: where two figures begin that are the documents' tallies of one thing;
    ``source``: the words of the right document where the left is a draft that is held against it, None elsewhere.
    """

    score: float
    pinned: bool
    rarity: Mapping[str, float]
    credited: tuple[bool, bool]
    copied: bool = False
    lone: Container[str] = frozenset()
    one_hour: bool = False
    tallied: frozenset[Asked] = frozenset()
    source: frozenset[str] | None = None
    _likenesses: dict[tuple[str, str], float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _weights: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def likeness(self, left: Claim, right: Claim) -> float:
        """What the two claims' terms share, weighed by rarity: 0 nothing, 1 all (cosine)."""
        key = (left.id, right.id)
        if key not in self._likenesses:
            shared = self.weight(set(left.terms) & set(right.terms))
            self._likenesses[key] = shared / math.sqrt(self._of_claim(left) * self._of_claim(right))
        return self._likenesses[key]

    @property
    def is_told_anew(self) -> bool:
        """Whether the two sentences surely speak of one thing, and in other words."""
        return self.is_sure and not self.copied

    @property
    def is_sure(self) -> bool:
        """Whether the two sentences speak of one thing so surely that what one has alone answers what the other has."""
        return self.score >= float(lexicon("comparison")["event"]["same"])

    def is_strange(self, name: str) -> bool:
        """Whether an entity is named, in full or by its last word, in one of the two documents alone.

        Of a name that ends in what it is of ("Orle Royal Hospital") any other word will do: there are many hospitals.
        """
        spoken, sorts = name.split(), words("places", "sorts")
        telling = [w for w in spoken if w not in sorts] if spoken and spoken[-1] in sorts else spoken[-1:]
        return ENTITY_MARK + name in self.lone and any(stem(word) in self.lone for word in telling)

    def _of_claim(self, claim: Claim) -> float:
        if claim.id not in self._weights:
            self._weights[claim.id] = self.weight(set(claim.terms)) + 1e-9
        return self._weights[claim.id]

    def closeness(self, left: Claim, right: Claim) -> float:
        """How surely the two claims speak of one thing, 0 to 1: the geometric mean of sentence score and likeness."""
        return math.sqrt(self.score * self.likeness(left, right))

    def weight(self, terms: set[str]) -> float:
        """The sum of the rarities of some terms, the same in whatever order they come."""
        return math.fsum(self.rarity.get(t, 0.0) for t in terms)


Comparator = Callable[[Claim, Claim, Context], tuple[Compared, ...]]


def compared(
    outcome: Outcome, left: Span | None, right: Span | None, *, variant: str = "", says: tuple[str, str] | None = None
) -> Compared:
    """An outcome with the words concerned; ``says`` names them in a sentence where the words alone don't."""
    words = says or (left.text if left else "", right.text if right else "")
    return Compared(
        outcome=outcome,
        variant=variant,
        left=_plain(left),
        right=_plain(right),
        left_says=words[0],
        right_says=words[1],
    )


def _plain(words: Span | None) -> Span | None:
    """The stretch alone, without what a slot's record knows besides."""
    if words is None or type(words) is Span:
        return words
    return Span(start=words.start, end=words.end, text=words.text)
