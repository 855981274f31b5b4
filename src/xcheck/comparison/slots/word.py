"""A telling word: what stands in the place of what in two sentences that are alike but for it, and which no slot reads."""

from __future__ import annotations

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


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For the words in which two sentences differ that are alike otherwise: ``conflict``, named after what they turn.

    ``raised``: a draft drops what limits its source's statement, or names a deed that says more. ``incomparable``: a
    word in the place of another one that it is not known to fit; with a judge that finds a difference, it is a conflict.
    """
    if context.copied:
        return ()
    found = edits_between(left.sentence, right.sentence)
    reads = [*Reader(found, context.source is not None, (_verb(left), _verb(right))).read()] if found else []
    if not reads and (contrasted := contrast_anywhere(left.sentence, right.sentence)):
        reads = [contrasted]
    return tuple(_outcome(r, left, right, context) for r in reads if _is_within(r, left, right))


def _verb(claim: Claim) -> Mapping[int, str]:
    return {claim.predicate.start: claim.predicate.lemma} if claim.predicate else {}


def _is_within(read: Read, left: Claim, right: Claim) -> bool:
    """Whether the words stand in the two claims."""
    sides = ((read.left, left), (read.right, right))
    return all(w is None or c.start <= w.start < c.end for w, c in sides)


def _outcome(read: Read, left: Claim, right: Claim, context: Context) -> Compared:
    spans = _span(read.left, left), _span(read.right, right)
    says = spans[0].text if spans[0] else left.text, spans[1].text if spans[1] else right.text
    if read.what in _RAISED:
        return compared("raised", *spans, variant=read.what, says=says)
    if read.what in ("open", "deed"):
        parted = context.differing >= lexicon("edits")["judged"]
        outcome, variant = ("conflict", "deed" if read.what == "deed" else "sort") if parted else ("incomparable", "")
        return compared(outcome, *spans, variant=variant, says=says)  # type: ignore[arg-type]
    return compared("conflict", *spans, variant=read.what, says=says)


def _span(word: Word | None, claim: Claim) -> Span | None:
    if word is None:
        return None
    end = word.start + len(word.text)
    at = word.start - claim.sentence.start
    return Span(start=word.start, end=end, text=claim.sentence.text[at : end - claim.sentence.start])
