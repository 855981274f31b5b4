"""Quotation marks: curly, straight, doubled single, low and angle marks; apostrophes told apart from them.

The marks are read in the text, before any parse: sentences are cut by them, pronouns are resolved by them, and quotes
are found by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.nlp.lexicon import words
from xcheck.records.document import Document, Region

if TYPE_CHECKING:
    from spacy.tokens import Doc

Stretch = tuple[int, int]

_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»'‘’‹›]")
_DOUBLE = frozenset({"''", "``", "’’", "‘‘", '"', "“", "”", "„", "‟", "«", "»"})
_OPENS = frozenset({"“", "„", "‟", "«", "``", "‘‘", "‹"})
_CLOSES = frozenset({"”", "»", "’’", "›"})
_SINGLE = frozenset("'’›")
_APOSTROPHES = frozenset("'’")
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009([{-–—/:;,…\"“”„«'‘")
_FARTHEST = 200  # marks between the two of one quotation; beyond that a mark never closed would cost quadratic time
_STOPS = frozenset(",.!?…;:-–—")


@dataclass(frozen=True)
class _Mark:
    """A quotation mark: where it stands, whether it is double, and what it may do there."""

    start: int
    end: int
    double: bool
    curved: bool
    opens: bool
    closes: bool


def in_text(text: str) -> list[Stretch]:
    """Return the outermost closed quotations of one paragraph, marks included, in order."""
    return [(start, end) for start, end in _read(text) if end is not None]


def in_document(document: Document) -> list[Stretch]:
    """Return the outermost quotations of the title and body, marks included, in order.

    One that runs over several paragraphs, each opened by a mark and only the last one closed, is a stretch a paragraph.
    """
    told = [r for r in document.regions if r.kind in ("title", "subtitle", "body")]
    texts = [document.plain[r.start : r.end] for r in told]
    found = []
    for i, region in enumerate(told):
        for start, end in _read(texts[i]):
            if end is not None:
                found.append((region.start + start, region.start + end))
            elif _runs_on(region, texts[i][start:], told[i + 1 : i + 2], texts[i + 1 : i + 2]):
                found.append((region.start + start, region.end))
    return found


def quoted_words(doc: Doc, document: Document) -> frozenset[int]:
    """Return the indices of the tokens that a quotation holds."""
    return _covered(doc, in_document(document))


def requoted_words(doc: Doc, document: Document) -> frozenset[int]:
    """Return the indices of the tokens that a quotation quotes in its turn: "He told me: 'I will stay.'"."""
    inner = ((start, document.plain[start + 1 : end - 1]) for start, end in in_document(document))
    return _covered(doc, [(at + 1 + start, at + 1 + end) for at, text in inner for start, end in in_text(text)])


def _covered(doc: Doc, stretches: Sequence[Stretch]) -> frozenset[int]:
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in stretches)
    return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))


def _read(text: str) -> Iterator[tuple[int, int | None]]:
    """Yield the outermost quotations of a paragraph; one that a double mark opens and nothing closes has no end."""
    marks = _marks(text)
    i = 0
    while i < len(marks):
        close = _closing(text, marks, i) if marks[i].opens else None
        if close is not None:
            yield marks[i].start, marks[close].end
            i = close
        elif marks[i].opens and marks[i].double:
            yield marks[i].start, None
        i += 1


def _runs_on(region: Region, rest: str, following: Sequence[Region], texts: Sequence[str]) -> bool:
    """Tell whether an unclosed quotation goes on in the next paragraph, which then opens with a mark of its own."""
    mark = _MARK.match(rest)
    same_kind = bool(following) and following[0].kind == region.kind
    return same_kind and mark is not None and texts[0][:2].startswith(mark[0])


def _marks(text: str) -> list[_Mark]:
    return [mark for found in _MARK.finditer(text) if (mark := _mark(text, found)) is not None]


def _mark(text: str, found: re.Match[str]) -> _Mark | None:
    """Return what a glyph may do by what stands around it; None for an apostrophe, and for inches: 6"2."""
    glyph, start, end = found.group(), found.start(), found.end()
    before, after = text[max(0, start - 2) : start], text[end : end + 1] or " "
    opens = _may_open(glyph, before[-1:] or " ", after) and not (glyph in _APOSTROPHES and _is_elision(text, end))
    closes = _may_close(glyph, before, after)
    if not (opens or closes) or (glyph == '"' and before[-1:].isdecimal() and after.isdecimal()):
        return None
    return _Mark(start, end, glyph in _DOUBLE, glyph in _OPENS | _CLOSES, opens or glyph in _OPENS, closes)


def _may_open(glyph: str, before: str, after: str) -> bool:
    return before in _BEFORE_OPENING and not after.isspace() and glyph not in _CLOSES


def _may_close(glyph: str, before: str, after: str) -> bool:
    """Tell whether a glyph may close: right behind a word, or behind a nested closing mark and a blank."""
    behind = not (before[-1:] or " ").isspace() or (glyph in _CLOSES and len(before) == 2 and before[0] in _SINGLE)
    return behind and glyph not in _OPENS and (glyph in _DOUBLE or not after.isalnum())


def _is_elision(text: str, end: int) -> bool:
    """An apostrophe that stands for left-out letters at the head of a word: '90s, 'em, 'tis."""
    word = re.match(r"\w+", text[end : end + 8])
    return word is not None and (word.group()[0].isdecimal() or word.group().lower() in words("reporting", "elisions"))


def _closing(text: str, marks: Sequence[_Mark], opening: int) -> int | None:
    """Return the place of the mark that closes a quotation: the next of its kind, past those nested in it."""
    inside = range(opening + 1, min(opening + _FARTHEST, len(marks)))
    if not marks[opening].double:
        return _closing_single(text, marks, inside)
    return _closing_double(marks, [i for i in inside if marks[i].double], straight=not marks[opening].curved)


def _closing_double(marks: Sequence[_Mark], inside: Sequence[int], *, straight: bool) -> int | None:
    """A double mark closes at the next one that no nested pair has opened; a straight one even inside curved pairs."""
    depth = 0
    for i in inside:
        if not marks[i].curved:
            if marks[i].closes and (straight or not depth):
                return i
        elif marks[i].opens:
            depth += 1
        elif not depth:
            return i
        else:
            depth -= 1
    return None


def _closing_single(text: str, marks: Sequence[_Mark], inside: Sequence[int]) -> int | None:
    """A single mark closes after a stop or a word not in s; else at the last one that may ("the miners' fund")."""
    last = None
    for i in (i for i in inside if not marks[i].double):
        if marks[i].opens and not marks[i].closes:
            break
        if marks[i].closes:
            last = i
            if text[marks[i].start - 1] in _STOPS or text[marks[i].start - 1].lower() != "s":
                break
    return last
