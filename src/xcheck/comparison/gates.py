"""Why a pair of claims must not be called a conflict: one small test a gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from xcheck.alignment.event_counts import Asked
from xcheck.comparison.context import Context
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Gate, Slot
from xcheck.resources import CLAIMS, memoised

_MOVING: tuple[Slot, Slot] = ("quantity", "time")

Slots = Mapping[Slot, tuple[Compared, ...]]


class _Judged(NamedTuple):
    """What a gate may look at: two claims, what came out of each slot, and what is known of their sentences."""

    left: Claim
    right: Claim
    slots: Slots
    context: Context

    def has(self, slot: Slot, *outcomes: str) -> bool:
        """Whether a slot has one of some outcomes."""
        return any(c.outcome in outcomes for c in self.slots.get(slot, ()))

    def has_variant(self, slot: Slot, variant: str) -> bool:
        """Whether an outcome of a slot has a variant."""
        return any(c.variant == variant for c in self.slots.get(slot, ()))


def shut(left: Claim, right: Claim, slots: Slots, context: Context) -> tuple[Gate, ...]:
    """The gates that hold for two claims, in the order of the taxonomy; between copies of one sentence stands none.

    ``other-statement`` is not among them: it hangs on all claims of the two sentences, and ``cases`` adds it.
    """
    if context.copied:
        return ()
    pair = _Judged(left, right, slots, context)
    return tuple(gate for gate, test in _TESTS.items() if test(pair))


def _other_event(pair: _Judged) -> bool:
    """The sentences hardly speak of one thing, and the claims share no telling word."""
    return not (
        pair.context.keyed or any(pair.context.are_counts(*both) for both in _figures(pair.slots))
    ) and not pair.context.is_close(pair.left, pair.right, lexicon(Thresholds).event.closeness)


def is_event_count(slots: Slots, counts: frozenset[Asked]) -> bool:
    """Whether two figures that were compared are the documents' counts of one thing."""
    return bool(counts) and any((a.start, b.start) in counts for a, b in _figures(slots))


def _figures(slots: Slots) -> Iterator[tuple[Span, Span]]:
    """Every two figures that were compared."""
    return ((c.left, c.right) for c in slots.get("quantity", ()) if c.left and c.right)


def _later_figure(pair: _Judged) -> bool:
    """A count that moves on: the times are apart. A length of time that is counted itself is no time beside it."""
    if not (pair.has("quantity", "conflict") and pair.has("time", "conflict")):
        return False
    figures, times = ([c for c in pair.slots[s] if c.outcome == "conflict"] for s in _MOVING)
    return any(not any(_overlap(t, f) for f in figures) for t in times)


def _overlap(one: Compared, other: Compared) -> bool:
    return bool(one.left and other.left and one.left.overlaps(other.left))


def _other_scope(pair: _Judged) -> bool:
    """Each side quantifies over something else: a part, another group, another period."""
    if not pair.has("quantity", "conflict"):
        return False
    return pair.left.scopes != pair.right.scopes or _other_moment(pair)


def _other_moment(pair: _Judged) -> bool:
    """Prices, rates and shares are of a moment: one that is dated on one side alone may be of another one."""
    measured = any(r.outcome == "conflict" and r.variant == "measure" for r in pair.slots.get("quantity", ()))
    return measured and bool(pair.left.times) != bool(pair.right.times)


def _list_slot(pair: _Judged) -> bool:
    """Two members of a list are not two answers to one question."""
    mine, yours = _agents(pair.left), _agents(pair.right)
    return len(mine) > 1 and len(yours) > 1 and bool(mine & yours)


@memoised(CLAIMS)
def _agents(claim: Claim) -> frozenset[str]:
    return frozenset(p.entity or p.head for p in claim.participants if p.part == "agent")


def _unrealised(pair: _Judged) -> bool:
    """They differ, and one side only supposes, imagines or asks what the other says is so."""
    if not any(pair.has(slot, "conflict") for slot in pair.slots):
        return False
    sides = {pair.left.certainty, pair.right.certainty}
    return "fact" in sides and not sides.isdisjoint(("counterfactual", "question", "condition"))


def _reported_position(pair: _Judged) -> bool:
    """Two speakers take two positions, each reported as such: a dispute, not a contradiction."""
    return (
        pair.left.attribution is not None
        and pair.right.attribution is not None
        and pair.has_variant("attribution", "speaker")
    )


def _other_basis(pair: _Judged) -> bool:
    """The figures were counted in two ways: confirmed cases and suspected ones, a net profit and a gross one."""
    if not pair.has("quantity", "conflict"):
        return False
    mine, yours = set(pair.left.bases), set(pair.right.bases)
    return any(_part(ways, mine, yours) for ways in lexicon(ComparisonWords).basis)


def _part(ways: Sequence[Sequence[str]], mine: set[str], yours: set[str]) -> bool:
    """Whether each side names some of the ways of counting, and none that the other names."""
    named = [{i for i, way in enumerate(ways) if not said.isdisjoint(way)} for said in (mine, yours)]
    return bool(named[0] and named[1]) and named[0].isdisjoint(named[1])


def _quoted_wording(pair: _Judged) -> bool:
    """The words compared stand in quotation marks on both sides: they are the speaker's, not the article's."""
    return bool(pair.left.quotes) and bool(pair.right.quotes) and pair.has("quote", "same")


_TESTS: Mapping[Gate, Callable[[_Judged], bool]] = MappingProxyType(
    {
        "other-event": _other_event,
        "later-figure": _later_figure,
        "other-scope": _other_scope,
        "list-slot": _list_slot,
        "unrealised": _unrealised,
        "reported-position": _reported_position,
        "other-basis": _other_basis,
        "quoted-wording": _quoted_wording,
    }
)
