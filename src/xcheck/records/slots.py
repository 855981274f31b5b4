"""The table of slots: all that is particular to one slot and is data. Comparators, rules, verdict and reports read it.

``docs/extending.md`` says what else a new slot takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from xcheck.records.claim import Certainty, Link
from xcheck.records.comparison import Outcome, Slot
from xcheck.records.finding import DivergenceType

_HEDGES: tuple[str, ...] = tuple(level for level in get_args(Certainty) if level != "fact")
_LINKS: tuple[str, ...] = get_args(Link)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotEntry:
    """One slot. ``heading`` is the row of the review's table in which it is shown; slots may share one.

    ``field`` is the field of a claim that holds it; ``is_list``: it holds several values. ``types`` are the types of
    divergence that turn on it. ``variants`` are all variants of each outcome: a comparator gives no others, and a rule
    that asks for another does not load. ``clashes`` are the outcomes that count as a difference in the verdict on two
    sentences, by the name of the signal. ``sides`` is what messages call the two claims by what they do in the slot,
    the one that says more first. ``settles``: what agrees anywhere in two documents is compared with nothing else;
    ``of_events``: only where the two claims say much the same, because two events may share it. ``holds_figures``: a
    figure may stand in it.
    """

    heading: str = ""
    field: str = ""
    is_list: bool = False
    types: tuple[DivergenceType, ...] = ()
    variants: Mapping[Outcome, tuple[str, ...]]
    clashes: Mapping[str, tuple[Outcome, ...]]
    sides: tuple[str, str] | None = None
    settles: bool = False
    of_events: bool = False
    holds_figures: bool = False


# In the order of the review's table; of the slots that hold figures, the first in which two copies differ counts.
TABLE: Mapping[Slot, SlotEntry] = MappingProxyType(
    {
        "people": SlotEntry(
            heading="Who",
            field="participants",
            is_list=True,
            types=("entity",),
            variants={"conflict": ("described", "other", "reversed", "spelling", "stranger")},
            clashes={"clash-people": ("conflict",)},
        ),
        "role": SlotEntry(
            heading="Who",
            field="roles",
            is_list=True,
            types=("role",),
            variants={"conflict": ("age", "title")},
            clashes={"clash-role": ("conflict",)},
            settles=True,
            holds_figures=True,
        ),
        "quantity": SlotEntry(
            heading="How many",
            field="quantities",
            is_list=True,
            types=("quantity", "quantity-unknown"),
            variants={
                "same": ("telling",),
                "compatible": ("rough",),
                "narrower": ("precision",),
                "wider": ("precision",),
                "conflict": ("bound", "count", "measure", "unit"),
                "known-vs-unknown": ("left-known", "right-known"),
            },
            clashes={"clash-quantity": ("conflict",), "clash-unknown": ("known-vs-unknown",)},
            sides=("known", "unknown"),
            settles=True,
            holds_figures=True,
        ),
        "time": SlotEntry(
            heading="When",
            field="times",
            is_list=True,
            types=("time",),
            variants={"conflict": ("clock", "date", "duration", "hour", "order")},
            clashes={"clash-time": ("conflict",)},
            settles=True,
            of_events=True,
            holds_figures=True,
        ),
        "place": SlotEntry(
            heading="Where",
            field="places",
            is_list=True,
            types=("place",),
            variants={"conflict": ("apart", "moved", "stranger")},
            clashes={"clash-place": ("conflict",)},
            settles=True,
            of_events=True,
        ),
        "certainty": SlotEntry(
            heading="How sure",
            field="certainty",
            types=("modality",),
            variants={
                "compatible": _HEDGES,
                "raised": (*_HEDGES, "open"),
                "lowered": (*_HEDGES, "extent", "open", "vouched"),
            },
            clashes={"clash-certainty": ("raised", "lowered")},
            sides=("firm", "hedged"),
        ),
        "attribution": SlotEntry(
            heading="Who says so",
            field="attribution",
            types=("attribution",),
            variants={
                "conflict": ("described", "speaker", "unnamed"),
                "only-left": ("own-voice",),
                "only-right": ("disputed", "own-voice"),
                "incomparable": ("unnamed",),
            },
            clashes={"clash-attribution": ("conflict",)},
            sides=("credited", "uncredited"),
        ),
        "quote": SlotEntry(
            heading="In quotes",
            field="quotes",
            is_list=True,
            types=("quote",),
            variants={"conflict": ("cut", "remark", "replaced", "speaker", "words")},
            clashes={"clash-quote": ("conflict",)},
            sides=("quoting", "reporting"),
            settles=True,
            holds_figures=True,
        ),
        "cause": SlotEntry(
            heading="Why",
            field="cause",
            types=("cause",),
            variants={
                "conflict": ("story",),
                "only-left": (*_LINKS, "doer", "raised"),
                "only-right": _LINKS,
            },
            clashes={"clash-cause": ("conflict",)},
        ),
        "polarity": SlotEntry(
            heading="Yes or no",
            field="polarity",
            types=("polarity",),
            variants={"conflict": ("negation", "opposite")},
            clashes={"clash-polarity": ("conflict",)},
        ),
        "word": SlotEntry(
            variants={
                "conflict": (
                    "deed",
                    "denied",
                    "direction",
                    "opposite",
                    "order",
                    "part",
                    "rank",
                    "sort",
                    "state",
                    "swapped",
                ),
                "lowered": ("beyond", "limit"),
            },
            clashes={},
            holds_figures=True,
        ),
        "content": SlotEntry(variants={}, clashes={}),
    }
)

VARIANTS: Mapping[str, Mapping[Outcome, tuple[str, ...]]] = MappingProxyType(
    {slot: own.variants for slot, own in TABLE.items()}
)
# The slot that each type of divergence turns on.
SLOT_OF_TYPE: Mapping[str, Slot] = MappingProxyType({kind: slot for slot, own in TABLE.items() for kind in own.types})


def slots_by_heading() -> dict[str, tuple[Slot, ...]]:
    """Return the slots in each row of the review's table, by its heading."""
    headings = dict.fromkeys(own.heading for own in TABLE.values() if own.heading)
    return {heading: tuple(slot for slot, own in TABLE.items() if own.heading == heading) for heading in headings}
