"""Pairs of claims, compared and put into the form that rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.alignment.wording import sentence_words
from xcheck.comparison.cases.copies import is_verbatim
from xcheck.comparison.cases.held import Held, held_in, meeting_of
from xcheck.comparison.cases.judged import Judged, borne_out_elsewhere, chances, fit, gates_of, judged_of, strength
from xcheck.comparison.cases.passages import passage_of, place_of
from xcheck.comparison.cases.settled import printed_in, settled_in
from xcheck.comparison.cases.telling import focus_of, words_of
from xcheck.comparison.context import Mode
from xcheck.comparison.slots.time_of_day import one_hour
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.comparison import Case, Later

_HEADLINES = {
    (True, True): ("both",),
    (True, False): ("left",),
    (False, True): ("right",),
    (False, False): ("neither",),
}
_CLASHES = ("conflict", "known-vs-unknown")


def pair_cases(alignment: Alignment, mode: Mode) -> list[Case]:
    """A case for each pair of claims in each aligned pair of sentences, the likeliest first.

    What agrees anywhere in the two documents is settled, and is held against nothing else: a figure that has its equal
    in one sentence is not contradicted by another figure in the next. A sentence that both print is settled as a whole.
    Of a draft and its source only the draft's own words can be settled: its headline does not excuse its body. Within
    one draft nothing is.
    """
    held = _held_pairs(alignment, mode)
    settled = settled_in(held, alignment, mode)
    unsettled = [(pair, [h.without(settled) for h in all_held]) for pair, all_held in held]
    judged = [judged_of(pair, own, alignment.sentences, mode) for pair, own in unsettled]
    if mode == "check":
        judged = borne_out_elsewhere([pair for pair, _ in unsettled], judged)
    return [case for (pair, own), one in zip(unsettled, judged, strict=True) for case in _cases(pair, own, mode, one)]


def _held_pairs(alignment: Alignment, mode: Mode) -> list[tuple[SentencePair, list[Held]]]:
    """Each pair of sentences with its claims held against each other, but for what its copy elsewhere has alike."""
    printed = printed_in(alignment, mode)
    source = _source_words(alignment) if mode == "check" else None
    hours = one_hour(alignment.pairs) if mode == "peers" else frozenset()
    return [
        (pair, [h for h in held_in(pair, meeting) if not (h.parts and printed.is_elsewhere(pair))])
        for place, pair in enumerate(alignment.pairs)
        for meeting in (meeting_of(pair, alignment, source=source, one_hour=place in hours),)
    ]


def _source_words(alignment: Alignment) -> frozenset[str]:
    """The words, folded, of every sentence of the source that is paired with one of the draft."""
    return frozenset(word for pair in alignment.pairs for word in sentence_words(pair.right.span))


def _cases(pair: SentencePair, compared: Sequence[Held], mode: Mode, judged: Judged) -> list[Case]:
    if not compared:
        return []
    sure = pair.score >= lexicon(Thresholds).event.same
    firm = {id(h) for h in _mutual([h for h in compared if h.is_asserted]) if sure or h.is_one_frame}
    first = compared[0]
    both = _Both(
        {"fit": (fit(pair, judged),), "wording": ("same" if is_verbatim(pair) else "other",), "mode": (mode,)},
        (place_of(first.left), place_of(first.right)),
    )
    return [_of_pair(h, pair, mode, firm=id(h) in firm, judged=judged, both=both) for h in compared]


def _mutual(asserting: Sequence[Held]) -> list[Held]:
    """The pairs of claims of which each is the other's nearest."""
    nearest = [{id(held) for held in _best(asserting, side)} for side in (0, 1)]
    return [h for h in asserting if id(h) in nearest[0] & nearest[1]]


def _best(compared: Sequence[Held], side: int) -> Iterable[Held]:
    """For each claim of one side the pair in which it finds its nearest."""
    found: dict[str, Held] = {}
    for held in compared:
        name = (held.right if side else held.left).id
        if name not in found or held.nearness > found[name].nearness:
            found[name] = held
    return found.values()


class _Both(NamedTuple):
    """What holds for all claims of two sentences: facts, ``fit`` for the two claims that speak for them; a topic."""

    facts: dict[str, tuple[str, ...]]
    topic: tuple[str, str]


def _of_pair(held: Held, pair: SentencePair, mode: Mode, *, firm: bool, judged: Judged, both: _Both) -> Case:  # noqa: PLR0913
    left, right = held.left, held.right
    facts = {
        **held.comparison.slots.facts,
        **both.facts,
        "alignment": ("same",) if firm else ("near",),
        "clash": ("none",) if held.outcomes.isdisjoint(_CLASHES) else ("some",),
        "headline": _HEADLINES[left.headline, right.headline],
    }
    if not judged.speaks_for(held):
        facts["fit"] = ("open",)
    return Case(
        subject="pair",
        claims=(left.id, right.id),
        facts=facts,
        gates=gates_of(held, pair, mode, judged),
        words=Later(partial(words_of, held.left, held.right, held.comparison, pair)),
        passages=(passage_of(left), passage_of(right)),
        focus=Later(partial(focus_of, left, right, held.comparison.slots, pair)),
        strength=strength(held, pair),
        chances=Later(partial(chances, held, pair, mode, judged.verdict)),
        topic=both.topic,
    )
