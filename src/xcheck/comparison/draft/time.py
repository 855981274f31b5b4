"""When, in a draft and its source: also which of two events came first."""

from __future__ import annotations

from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import time
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also ``conflict`` with variant ``order``: what came first comes second.

    Lengths may conflict that have one number of two units ("nine days" for "nine weeks").
    """
    turned = _reversed_order(draft, source) if context.is_told_anew else None
    if turned is not None:
        return (compared("conflict", *turned, variant="order", says=(draft.sentence.text, source.sentence.text)),)
    return time.compare(draft, source, context, any_unit=True)


def _reversed_order(draft: Claim, source: Claim) -> tuple[Span, Span] | None:
    """The words that tell the order of two events in a draft and its source, where the one turns it round."""
    mine, yours = draft.sentence.order, source.sentence.order
    if mine is None or yours is None:
        return None
    one, two = (set(mine.earlier), set(mine.later)), (set(yours.earlier), set(yours.later))
    straight = len(one[0] & two[0]) + len(one[1] & two[1])
    crossed = len(one[0] & two[1]) + len(one[1] & two[0])
    both = one[0] & two[1] and one[1] & two[0]
    return (mine.link, yours.link) if both and crossed > straight else None
