"""The words in which two sentences differ: replaced, dropped or added, where nearly all others are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein, MatchingBlock

from xcheck.alignment.words import Word, words_of
from xcheck.nlp.lexicons.comparison import EditsWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.resources import SENTENCES, memoised


@dataclass(frozen=True, slots=True)
class Side:
    """What one sentence has of an edit: the words that tell, and where they stand among all its words."""

    words: tuple[Word, ...]
    all: tuple[Word, ...]
    start: int
    end: int

    @property
    def before(self) -> tuple[Word, ...]:
        """The words of the sentence before the edit, the nearest first."""
        return self.all[: self.start][::-1]

    @property
    def after(self) -> tuple[Word, ...]:
        """The words of the sentence after the edit."""
        return self.all[self.end :]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of one sentence in the place of words of the other; one side may have none."""

    left: Side
    right: Side

    def __iter__(self) -> Iterator[Side]:
        """Both sides."""
        yield from (self.left, self.right)

    @property
    def is_replacement(self) -> bool:
        """Whether both sides have words."""
        return bool(self.left.words and self.right.words)


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits between two sentences, all their words, and whether those that both have come in one order."""

    found: tuple[Edit, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    is_straight: bool


@memoised(SENTENCES)
def edits_between(left: Span, right: Span) -> Edits | None:
    """The edits between two sentences; None where they differ in more than a few words, or have few in common.

    Words that only moved are no edit; nor are articles, auxiliaries and pronouns.
    """
    mine, yours = spoken(left), spoken(right)
    counts = _counts(mine), _counts(yours)
    shared, limits = counts[0] & counts[1], lexicon(EditsWords).minimal
    if shared.total() < max(limits.equal, limits.share * min(c.total() for c in counts)):
        return None
    found = tuple(_edits(mine, yours))
    if any(sum(w.kind != "function" for e in found for w in s) > limits.most for s in _sides(found)):
        return None
    orders = [[w.key for w in side if w.key in shared] for side in (mine, yours)]
    return Edits(found, mine, yours, is_straight=orders[0] == orders[1])


@memoised(SENTENCES)
def spoken(sentence: Span) -> tuple[Word, ...]:
    """The words of a sentence."""
    return words_of(sentence, ())


def _sides(found: Sequence[Edit]) -> Iterator[list[Word]]:
    yield [w for e in found for w in e.left.words]
    yield [w for e in found for w in e.right.words]


def _counts(found: Iterable[Word]) -> Counter[str]:
    return Counter(w.key for w in found if w.kind != "function")


def _edits(mine: tuple[Word, ...], yours: tuple[Word, ...]) -> Iterator[Edit]:
    """The stretches that differ, without words that stand elsewhere in the other sentence as well."""
    equal = Levenshtein.editops([w.key for w in mine], [w.key for w in yours]).as_matching_blocks()
    parts = [((a.a + a.size, b.a), (a.b + a.size, b.b)) for a, b in pairwise([MatchingBlock(0, 0, 0), *equal])]
    gone = Counter(w.key for (start, end), _ in parts for w in mine[start:end])
    moved = gone & Counter(w.key for _, (start, end) in parts for w in yours[start:end])
    for mine_part, yours_part in parts:
        left = _side(mine, *mine_part, moved)
        right = _side(yours, *yours_part, moved)
        if left.words or right.words:
            yield Edit(left, right)


def _side(every: tuple[Word, ...], start: int, end: int, moved: Counter[str]) -> Side:
    return Side(tuple(w for w in every[start:end] if not (_is_light(w) or w.key in moved)), every, start, end)


def _is_light(word: Word) -> bool:
    return word.kind == "function" and word.text not in lexicon(EditsWords).heavy
