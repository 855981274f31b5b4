"""A telling word: what stands in the place of what in two sentences that are alike but for it, and which no slot reads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xcheck.comparison.context import Context, compared
from xcheck.comparison.edits.align import edits_between
from xcheck.comparison.edits.contrasts import contrast_anywhere
from xcheck.comparison.edits.reading import Read, Reader
from xcheck.comparison.words import Word
from xcheck.nlp.lexicon import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared

_RAISED = ("limit", "beyond")
_WORD = re.compile(r"[\w'’.,-]*\w")
_FIGURE = re.compile(r"[\w.,-]*\w(?: [\w'’-]+){0,3}")  # with the words after it that say of what it is


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For the words in which two sentences differ that are alike otherwise: ``conflict``, named after what they turn.

    ``raised``: a draft drops what limits its source's statement, or names a deed that says more. ``incomparable``: a
    word in the place of another one that it is not known to fit; with a judge that finds a difference, it is a conflict.
    ``compatible``: the words turn nothing.
    """
    found = edits_between(left.sentence, right.sentence)
    reader = Reader(found, context.source is not None, (_verb(left), _verb(right))) if found else None
    reads = [*reader.read()] if reader else []
    if not reads and (contrasted := contrast_anywhere(left.sentence, right.sentence)):
        reads = [contrasted]
    if reads:
        return tuple(_outcome(r, left, right, context) for r in reads if _is_within(r, left, right))
    return (compared("compatible", None, None),) if reader and reader.turns_nothing else ()


def _verb(claim: Claim) -> Mapping[int, str]:
    return {claim.predicate.start: claim.predicate.lemma} if claim.predicate else {}


def _is_within(read: Read, left: Claim, right: Claim) -> bool:
    """Whether the words stand in the two claims."""
    sides = ((read.left, left), (read.right, right))
    return all(w is None or c.start <= w.start < c.end for w, c in sides)


def _outcome(read: Read, left: Claim, right: Claim, context: Context) -> Compared:
    spans = _span(read.left, left), _span(read.right, right)
    says = _said(read, read.left, left), _said(read, read.right, right)
    if read.what in _RAISED and context.source is not None:
        return compared("raised", *spans, variant=read.what, says=says)
    if read.what in _RAISED:
        return compared("incomparable", *spans, says=says)
    if read.what in ("open", "deed"):
        parted = context.differing >= lexicon("edits")["judged"]
        outcome, variant = ("conflict", "deed" if read.what == "deed" else "sort") if parted else ("incomparable", "")
        return compared(outcome, *spans, variant=variant, says=says)  # type: ignore[arg-type]
    return compared("conflict", *spans, variant=read.what, says=says)


def _said(read: Read, word: Word | None, claim: Claim) -> str:
    """A word as a message names it: a figure that changes places with what it is of, nothing as the whole claim."""
    if word is None:
        return claim.text
    pattern = _FIGURE if read.what == "swapped" else _WORD
    return " ".join(pattern.match(claim.sentence.text[word.start - claim.sentence.start :])[0].split())  # type: ignore[index]


def _span(word: Word | None, claim: Claim) -> Span | None:
    if word is None:
        return None
    at = word.start - claim.sentence.start
    text = _WORD.match(claim.sentence.text[at:])
    return Span(start=word.start, end=word.start + len(text[0]), text=text[0]) if text else None
