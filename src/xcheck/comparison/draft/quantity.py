"""How many, in a draft and its source: also what a draft says was reached beyond the highest figure of its source."""

from __future__ import annotations

from decimal import Decimal

from xcheck.claims.quantity.scales import comparable
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import figures, quantity
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim, Quantity
from xcheck.records.comparison import Compared


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers, but "up to" with a figure beyond the source's is a ``conflict``: no bound, but what was reached."""
    return quantity.compare(draft, source, context, beyond=_beyond)


def _beyond(draft: Quantity, source: Quantity) -> Compared | None:
    (mine, _, high), (yours, low, most) = comparable(draft), comparable(source)
    if mine != yours or draft.low is not None or high is None or low is None or most is None:
        return None
    if not figures.is_reached(draft):
        return None
    slack = abs(most) * Decimal(str(lexicon(Thresholds).figures.rounding))
    return compared("conflict", draft, source, variant="count") if high > most + slack else None
