"""What the parts of attribution share: a credit found in a sentence, and a page that knows its quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.verbs import children
from xcheck.records.claim import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Credit:
    """Somebody credited with something, in words of the parse.

    ``cue`` and ``source`` are neighbouring tokens (``source`` may be empty), ``holder`` the head word of who is meant
    (for "who said", the noun before it). The content is ``[start, end)`` in characters of the document. ``speech``:
    uttered in words, so that a quotation may follow on.
    """

    sentence: Sentence
    cue: tuple[Token, ...]
    source: tuple[Token, ...]
    holder: Token | None
    start: int
    end: int
    denied: bool = False
    speech: bool = False


@dataclass(frozen=True)
class Page:
    """A parsed document with its quotations, in order."""

    analysis: Analysis
    quotes: Sequence[Quote]

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.analysis.document.text

    @cached_property
    def _starts(self) -> list[int]:
        return [q.start for q in self.quotes]

    @cached_property
    def voices(self) -> frozenset[str]:
        """The last words of the names that speak in the body, as subjects of verbs of saying."""
        verbs = words("reporting", "speech")
        speaking = [t for t in self._body if t.dep_ == "nsubj" and t.head.lemma_.lower() in verbs]
        beside = (c for t in speaking for c in children(t, "appos"))
        return frozenset(t.text for t in (*speaking, *beside) if t.pos_ == "PROPN")

    @cached_property
    def told_of(self) -> frozenset[str]:
        """The words of the names that the body has, whatever it says of them."""
        return frozenset(t.text for t in self._body if t.pos_ == "PROPN")

    @property
    def _body(self) -> Iterator[Token]:
        return (t for s in self.analysis.sentences if not s.headline for t in s.tokens)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds the character at ``offset``, marks included."""
        i = bisect_right(self._starts, offset) - 1
        return self.quotes[i] if i >= 0 and offset < self.quotes[i].end else None

    def quotes_within(self, start: int, end: int) -> Sequence[Quote]:
        """The quotations that share a character with ``[start, end)``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end - 1)
        return [q for q in self.quotes[first:last] if q.end > start]

    def quotes_before(self, offset: int) -> Iterator[Quote]:
        """The quotations that end at or before ``offset``, the nearest first."""
        for i in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if self.quotes[i].end <= offset:
                yield self.quotes[i]

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of content: widened to whole quotations, without the blanks and commas around it."""
        for edge in (self.quote_at(start), self.quote_at(end - 1)):
            if edge is not None:
                start, end = min(start, edge.start), max(end, edge.end)
        while start < end and self.text[start] in " \t\n\u00a0,;:–—-":
            start += 1
        while end > start and (self.text[end - 1] in " \t\n\u00a0,;:–—" or self._is_full_stop(end - 1)):
            end -= 1
        return start, end

    def _is_full_stop(self, at: int) -> bool:
        return self.text[at] == "." and self.text[at - 1 : at].islower() and self.quote_at(at) is None


def ends(tokens: Iterable[Token]) -> tuple[int, int]:
    """The character offsets at which some tokens begin and end."""
    chosen = list(tokens)
    return min(t.idx for t in chosen), max(t.idx + len(t) for t in chosen)
