"""Two claims held against each other, slot by slot."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xcheck.alignment.local import Local, local
from xcheck.comparison import gates
from xcheck.comparison.context import Comparator, Context, Meeting
from xcheck.comparison.draft import comparators as draft
from xcheck.comparison.remembered import Remembered, plain
from xcheck.comparison.slots import comparators as slots
from xcheck.records.claim import Claim
from xcheck.records.comparison import ClaimPair, Comparison, Gate, Slot, Slots
from xcheck.resources import PAIRS, memoised

OF_PEERS: Mapping[Slot, Comparator] = slots.COMPARATORS
OF_DRAFTS: Mapping[Slot, Comparator] = MappingProxyType({**slots.COMPARATORS, **draft.COMPARATORS})

_Compared = tuple[Slots, tuple[Gate, ...]]


def compare(left: Claim, right: Claim, meeting: Meeting) -> Comparison:
    """Every slot that both claims, or pointedly one, fill, with its outcomes; and the gates that hold.

    The words of an outcome are counted from the start of their sentence.
    """
    mine, yours = local(left), local(right)
    measures = meeting.between(mine, yours)
    found, shut = _remembered(mine, yours, plain(meeting)).of(meeting, measures, _compared)
    features = {
        "sentences": round(meeting.score, 4),
        "likeness": round(measures.likeness, 4),
        "closeness": round(measures.closeness, 4),
    }
    pair = ClaimPair(left=left.id, right=right.id, score=features["sentences"], features=features)
    return Comparison(pair=pair, slots=found, gates=shut)


@memoised(PAIRS)
def _remembered(left: Local, right: Local, _plain: tuple[object, ...]) -> Remembered[_Compared]:
    return Remembered(left.claim, right.claim)


def _compared(left: Claim, right: Claim, context: Context) -> _Compared:
    comparators = OF_DRAFTS if context.of_draft else OF_PEERS
    found = {slot: comparator(left, right, context) for slot, comparator in comparators.items()}
    filled = Slots({slot: results for slot, results in found.items() if results})
    return filled, gates.shut(left, right, filled, context)
