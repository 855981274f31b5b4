"""Pairs of claims, compared and put into the form that rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.alignment.wording import sentence_words
from xcheck.comparison.cases.copies import is_verbatim
from xcheck.comparison.cases.held import Held, context_of, held_in
from xcheck.comparison.cases.judged import Judged, borne_out_elsewhere, chances, fit, gates_of, judged_of, strength
from xcheck.comparison.cases.passages import passage_of, place_of
from xcheck.comparison.cases.settled import printed_in, settled_in
from xcheck.comparison.cases.telling import focus_of, judged_focus, judged_words, values, words_of
from xcheck.comparison.context import Mode
from xcheck.comparison.slots.time_of_day import one_hour
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.comparison import Case

_HEADLINES = {(True, True): "both", (True, False): "left", (False, True): "right", (False, False): "neither"}
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
        (pair, [h for h in held_in(pair, context) if not (h.parts and printed.is_elsewhere(pair))])
        for place, pair in enumerate(alignment.pairs)
        for context in (replace(context_of(pair, alignment), source=source, one_hour=place in hours),)
    ]


def _source_words(alignment: Alignment) -> frozenset[str]:
    """The words, folded, of every sentence of the source that is paired with one of the draft."""
    return frozenset(word for pair in alignment.pairs for word in sentence_words(pair.right.span))


def _cases(pair: SentencePair, compared: Sequence[Held], mode: Mode, judged: Judged) -> list[Case]:
    sure = pair.score >= lexicon(Thresholds).event.same
    firm = {id(h) for h in _mutual([h for h in compared if h.is_asserted]) if sure or h.is_one_frame}
    return [_of_pair(h, pair, mode, firm=id(h) in firm, judged=judged) for h in compared]


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


def _of_pair(held: Held, pair: SentencePair, mode: Mode, *, firm: bool, judged: Judged) -> Case:
    left, right, comparison = held.left, held.right, held.comparison
    slots = comparison.slots
    facts: dict[str, tuple[str, ...]] = {slot: values(results) for slot, results in slots.items()}
    clash = not held.outcomes.isdisjoint(_CLASHES)
    facts |= {
        "alignment": ("same" if firm else "near",),
        "fit": (fit(pair, judged) if judged.speaks_for(held) else "open",),
        "clash": ("some" if clash else "none",),
        "wording": ("same" if is_verbatim(pair) else "other",),
        "mode": (mode,),
        "headline": (_HEADLINES[left.headline, right.headline],),
    }
    return Case(
        subject="pair",
        claims=(left.id, right.id),
        facts=facts,
        gates=gates_of(held, pair, mode, judged),
        words=words_of(left, right, comparison) | judged_words(pair),
        passages=(passage_of(left), passage_of(right)),
        focus={slot: focus_of(left, right, results) for slot, results in slots.items()} | judged_focus(pair),
        strength=strength(held, pair),
        chances=chances(held, pair, mode, judged.verdict),
        topic=(place_of(left), place_of(right)),
    )
