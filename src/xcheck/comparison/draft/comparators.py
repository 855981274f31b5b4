"""How a slot of a draft is compared with its source's, where that is not how peers are compared."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xcheck.comparison.context import Comparator
from xcheck.comparison.draft import (
    attribution,
    cause,
    certainty,
    people,
    place,
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
        "certainty": certainty.compare,
        "attribution": attribution.compare,
        "cause": cause.compare,
    }
)
