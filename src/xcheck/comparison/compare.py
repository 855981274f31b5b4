"""Two claims held against each other, slot by slot."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xcheck.comparison import gates
from xcheck.comparison.context import Comparator, Context
from xcheck.comparison.draft import comparators as draft
from xcheck.comparison.slots import comparators as slots
from xcheck.records.claim import Claim
from xcheck.records.comparison import ClaimPair, Comparison, Slot

OF_PEERS: Mapping[Slot, Comparator] = slots.COMPARATORS
OF_DRAFTS: Mapping[Slot, Comparator] = MappingProxyType({**slots.COMPARATORS, **draft.COMPARATORS})


def compare(left: Claim, right: Claim, context: Context) -> Comparison:
    """Every slot that both claims, or pointedly one, fill, with its outcomes; and the gates that hold."""
    comparators = OF_PEERS if context.source is None else OF_DRAFTS
    found = {slot: comparator(left, right, context) for slot, comparator in comparators.items()}
    filled = {slot: results for slot, results in found.items() if results}
    features = {
        "sentences": round(context.score, 4),
        "likeness": round(context.likeness(left, right), 4),
        "closeness": round(context.closeness(left, right), 4),
    }
    pair = ClaimPair(left=left.id, right=right.id, score=round(context.score, 4), features=features)
    return Comparison(pair=pair, slots=filled, gates=gates.shut(left, right, filled, context))
