"""A telling word: what replaces what in two sentences that are alike but for it, where no slot reads it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xcheck.alignment.words import Word
from xcheck.comparison.context import Context, compared
from xcheck.comparison.edits.align import edits_between, spoken
from xcheck.comparison.edits.contrasts import contrast_anywhere
from xcheck.comparison.edits.reading import Read, Reader
from xcheck.nlp.lexicons.comparison import EditsWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Outcome

_MORE = ("limit", "beyond")
_UNKNOWN = MappingProxyType({"deed": "deed", "open": "sort"})  # what only the judge can tell, and its variant
_LABEL = 3  # words that show what a figure is of, the figure among them


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For the words in which two sentences differ that are alike otherwise: ``conflict``, named after what they turn.

    ``lowered``: a draft drops what limits its source's statement, or names a deed that says more. ``incomparable``: a
    word in the place of one that it is not known to fit, or a contrast in sentences that are worded in other ways;
    where the judge finds a difference, it is a conflict.
    ``compatible``: the words turn nothing.
    """
    found = edits_between(left.sentence, right.sentence)
    reader = Reader(found, context.of_draft, (_verb(left), _verb(right))) if found else None
    if reads := [*reader.read()] if reader else []:
        return tuple(_outcome(r, left, right, context) for r in reads if _is_within(r, left, right))
    if read := contrast_anywhere(left.sentence, right.sentence):
        return (_outcome(read, left, right, context, doubtful=True),) if _is_within(read, left, right) else ()
    return (compared("compatible", None, None),) if reader and reader.turns_nothing else ()


def _verb(claim: Claim) -> Mapping[int, str]:
    return {claim.predicate.start: claim.predicate.lemma} if claim.predicate else {}


def _is_within(read: Read, left: Claim, right: Claim) -> bool:
    """Whether the words stand in the two claims."""
    sides = ((read.left, left), (read.right, right))
    return all(w is None or c.start <= w.start < c.end for w, c in sides)


def _outcome(read: Read, left: Claim, right: Claim, context: Context, *, doubtful: bool = False) -> Compared:
    spans = _span(read.left), _span(read.right)
    says = _said(read, read.left, left), _said(read, read.right, right)
    if read.what in _MORE:
        outcome: Outcome = "lowered" if context.of_draft else "incomparable"
        return compared(outcome, *spans, variant=read.what if outcome == "lowered" else "", says=says)
    if (doubtful or read.what in _UNKNOWN) and not context.differs(lexicon(EditsWords).judged):
        return compared("incomparable", *spans, says=says)
    return compared("conflict", *spans, variant=_UNKNOWN.get(read.what, read.what), says=says)


def _said(read: Read, word: Word | None, claim: Claim) -> str:
    """A word as a message names it: a figure that changes places with what it is of, nothing as the whole claim."""
    if word is None:
        return claim.text
    if read.what != "swapped":
        return word.shown
    after = [w.shown for w in spoken(claim.sentence) if w.start >= word.start]
    return " ".join(after[:_LABEL])


def _span(word: Word | None) -> Span | None:
    return Span(start=word.start, end=word.start + len(word.shown), text=word.shown) if word else None
