"""Contrasts that tell however two sentences are worded: north and south, third and fourth, before and after May."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from xcheck.alignment.words import Word
from xcheck.comparison.edits.align import spoken
from xcheck.comparison.edits.meaning import contrast, turn
from xcheck.comparison.edits.reading import Read
from xcheck.nlp.lexicons.comparison import EditsWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem, stems
from xcheck.records.base import Span
from xcheck.resources import SENTENCES, memoised

_NEAR = 5  # words on each side of a word that stand beside it
_REACH = 3  # words after a preposition among which is what it governs


@memoised(SENTENCES)
def contrast_anywhere(left: Span, right: Span) -> Read | None:
    """Two words of a closed kind, or two prepositions before one word; None where two sentences share too little."""
    shared = {w.key for w in spoken(left) if w.kind != "function"} & {w.key for w in spoken(right)}
    if len(shared) < lexicon(EditsWords).shared:
        return None
    found = _of_kind(left, right) or _before_one_word(left, right)
    return found if found and _are_near_one(found, left, right) else None


def _are_near_one(read: Read, left: Span, right: Span) -> bool:
    """Whether the two words stand beside words that both sentences have: of what is north here the south is there."""
    beside = [_beside(word, side) for word, side in ((read.left, left), (read.right, right))]
    return len(beside[0] & beside[1]) >= lexicon(EditsWords).beside


def _beside(word: Word | None, sentence: Span) -> frozenset[str]:
    every = spoken(sentence)
    place = next(i for i, w in enumerate(every) if word and w.start == word.start)
    near = every[max(0, place - _NEAR) : place + _NEAR + 1]
    return frozenset(w.key for w in near if w.kind != "function" and w is not word)


def _before_one_word(left: Span, right: Span) -> Read | None:
    """Two prepositions before one word, neither of which the other sentence has before it as well."""
    mine, yours = _governed(left), _governed(right)
    for key, own in mine.items():
        for one, other in product(own, yours.get(key, ())):
            both = {w.text for w in own} & {w.text for w in yours[key]}
            if not both and (turned := turn(one.text, other.text)):
                return Read(turned, one, other)
    return None


@memoised(SENTENCES)
def _governed(sentence: Span) -> Mapping[str, Sequence[Word]]:
    """The prepositions of a sentence that say something before each word, by the word's key."""
    found: dict[str, list[Word]] = {}
    every = spoken(sentence)
    for place, word in enumerate(every):
        if word.text in lexicon(EditsWords).anywhere:
            after = every[place + 1 : place + 1 + _REACH]
            governed = next((w for w in after if w.kind != "function"), None)
            if governed is not None and governed.figure is None:
                found.setdefault(governed.key, []).append(word)
    return found


def _of_kind(left: Span, right: Span) -> Read | None:
    """One word of a closed kind in each of two sentences, and not the same one; None where there is none or several.

    Words of names ("North Tarn") are of no kind, and ordinals of times ("the first half") are no ranks.
    """
    mine, yours = _only(left), _only(right)
    for kind in sorted(lexicon(EditsWords).closed & mine.keys() & yours.keys()):
        one, other = mine[kind], yours[kind]
        if one.groups.isdisjoint(other.groups):
            return Read(contrast(one, other) or "sort", one, other)
    return None


@memoised(SENTENCES)
def _only(sentence: Span) -> Mapping[str, Word]:
    """The word of each closed kind of which the sentence has words of one group alone."""
    found: dict[str, list[Word]] = {}
    every = spoken(sentence)
    for place, word in enumerate(every):
        for kind in lexicon(EditsWords).closed & word.kinds:
            if not _is_name(word, sentence) and not _is_of_time(kind, word, every[place + 1 : place + 2]):
                found.setdefault(kind, []).append(word)
    return {kind: own[0] for kind, own in sorted(found.items()) if len({w.groups for w in own}) == 1}


def _is_name(word: Word, sentence: Span) -> bool:
    return word.start > sentence.start and word.shown[:1].isupper()


def _is_of_time(kind: str, word: Word, after: Sequence[Word]) -> bool:
    """Whether an ordinal orders times, or is one of the words for before and after."""
    if kind != "order":
        return False
    return word.text in lexicon(EditsWords).unranked or any(
        stem(w.text) in stems(lexicon(EditsWords).lengths) for w in after
    )
