"""Whether two claims say the same thing, as far as their words tell."""

from __future__ import annotations

from xcheck.comparison.context import Context, compared
from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same`` or ``compatible`` by what the terms share, ``incomparable`` where that is too little."""
    limits = lexicon("comparison")["content"]
    likeness = context.likeness(left, right)
    outcome = "same" if likeness >= limits["same"] else "compatible" if likeness >= limits["compatible"] else "incomparable"
    return (compared(outcome, left.span, right.span),)  # type: ignore[arg-type]
