"""A sentence laid out for figures, and the figures found in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from xcheck.claims.quantity.numerals import Numeral
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Numbers
from xcheck.records.claim import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 14


@dataclass(frozen=True)
class Figure:
    """A figure at ``[start, end)`` of its sentence's text, unit and bound included; ``numeral`` is its number alone.

    ``bound`` is what the words around it make of its ends; ``change`` is a direction, else the bound.
    """

    start: int
    end: int
    numeral: Numeral
    low: Decimal
    high: Decimal
    unit: str | None = None
    change: Change = "="
    bound: Change = "="
    counted: str | None = None
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scene:
    """A sentence as its text and its tokens: ``starts`` are their places in that text, which begins at ``offset``."""

    text: str
    headline: bool
    offset: int
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, sentence: Sentence) -> Scene:
        """Lays out a sentence."""
        tokens = tuple(t for t in sentence.tokens if not t.is_space)
        starts = tuple(t.idx - sentence.start for t in tokens)
        return cls(sentence.tokens.text, sentence.headline, sentence.start, tokens, starts)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The words and lemmas of the sentence in lower case."""
        return frozenset(w for t in self.tokens for w in (t.lower_, t.lemma_.lower()))

    @property
    def tells_contest(self) -> bool:
        """Whether the sentence speaks of a game or a vote, whose result is a pair of numbers."""
        return not lexicon(Numbers).contests.isdisjoint(self.spoken)

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap ``[start, end)``."""
        return self.tokens[self._first(start) : bisect_left(self.starts, end)]

    def after(self, end: int) -> tuple[Token, ...]:
        """The next tokens that start at ``end`` or after it, as many as a noun phrase may have."""
        first = bisect_left(self.starts, end)
        return self.tokens[first : first + _NEAR]

    def before(self, start: int) -> Token | None:
        """The last token that lies before ``start``."""
        first = self._first(start)
        return self.tokens[first - 1] if first > 0 else None

    def _first(self, start: int) -> int:
        """The place of the first token that reaches beyond ``start``."""
        first = bisect_left(self.starts, start)
        overlaps = first > 0 and self.starts[first - 1] + len(self.tokens[first - 1]) > start
        return first - 1 if overlaps else first
