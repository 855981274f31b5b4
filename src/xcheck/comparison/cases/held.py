"""Two claims held against each other, and what is held in a pair of sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from xcheck.alignment.frames import same_frame
from xcheck.alignment.match import Alignment, SentencePair
from xcheck.comparison import gates
from xcheck.comparison.cases.copies import counterparts, is_copy, is_verbatim
from xcheck.comparison.compare import compare
from xcheck.comparison.context import Meeting
from xcheck.comparison.edits.align import edits_between
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Comparison, Slot, Slots
from xcheck.records.slots import TABLE

Place = tuple[str, int, int]

SETTLING: tuple[Slot, ...] = tuple(slot for slot, own in TABLE.items() if own.settles)
_PARTING = ("conflict", "only-left", "only-right")
_AT_ONE = frozenset({"same", "compatible", "incomparable"})
_ONE_EVENT = frozenset({("content", "same"), ("content", "compatible")})
_CONTRASTED = frozenset({("word", "conflict"), ("word", "lowered")})


@dataclass(frozen=True)
class Held:
    """Two claims held against each other."""

    left: Claim
    right: Claim
    comparison: Comparison

    @property
    def likeness(self) -> float:
        """How much the two claims' words share."""
        return self.comparison.pair.features["likeness"]

    @property
    def outcomes(self) -> frozenset[str]:
        """Every outcome of every slot."""
        return self.comparison.slots.outcomes

    @property
    def is_one_event(self) -> bool:
        """Whether the two claims say much the same."""
        return not _ONE_EVENT.isdisjoint(self.comparison.slots.told)

    @cached_property
    def is_one_frame(self) -> bool:
        """Whether the two claims share the doer and the deed, or the doer and what it is done to."""
        return same_frame(self.left, self.right)

    @cached_property
    def nearness(self) -> tuple[bool, float]:
        """What the nearest claim has most of: a shared frame or an opposed deed first, then likeness."""
        opposed = ("polarity", "opposite") in self.comparison.slots.told
        return opposed or self.is_one_frame, self.likeness

    @property
    def is_asserted(self) -> bool:
        """Whether both claims assert something."""
        return asserts(self.left) and asserts(self.right)

    @property
    def is_misquoted(self) -> bool:
        """Whether one claim quotes an utterance of the other with words replaced."""
        return ("quote", "replaced") in self.comparison.slots.told

    @property
    def is_edited(self) -> bool:
        """Whether the two sentences are alike but for a word that turns what they say, and the claims have it."""
        return self.is_contrasted and edits_between(self.left.sentence, self.right.sentence) is not None

    @property
    def is_contrasted(self) -> bool:
        """Whether the claims have two words that cannot both be right, in two sentences worded in whatever way."""
        return not _CONTRASTED.isdisjoint(self.comparison.slots.told)

    @property
    def is_unread(self) -> bool:
        """Whether one claim has a word in the place of another that it is not known to fit."""
        return any(r.outcome != "compatible" for r in self.comparison.slots.get("word", ()))

    @property
    def is_alike(self) -> bool:
        """Whether the two sentences are alike but for words that turn nothing."""
        return ("word", "compatible") in self.comparison.slots.told

    @property
    def parts(self) -> bool:
        """Whether the two claims differ in anything."""
        return not self.outcomes <= _AT_ONE

    @property
    def figure_slot(self) -> Slot | None:
        """The slot in which two copies of one sentence differ by their figure: one figure is one difference."""
        found = self.comparison.slots
        slots = (slot for slot, own in TABLE.items() if own.holds_figures)
        return next((s for s in slots if any(r.outcome not in _AT_ONE for r in found.get(s, ()))), None)

    def at_one(self, but: Slot | None = None) -> Held:
        """The same without anything in which they differ, save in one slot."""
        slots = Slots(
            (slot, kept)
            for slot, results in self.comparison.slots.items()
            if (kept := tuple(r for r in results if slot == but or r.outcome in _AT_ONE))
        )
        return replace(self, comparison=replace(self.comparison, slots=slots))

    def places(self, result: Compared) -> Iterable[Place]:
        """Where in the two documents the words of a result stand."""
        for claim, span in ((self.left, result.left), (self.right, result.right)):
            if span is not None:
                begin = claim.sentence.start
                yield claim.document, begin + span.start, begin + span.end

    def without(self, settled: frozenset[Place]) -> Held:
        """The same without the conflicts of what is settled elsewhere."""
        found = self.comparison.slots
        if not any(self._is_settled(slot, r, settled) for slot in SETTLING for r in found.get(slot, ())):
            return self
        slots = Slots(
            (slot, kept)
            for slot, results in found.items()
            if (kept := tuple(r for r in results if not self._is_settled(slot, r, settled)))
        )
        return replace(self, comparison=replace(self.comparison, slots=slots))

    def _is_settled(self, slot: Slot, result: Compared, settled: frozenset[Place]) -> bool:
        return slot in SETTLING and result.outcome in _PARTING and any(p in settled for p in self.places(result))


def held_in(pair: SentencePair, meeting: Meeting) -> list[Held]:
    """Hold each claim of one sentence against those of the other; copies keep only the figure in which they differ."""
    held = [Held(a, b, compare(a, b, meeting)) for a, b in counterparts(pair)]
    if is_verbatim(pair):
        return [h.at_one() for h in held]
    if meeting.copied:
        return [h.at_one(but=h.figure_slot) for h in held]
    return [h.at_one(but="quantity") if _is_only_event_count(h, pair) else h for h in held]


def _is_only_event_count(held: Held, pair: SentencePair) -> bool:
    """Whether two claims have no more in common than that each gives its article's count of one thing."""
    near = held.comparison.pair.features["closeness"] >= lexicon(Thresholds).event.closeness
    return not (pair.keyed or near) and gates.is_event_count(held.comparison.slots, pair.event_counts)


def asserting_pairs(pair: SentencePair, alignment: Alignment) -> list[Held]:
    """The claims of two sentences that assert something, each held against each."""
    return [h for h in held_in(pair, meeting_of(pair, alignment)) if h.is_asserted]


def meeting_of(
    pair: SentencePair, alignment: Alignment, *, source: frozenset[str] | None = None, one_hour: bool = False
) -> Meeting:
    """What is known of a pair of sentences. ``source`` and ``one_hour`` are as in ``Meeting``."""
    return Meeting(
        pair.score,
        pair.keyed,
        alignment.rarity,
        (pair.left.is_credited, pair.right.is_credited),
        lone=alignment.lone,
        copied=is_copy(pair),
        event_counts=pair.event_counts,
        differing=pair.reading.differ if pair.reading else 0.0,
        source=source,
        one_hour=one_hour,
        likenesses=alignment.likenesses,
    )


def asserts(claim: Claim) -> bool:
    """Whether a claim says something of the world: not that somebody spoke, nor a label without a verb.

    "Plans to sell", or "hopes to", tells of a thought, and of a sale that is planned.
    """
    return (
        claim.form in ("clause", "event")
        or claim.headline
        or (claim.form == "speech" and claim.certainty in ("plan", "possibility"))
    )
