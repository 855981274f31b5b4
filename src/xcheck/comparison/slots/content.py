"""Whether two claims say the same thing, as far as their words tell."""

from __future__ import annotations

from xcheck.alignment.frames import same_frame
from xcheck.comparison.context import Context, compared
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Outcome


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same`` or ``compatible`` by their frame or by how close they are, ``incomparable`` where that is too little."""
    limits = lexicon(Thresholds).content
    outcome: Outcome = "incomparable"
    if same_frame(left, right):
        outcome = "same"
    elif context.is_close(left, right, limits.compatible):
        outcome = "same" if context.is_close(left, right, limits.same) else "compatible"
    return (compared(outcome, left.span, right.span),)
