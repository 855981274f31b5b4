"""How near two quotations are: one utterance whole or in part, altered, with words replaced, or two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, MatchingBlock

from xcheck.alignment.quotations import even, pieces
from xcheck.entities.spellings import are_respelled
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon


def nearness(mine: str, other: str) -> float:
    """0 to 100: how well one quotation fits into the other, or into the one that it goes on with; symmetric."""
    if overlaps(mine, other):
        return 100.0
    return max(_fits(mine, other), _fits(other, mine))


def has_other_word(mine: str, other: str, spelling: float) -> bool:
    """Whether the shorter has a word that the longer lacks in any spelling."""
    if overlaps(mine, other):
        return False
    shorter, longer = sorted((even(mine).split(), even(other).split()), key=len)
    return any(max(fuzz.ratio(word, there) for there in longer) < spelling for word in shorter)


def is_altered(mine: str, other: str) -> bool:
    """Whether most words of the shorter stand in the longer: letters alone are alike in any two sentences."""
    shorter, longer = sorted((even(mine).split(), even(other).split()), key=len)
    return sum(word in longer for word in shorter) > len(shorter) / 2


def equal_words(mine: str, other: str) -> int:
    """How many words two quotations have in common, in one order."""
    blocks = Levenshtein.editops(even(mine).split(), even(other).split()).as_matching_blocks()
    return sum(block.size for block in blocks)


def overlaps(mine: str, other: str) -> bool:
    """Whether one quotation ends with the words that the other begins with: two cuts of one speech."""
    one, two = even(mine).split(), even(other).split()
    sizes = range(lexicon(Thresholds).quote.continued, min(len(one), len(two)) + 1)
    return any(one[-n:] == two[:n] or two[-n:] == one[:n] for n in sizes)


def has_replaced_words(mine: str, other: str, spelling: float) -> bool:
    """Whether two quotations are one utterance in which a few words stand in the place of others.

    Six words or more around them are equal. Words that one side leaves out, or spells in another way, replace nothing.
    """
    one, two = even(mine).split(), even(other).split()
    return any(
        0 < last - first <= lexicon(Thresholds).quote.replaced
        and 0 < end - start <= lexicon(Thresholds).quote.replaced
        and not _are_spellings("".join(one[first:last]), "".join(two[start:end]), spelling)
        for first, last, start, end in _replacements(one, two)
    )


def _are_spellings(one: str, other: str, limit: float) -> bool:
    """Whether two stretches are one in two spellings, or sound alike."""
    return fuzz.ratio(one, other) >= limit or are_respelled((one,), (other,))


def _replacements(one: list[str], two: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches in which two lists of words differ between equal words, or before the end of both."""
    equal = [b for b in Levenshtein.editops(one, two).as_matching_blocks() if b.size]
    ends = MatchingBlock(len(one), len(two), 0)
    for before, after in pairwise([*equal, ends]):
        if before.size + after.size >= lexicon(Thresholds).quote.flanks:
            yield before.a + before.size, after.a, before.b + before.size, after.b


def _fits(part: str, whole: str) -> float:
    """How well the stretches of one quotation fit into another."""
    there = even(whole)
    return min((_fit(piece, there) for piece in pieces(part)), default=0.0)


def _fit(piece: str, there: str) -> float:
    shorter, longer = sorted((piece, there), key=len)
    if len(shorter.split()) < lexicon(Thresholds).quote.telling:
        return 100.0 if f" {shorter} " in f" {longer} " else 0.0
    return fuzz.partial_ratio(shorter, longer)
