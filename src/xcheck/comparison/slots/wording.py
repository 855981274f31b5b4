"""Quoted words brought to one writing: what is left is the speaker's, and how much of it each article prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, MatchingBlock

from xcheck.entities.spellings import are_respelled
from xcheck.nlp.lexicons.attribution import Quoted
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Numbers
from xcheck.resources import SENTENCES, loaded, memoised

_SHORT_FOR = MappingProxyType({"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "n't": "not"})
_SHORT = re.compile(r"(?<=[a-z])('ve|'re|'ll|'m|n't)\b")
_GAP = re.compile(r"\.{3,}|(?:\. ){2,}\.|\[[^\[\]]*\]|\([^()]*\)")
_MARKS = re.compile(r"[^\w\s'%$£€.,]|(?<!\d)[.,]|[.,](?!\d)|(?<!\w)'|'(?!\w)")
_TEN = 10


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


def overlaps(mine: str, other: str) -> bool:
    """Whether one quotation ends with the words that the other begins with: two cuts of one speech."""
    one, two = even(mine).split(), even(other).split()
    sizes = range(lexicon(Thresholds).quote.continued, min(len(one), len(two)) + 1)
    return any(one[-n:] == two[:n] or two[-n:] == one[:n] for n in sizes)


def has_replaced_words(mine: str, other: str, spelling: float) -> bool:
    """Whether two quotations are one utterance in which a few words stand in the place of others.

    Six words or more around them are equal. Words that one side leaves out, or spells in another way, replace nothing.
    """
    one, two, most = even(mine).split(), even(other).split(), lexicon(Thresholds).quote.replaced
    return any(
        0 < last - first <= most
        and 0 < end - start <= most
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


@memoised(SENTENCES)
def even(said: str) -> str:
    """Words without marks, capitals and what was put in or left out; figures for numbers, "and" for "&"."""
    return " ".join(pieces(said))


@memoised(SENTENCES)
def pieces(said: str) -> tuple[str, ...]:
    """The stretches of a quotation between what the writer has left out or put in."""
    text = said.casefold().replace("can't", "can not").replace("won't", "will not").replace("&", " and ")
    text = _slurs().sub(lambda found: lexicon(Quoted).slurred[found[0]], text)
    text = _SHORT.sub(lambda found: f" {_SHORT_FOR[found[1]]}", text)
    evened = (_figures(_MARKS.sub(" ", piece)) for piece in _GAP.split(text))
    return tuple(piece for piece in evened if piece)


def _figures(text: str) -> str:
    """The words with figures for numbers up to ninety-nine."""
    found: list[str] = []
    tens = False
    for word in text.split():
        value = _numbers().get(word)
        if tens and value is not None and 0 < value < _TEN:
            found[-1] = str(int(found[-1]) + value)
        else:
            found.append(word if value is None else str(value))
        tens = value is not None and value > _TEN and value % _TEN == 0
    return " ".join(found)


def _fits(part: str, whole: str) -> float:
    """How well the stretches of one quotation fit into another."""
    there = even(whole)
    return min((_fit(piece, there) for piece in pieces(part)), default=0.0)


def _fit(piece: str, there: str) -> float:
    shorter, longer = sorted((piece, there), key=len)
    if len(shorter.split()) < lexicon(Thresholds).quote.telling:
        return 100.0 if f" {shorter} " in f" {longer} " else 0.0
    return fuzz.partial_ratio(shorter, longer)


@loaded
def _slurs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon(Quoted).slurred)})\b")


@loaded
def _numbers() -> dict[str, int]:
    return {**lexicon(Numbers).cardinals, **lexicon(Numbers).tens}
