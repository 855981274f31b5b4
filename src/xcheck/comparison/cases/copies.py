"""What both articles print in the same words parts them nowhere; what differs in a figure alone parts them there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from xcheck.alignment.match import SentencePair
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.wording import wording_of
from xcheck.records.claim import Claim

Printed = tuple[str, int]


class Copies(NamedTuple):
    """The sentences (document, start) of the left and of the right that the other document prints as well."""

    left: frozenset[Printed]
    right: frozenset[Printed]

    def is_elsewhere(self, pair: SentencePair) -> bool:
        """Whether a sentence of the pair has its copy in the other document, and not in this pair."""
        return not is_copy(pair) and (_printed(pair.left) in self.left or _printed(pair.right) in self.right)


def copies(pairs: Iterable[SentencePair]) -> Copies:
    """The sentences that both sides print, among all that have been paired."""
    found = [pair for pair in pairs if is_copy(pair)]
    return Copies(frozenset(_printed(p.left) for p in found), frozenset(_printed(p.right) for p in found))


def is_copy(pair: SentencePair) -> bool:
    """Whether both sentences have the same words, figures apart."""
    return is_verbatim(pair) or (pair.left.pattern != "" and pair.left.pattern == pair.right.pattern)


def is_verbatim(pair: SentencePair) -> bool:
    """Whether both sentences have the same words."""
    return pair.left.wording == pair.right.wording


def counterparts(pair: SentencePair) -> Iterable[tuple[Claim, Claim]]:
    """The claims of the two sentences that are held against each other: of a copy, each with its like alone.

    Copies that were cut into clauses in two ways, so that no clause has its like, are held against each other whole.
    """
    mine, yours = pair.left.claims, pair.right.claims
    if is_copy(pair) and len(mine) == len(yours):
        return list(zip(mine, yours, strict=True))
    each = [(a, b) for a in mine for b in yours]
    return [(a, b) for a, b in each if wording_of(a.span) == wording_of(b.span)] or each if is_copy(pair) else each


def _printed(sentence: ClaimedSentence) -> Printed:
    return sentence.claims[0].document, sentence.span.start
