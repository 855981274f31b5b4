"""What a message says of two claims, and which of their words it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from xcheck.alignment.match import SentencePair
from xcheck.comparison.cases.passages import source_of, told
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Comparison, Slots
from xcheck.records.slots import TABLE

# What a finding may turn on, the most telling first.
_TELLING = ("conflict", "known-vs-unknown", "raised", "lowered", "narrower", "wider", "only-left", "only-right")


# Whether the left side is the one that says more, by the outcome; of a known figure by the variant.
_LEFT_SAYS_MORE: Mapping[str, bool] = MappingProxyType(
    {
        "left-known": True,
        "right-known": False,
        "lowered": True,
        "raised": False,
        "only-left": True,
        "only-right": False,
    }
)


Focus = dict[str, tuple[tuple[str, int, int], ...]]


def focus_of(left: Claim, right: Claim, slots: Slots, pair: SentencePair) -> Focus:
    """Give where the words stand that were compared in each slot, and those that the judge marked."""
    return {slot: _places(left, right, results) for slot, results in slots.items()} | _judged_focus(pair)


def _places(left: Claim, right: Claim, results: Sequence[Compared]) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (claim.document, claim.sentence.start + span.start, claim.sentence.start + span.end)
        for r in results
        for claim, span in ((left, r.left), (right, r.right))
        if span is not None
    )


def words_of(left: Claim, right: Claim, comparison: Comparison, pair: SentencePair) -> dict[str, str]:
    """Give what a message may say of two claims and their sentences: by side, and by the part that a side plays."""
    sides = {"left": _said(left, comparison, left=True), "right": _said(right, comparison, left=False)}
    filled = {f"{side}.{word}": text for side, said in sides.items() for word, text in said.items()}
    for first, second, is_left in _casts(comparison):
        for name, side in ((first, "left" if is_left else "right"), (second, "right" if is_left else "left")):
            filled |= {f"{name}.{word}": text for word, text in sides[side].items()}
    return filled | _judged_words(pair)


def _said(claim: Claim, comparison: Comparison, *, left: bool) -> dict[str, str]:
    """What one side says, slot by slot: of several outcomes the one that a finding would turn on."""
    said = {"document": claim.document, "source": source_of(claim), "text": told(claim)}
    for slot, results in comparison.slots.items():
        telling = min(results, key=lambda r: _TELLING.index(r.outcome) if r.outcome in _TELLING else len(_TELLING))
        said[slot] = telling.left_says if left else telling.right_says
    return said


def _casts(comparison: Comparison) -> Iterable[tuple[str, str, bool]]:
    """Names for the two sides by what they do: (one, other, whether the one is the left)."""
    for slot, own in TABLE.items():
        for result in comparison.slots.get(slot, ()) if own.sides else ():
            is_left = _LEFT_SAYS_MORE.get(result.variant if result.outcome == "known-vs-unknown" else result.outcome)
            if own.sides and is_left is not None:
                yield *own.sides, is_left


def _judged_words(pair: SentencePair) -> dict[str, str]:
    """The words of both sentences that the judge found the difference in, and its type."""
    reading = pair.reading
    if reading is None:
        return {}
    sides = (("left", pair.left, reading.left), ("right", pair.right, reading.right))
    said = {f"{side}.differs": s.span.text[w[0] : w[1]] if w else s.span.text for side, s, w in sides}
    return said | {"type": reading.type}


def _judged_focus(pair: SentencePair) -> Focus:
    """Where those words stand in the two documents."""
    reading = pair.reading
    if reading is None:
        return {}
    found = [
        (s.claims[0].document, s.span.start + w[0], s.span.start + w[1])
        for s, w in ((pair.left, reading.left), (pair.right, reading.right))
        if w
    ]
    return {"fit": tuple(found)}
