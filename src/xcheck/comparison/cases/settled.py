"""What agrees anywhere in two documents is settled, and is held against nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.comparison.cases.copies import Copies, copies
from xcheck.comparison.cases.held import SETTLING, Held, Place
from xcheck.comparison.context import Mode
from xcheck.nlp.lexicon import lexicon
from xcheck.records.comparison import Compared, Slot
from xcheck.records.slots import TABLE

_AGREEING = ("same", "compatible", "narrower", "wider")


def printed_in(alignment: Alignment, mode: Mode) -> Copies:
    """The sentences that both documents print: in a check those of the draft alone, within one draft none."""
    if mode == "draft":
        return Copies(frozenset(), frozenset())
    printed = copies(alignment.pairs)
    return printed._replace(right=frozenset()) if mode == "check" else printed


def settled_in(held: Iterable[tuple[SentencePair, list[Held]]], alignment: Alignment, mode: Mode) -> frozenset[Place]:
    """What agrees in pairs of sentences near enough: in a check in the draft alone, within one draft nothing."""
    if mode == "draft":
        return frozenset()
    near = lexicon("comparison")["event"]["near"]
    settled = _settled(h for pair, all_held in held if pair.score >= near for h in all_held)
    return settled if mode == "peers" else frozenset(p for p in settled if p[0] == _draft(alignment))


def _settled(held: Iterable[Held]) -> frozenset[Place]:
    """The stretches of both documents that agree with something in the other one.

    Of two quotations the shorter is settled: what the longer has beyond it is not. Two titles that one person may hold
    settle neither.
    """
    return frozenset(
        place
        for h in held
        for slot, results in h.comparison.slots.items()
        if slot in SETTLING and (h.is_one_event or not TABLE[slot].of_events)
        for result in results
        if _settles(slot, result)
        for place in (_shorter(h.places(result)) if slot == "quote" else h.places(result))
    )


def _settles(slot: Slot, result: Compared) -> bool:
    """Whether a result is agreement enough to settle what agrees."""
    return (
        result.outcome in _AGREEING and (slot, result.outcome) != ("role", "compatible") and result.variant != "rough"
    )


def _shorter(places: Iterable[Place]) -> Iterable[Place]:
    """The shortest place, and those that are hardly longer (by half at most): marks and a word or two are no more."""
    ordered = sorted(places, key=lambda p: p[2] - p[1])
    return [p for p in ordered if 2 * (p[2] - p[1]) <= 3 * (ordered[0][2] - ordered[0][1])]


def _draft(alignment: Alignment) -> str:
    """The document on the left: in a check, the draft."""
    return alignment.pairs[0].left.claims[0].document
