"""A parsed document: what every slot of a claim is read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xcheck.nlp.pipeline import Kept, parse
from xcheck.records.base import Span as Stretch
from xcheck.records.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True)
class Sentence:
    """A sentence of the article itself: ``tokens`` without the white space at its ends."""

    tokens: Span
    headline: bool
    paragraph: int

    @property
    def start(self) -> int:
        """Its first character's offset in the document."""
        return int(self.tokens.start_char)

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return int(self.tokens.end_char)


@dataclass(frozen=True)
class Analysis:
    """A document with its parse. ``sentences`` leaves out bylines, datelines and furniture."""

    document: Document
    doc: Doc

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that may claim something, in order."""
        found = []
        for number, region in enumerate(self.document.regions):
            if region.kind not in ("title", "subtitle", "body"):
                continue
            span = self.doc.char_span(region.start, region.end, alignment_mode="expand")
            if span is None:
                continue
            for sent in self.doc[span.start : span.end].sents:  # type: ignore[attr-defined]  # spaCy's stub lacks it
                tokens = _trimmed(sent, span.start, span.end)
                if len(tokens):
                    found.append(Sentence(tokens, region.kind in ("title", "subtitle"), number))
        return tuple(found)

    def stretch(self, tokens: Sequence[Token] | Span) -> Stretch:
        """The text from the first to the last of some tokens of this document."""
        start = min(t.idx for t in tokens)
        end = max(t.idx + len(t) for t in tokens)
        return Stretch.of(self.document.text, start, end)


def _trimmed(sent: Span, start: int, end: int) -> Span:
    first, last = max(sent.start, start), min(sent.end, end)
    while first < last and sent.doc[first].is_space:
        first += 1
    while last > first and sent.doc[last - 1].is_space:
        last -= 1
    return sent.doc[first:last]


def analyse(documents: Sequence[Document], model: str | None = None, kept: Kept | None = None) -> list[Analysis]:
    """Parses documents whose layout is recognised, in one batch; the paragraphs that ``kept`` has are not parsed."""
    return [Analysis(d, doc) for d, doc in zip(documents, parse(documents, model, kept), strict=True)]
