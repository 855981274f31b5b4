"""How each slot of two peers is compared."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xcheck.comparison.context import Comparator
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
)
from xcheck.records.comparison import Slot

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
        "content": content.compare,
    }
)
