"""Two claims held against each other, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from xcheck.comparison import gates
from xcheck.comparison.context import Context
from xcheck.comparison.slots import (
    attribution,
    cause,
    certainty,
    content,
    people,
    place,
    polarity,
    quantity,
    quote,
    role,
    time,
    word,
)
from xcheck.records.claim import Claim
from xcheck.records.comparison import ClaimPair, Compared, Comparison, Slot

Comparator = Callable[[Claim, Claim, Context], tuple[Compared, ...]]

COMPARATORS: Mapping[Slot, Comparator] = MappingProxyType(
    {
        "quantity": quantity.compare,
        "time": time.compare,
        "people": people.compare,
        "role": role.compare,
        "place": place.compare,
        "quote": quote.compare,
        "polarity": polarity.compare,
        "certainty": certainty.compare,
        "attribution": attribution.compare,
        "cause": cause.compare,
        "word": word.compare,
        "content": content.compare,
    }
)


def compare(left: Claim, right: Claim, context: Context) -> Comparison:
    """Every slot that both claims, or pointedly one, fill, with its outcomes; and the gates that hold."""
    found = {slot: comparator(left, right, context) for slot, comparator in COMPARATORS.items()}
    slots = {slot: results for slot, results in found.items() if results}
    features = {
        "sentences": round(context.score, 4),
        "likeness": round(context.likeness(left, right), 4),
        "closeness": round(context.closeness(left, right), 4),
    }
    pair = ClaimPair(left=left.id, right=right.id, score=round(context.score, 4), features=features)
    return Comparison(pair=pair, slots=slots, gates=gates.shut(left, right, slots, context))
