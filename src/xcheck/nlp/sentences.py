"""Where sentences begin: pysbd's rules on each line of the article, and once more inside long quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pysbd
from pysbd.lang.english import English

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.times import Times
from xcheck.nlp.syntax import quotations
from xcheck.records.document import Document
from xcheck.resources import loaded, memoised

LINES = 2**12  # of which the sentences are kept
LONGEST_LINE = 20_000
LONGEST_SENTENCE = 2_000
_LONGEST_TITLE = 12
_CLOCK = re.compile(r"\b[ap]\.m\.\s+$")
_INNER_BREAK = re.compile(r"(?<=[a-z\d)][.!?…])\s+(?=[A-Z])")
_PREPOSITIVE = frozenset(English.Abbreviation.PREPOSITIVE_ABBREVIATIONS)  # Mr, Gov, Sgt


@loaded
def _segmenter() -> pysbd.Segmenter:
    return pysbd.Segmenter(language="en", clean=False, char_span=False)


def sentence_spans(document: Document) -> list[tuple[int, int]]:
    """The sentences of a document as ``(start, end)``, in order, nothing but blanks between."""
    spans: list[tuple[int, int]] = []
    for region in document.regions:
        offset = region.start
        for line in document.plain[region.start : region.end].split("\n"):
            if line.strip():
                whole = (span for sentence in _in_line(line) for span in _bounded(line, *sentence))
                spans.extend((offset + start, offset + end) for start, end in whole)
            offset += len(line) + 1
    return spans


@memoised(LINES)
def _in_line(line: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a line, from its start."""
    pieces = _segmenter().segment(line) if len(line) <= LONGEST_LINE else [line]
    spans: list[tuple[int, int]] = []
    position = 0
    for piece in pieces:
        core = piece.strip()
        start = line.find(core, position)
        if not core or start < 0:
            continue
        if spans and _is_clock_and_day(line[max(0, start - 8) : start], core):
            start = spans.pop()[0]
        position = line.find(core, position) + len(core)
        spans.extend(_in_quotation(line, start, position))
    return tuple(spans) or ((0, len(line)),)


def _bounded(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without end, cut at blanks: no step has more to do than ``LONGEST_SENTENCE`` characters make."""
    while end - start > LONGEST_SENTENCE:
        blank = line.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = blank if blank > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut + len(line[cut : cut + LONGEST_SENTENCE]) - len(line[cut : cut + LONGEST_SENTENCE].lstrip())
    if start < end:
        yield start, end


def _is_clock_and_day(before: str, after: str) -> bool:
    """Whether a break stands inside a time, "9 p.m. Saturday", where pysbd sees an end."""
    first = re.match(r"[A-Za-z]*", after)
    named = lexicon(Times).weekdays.keys() | lexicon(Times).months.keys()
    return first is not None and first[0].lower() in named and _CLOCK.search(before) is not None


def _in_quotation(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """A quotation of several sentences, which pysbd keeps whole, cut at its inner full stops."""
    text = line[start:end]
    cuts = [
        start + cut.end()
        for first, last in quotations.in_text(text)
        for cut in _INNER_BREAK.finditer(text, first, last)
        if not _is_title(text[: cut.start()])
    ]
    ends = ((left, left + len(line[left:right].rstrip())) for left, right in pairwise([start, *cuts, end]))
    return [(left, right) for left, right in ends if right > left]


def _is_title(before: str) -> bool:
    """Whether a full stop belongs to a title before a name ("Mr. Roe"), and ends nothing."""
    return before.endswith(".") and before[-_LONGEST_TITLE:-1].rsplit(maxsplit=1)[-1].lower() in _PREPOSITIVE
