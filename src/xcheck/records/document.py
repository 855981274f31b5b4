"""A document: the text that a person sees, and what in it is not article."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from xcheck.records.base import Record, Span, whole

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"(?<!\w)[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?!\w)"
)
# spaCy's tokenizer takes time by the square of a word's length: 46 seconds for 6,000 dollar signs in a row.
_ENDLESS = re.compile(r"\S{201,}")

# Marks that some keyboards and programs set in place of an apostrophe, where only an apostrophe can be meant.
_NO_APOSTROPHE = "‘‛ʼʹ′´`＇"
_CONTRACTED = re.compile(
    rf"(?<=[nN])[{_NO_APOSTROPHE}ʻ](?=[tT]\b)"  # won‘t
    rf"|(?<=\w)[{_NO_APOSTROPHE}ʻ](?=(?:s|re|ve|ll|d|m)\b)"  # the town‘s, we‘re
    rf"|(?<=[^\W\d_])[{_NO_APOSTROPHE}](?=[^\W\d_])",  # O‘Hara; the okina of Hawaiʻi is a letter
    re.IGNORECASE,
)
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}

RegionKind = Literal["title", "subtitle", "byline", "dateline", "furniture", "body"]


def spelt_out(text: str) -> str:
    """Write the letters of a typographic ligature (``ﬁ``) one by one: the text may grow, its lines stay the same."""
    return text.translate(_LIGATURES)


class Region(Span):
    """A stretch of a document and the part it plays. Nothing is claimed from bylines, datelines and furniture."""

    kind: RegionKind


class Document(Record):
    """One article as read.

    ``text`` is what every offset counts in. ``regions`` is empty until the layout has been recognised; from then on
    it covers every line of the text that is not blank, in order, without overlap.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    regions: tuple[Region, ...] = ()
    markup: tuple[tuple[int, int], ...] = Field(
        default=(), description="stretches that a person does not see: Markdown's signs"
    )
    sources: tuple[str, ...] = Field(
        default=(), description="files that the article's front matter names as its sources"
    )

    @classmethod
    def from_text(cls, text: str, *, name: str, published: date | None = None) -> Document:
        """A document of plain text called ``name``. Its layout is recognised when it is first used.

        Each half of a character (a lone surrogate) is replaced by U+FFFD, so that offsets stay those of ``text``.
        """
        named = whole(name)
        return cls(id=named, path=named, text=spelt_out(whole(text)), published=published)

    @cached_property
    def plain(self) -> str:
        """The text as a person reads it, of the same length as ``text`` so that offsets are the same.

        Markup, the line breaks inside a region, invisible marks between words, and words of more than 200 characters
        (rows of signs, addresses, encoded data) are blanks. What stands for an apostrophe is one.
        """
        signs = list(self.text)
        for start, end in self.markup:
            signs[start:end] = " " * (end - start)
        for region in self.regions:
            for found in _BREAK.finditer(region.text):
                signs[region.start + found.start()] = " "
        seen = _INVISIBLE.sub(_blanked, "".join(signs))
        return _CONTRACTED.sub("’", _ENDLESS.sub(_blanked, seen))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins, in order; the first is 0."""
        return (0, *(i + 1 for i, c in enumerate(self.text) if c == "\n"))

    def line_of(self, offset: int) -> int:
        """The line, counted from 1, in which ``offset`` lies."""
        return bisect_right(self.line_starts, offset)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())
