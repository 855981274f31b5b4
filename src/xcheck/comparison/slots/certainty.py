"""One asserts as fact what the other hedges, plans, expects or makes conditional."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.alignment.frames import same_deed, whole_frame
from xcheck.comparison.context import Context, compared
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Certainty, Claim
from xcheck.records.comparison import Compared, Outcome


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same``, or ``raised`` / ``lowered`` (seen from left to right) with the lower level as variant.

    Nothing where two claims say different things: the one may be certain and the other not.
    """
    if not _one_statement(left, right, context):
        return _open(left, right, context)
    steps = lexicon(ComparisonWords).certainty
    gap = _level(right, steps, credited=bool(left.attribution)) - _level(left, steps, credited=bool(right.attribution))
    says = (left.certainty, right.certainty)
    if gap == 0:
        return (compared("same", None, None, says=says),)
    lower, surer = (left, right) if gap > 0 else (right, left)
    outcome: Outcome = "raised" if gap > 0 else "lowered"
    if abs(gap) == 1 or (lower.certainty == "question" and not _is_open(lower, surer)):
        outcome = "compatible"
    return (compared(outcome, left.predicate, right.predicate, variant=lower.certainty, says=says),)


def _open(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """In sentences that surely speak of one thing: what one says is or will be, and the other only may (``open``)."""
    limits = lexicon(Thresholds).statement
    if not (context.meets(limits.open_score) and context.is_like(left, right, limits.open)):
        return ()
    loose = [c.certainty in lexicon(ComparisonWords).open for c in (left, right)]
    firm = [_is_settled(c) for c in (left, right)]
    if not ((loose[0] and firm[1]) or (firm[0] and loose[1])):
        return ()
    says = (left.certainty, right.certainty)
    return (compared("raised" if loose[0] else "lowered", left.predicate, right.predicate, variant="open", says=says),)


def _is_open(question: Claim, answer: Claim) -> bool:
    """Whether a question stands against what another claim affirms: not what is denied or answered."""
    return answer.polarity == "affirmed" and not question.posed


def _is_settled(claim: Claim) -> bool:
    """Whether a claim says that something is or will be so; what has been is no answer to what may be."""
    if claim.polarity == "negated" or claim.certainty not in lexicon(ComparisonWords).firm:
        return False
    return claim.certainty != "fact" or claim.tense != "past"


def _one_statement(left: Claim, right: Claim, context: Context) -> bool:
    limits = lexicon(Thresholds).statement
    least = limits.one_deed if same_deed(left, right) else limits.any_deed
    return whole_frame(left, right) or context.is_like(left, right, least)


def _level(claim: Claim, steps: Mapping[Certainty, int], *, credited: bool) -> int:
    """The step of a claim's certainty; hearsay, where the other claim credits somebody, is as sure as that."""
    told = claim.certainty in ("hearsay", "allegation") and credited
    return steps["fact"] if told else steps[claim.certainty]
