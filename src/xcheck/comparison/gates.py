"""Why a pair of claims must not be called a conflict: one small test a gate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from xcheck.comparison.context import Context
from xcheck.language.lexicon import lexicon, words
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Gate, Slot

Slots = Mapping[Slot, tuple[Compared, ...]]
Test = Callable[[Claim, Claim, Slots, Context], bool]


def shut(left: Claim, right: Claim, slots: Slots, context: Context) -> tuple[Gate, ...]:
    """The gates that hold for two claims, in the order of the taxonomy."""
    return tuple(gate for gate, test in _TESTS.items() if test(left, right, slots, context))


def _has(slots: Slots, slot: Slot, *outcomes: str) -> bool:
    return any(c.outcome in outcomes for c in slots.get(slot, ()))


def _variant(slots: Slots, slot: Slot, variant: str) -> bool:
    return any(c.variant == variant for c in slots.get(slot, ()))


def _other_event(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """The sentences hardly speak of one thing, and the claims share no telling word."""
    return not context.pinned and context.closeness(left, right) < lexicon("comparison")["event"]["closeness"]


def _later_figure(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """A count that moves on: the times are apart, or one is a floor that the other lies above."""
    return _has(slots, "quantity", "conflict") and (
        _has(slots, "time", "conflict") or _variant(slots, "quantity", "later")
    )


def _other_scope(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """Each side quantifies over something else: a part, another group, another period."""
    if not _has(slots, "quantity", "conflict"):
        return False
    scopes = words("comparison", "scope")
    mine, yours = (set(c.text.casefold().split()) & scopes for c in (left, right))
    return mine != yours or _other_moment(left, right, slots)


def _other_moment(left: Claim, right: Claim, slots: Slots) -> bool:
    """Prices, rates and shares are of a moment: one that is dated on one side alone may be of another one."""
    measured = any(r.outcome == "conflict" and r.variant == "measure" for r in slots.get("quantity", ()))
    return measured and bool(left.times) != bool(right.times)


def _list_slot(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """Two members of a list are not two answers to one question."""
    agents = [{p.entity or p.head for p in c.participants if p.part == "agent"} for c in (left, right)]
    return min(len(a) for a in agents) > 1 and bool(agents[0] & agents[1])


def _unrealised(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """Neither side says that it happened."""
    loose = ("counterfactual", "question", "condition")
    return left.certainty in loose and right.certainty in loose


def _aspect(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """One is under way where the other is done."""
    return (
        left.predicate is not None
        and right.predicate is not None
        and _has(slots, "polarity", "same")
        and {left.tense, right.tense} == {"past", "present"}
    )


def _reported_position(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """Two speakers take two positions, each reported as such: a dispute, not a contradiction."""
    return left.attribution is not None and right.attribution is not None and _variant(slots, "attribution", "speaker")


def _rounding(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """Rounding or conversion explains every difference of figures."""
    return _has(slots, "quantity", "compatible") and not _has(slots, "quantity", "conflict")


def _quoted_wording(left: Claim, right: Claim, slots: Slots, context: Context) -> bool:
    """The words compared stand in quotation marks on both sides: they are the speaker's, not the article's."""
    return bool(left.quotes) and bool(right.quotes) and _has(slots, "quote", "same")


_TESTS: Mapping[Gate, Test] = MappingProxyType(
    {
        "other-event": _other_event,
        "later-figure": _later_figure,
        "other-scope": _other_scope,
        "list-slot": _list_slot,
        "unrealised": _unrealised,
        "aspect": _aspect,
        "reported-position": _reported_position,
        "rounding": _rounding,
        "quoted-wording": _quoted_wording,
    }
)
