"""Pairs of claims, compared and put into the form that rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from xcheck.alignment.frames import same_frame
from xcheck.alignment.match import Alignment, SentencePair
from xcheck.claims.quotes import plain
from xcheck.comparison import gates
from xcheck.comparison.clocks import one_hour
from xcheck.comparison.compare import compare
from xcheck.comparison.context import Context
from xcheck.comparison.copies import Copies, copies, counterparts, is_copy, is_verbatim
from xcheck.comparison.passages import passage_of, place_of, source_of, told
from xcheck.comparison.verdict import Verdict, signals_of, verdict
from xcheck.language.identity import folded
from xcheck.language.lexicon import lexicon, words
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case, Compared, Comparison, Gate, Slot

Mode = Literal["peers", "check", "draft"]
Place = tuple[str, int, int]

# What a finding may turn on, the most telling first.
_TELLING = ("conflict", "known-vs-unknown", "raised", "lowered", "narrower", "wider", "only-left", "only-right")
_HEADLINES = {(True, True): "both", (True, False): "left", (False, True): "right", (False, False): "neither"}
_SETTLING: tuple[Slot, ...] = ("quantity", "time", "place", "role", "quote")
_OF_EVENTS: tuple[Slot, ...] = ("time", "place")  # what two events may share without being one
_AGREEING = ("same", "compatible", "narrower", "wider")
_PARTING = ("conflict", "only-left", "only-right")
_CLASHES = ("conflict", "known-vs-unknown")
_AT_ONE = frozenset({"same", "compatible", "incomparable"})
_OF_FIGURES: tuple[Slot, ...] = ("role", "quantity", "time", "quote")  # what a figure may stand in, first come first


def _is_credited(claim: Claim) -> bool:
    """Whether a claim is somebody's words, or tells that somebody spoke."""
    if claim.attribution is not None or claim.form == "speech":
        return True
    return claim.predicate is not None and claim.predicate.lemma in words("reporting", "speech") | words(
        "reporting", "addressing"
    )


@dataclass(frozen=True)
class _Held:
    """Two claims held against each other."""

    left: Claim
    right: Claim
    comparison: Comparison

    @property
    def likeness(self) -> float:
        """How much the two claims' words share."""
        return self.comparison.pair.features["likeness"]

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """Every outcome of every slot."""
        return frozenset(r.outcome for results in self.comparison.slots.values() for r in results)

    @property
    def is_one_event(self) -> bool:
        """Whether the two claims say much the same."""
        return any(r.outcome in ("same", "compatible") for r in self.comparison.slots.get("content", ()))

    @cached_property
    def is_one_frame(self) -> bool:
        """Whether the two claims share the doer and the deed, or the doer and what it is done to."""
        return same_frame(self.left, self.right)

    @cached_property
    def nearness(self) -> tuple[bool, float]:
        """What the nearest claim has most of: a shared frame or an opposed deed first, then likeness."""
        opposed = any(r.variant == "opposite" for r in self.comparison.slots.get("polarity", ()))
        return opposed or self.is_one_frame, self.likeness

    @property
    def is_misquoted(self) -> bool:
        """Whether one claim quotes an utterance of the other with words replaced."""
        return any(r.variant == "replaced" for r in self.comparison.slots.get("quote", ()))

    @property
    def parts(self) -> bool:
        """Whether the two claims differ in anything."""
        return not self.outcomes <= _AT_ONE

    @property
    def figure_slot(self) -> Slot | None:
        """The slot in which two copies of one sentence differ by their figure: one figure is one difference."""
        found = self.comparison.slots
        return next((s for s in _OF_FIGURES if any(r.outcome not in _AT_ONE for r in found.get(s, ()))), None)

    def at_one(self, but: Slot | None = None) -> _Held:
        """The same without anything in which they differ, save in one slot."""
        slots = {
            slot: kept
            for slot, results in self.comparison.slots.items()
            if (kept := tuple(r for r in results if slot == but or r.outcome in _AT_ONE))
        }
        return replace(self, comparison=replace(self.comparison, slots=slots))

    def places(self, result: Compared) -> Iterable[Place]:
        """Where in the two documents the words of a result stand."""
        for claim, span in ((self.left, result.left), (self.right, result.right)):
            if span is not None:
                yield claim.document, span.start, span.end

    def without(self, settled: frozenset[Place]) -> _Held:
        """The same without the conflicts of what is settled elsewhere."""
        found = self.comparison.slots
        if not any(self._is_settled(slot, r, settled) for slot in _SETTLING for r in found.get(slot, ())):
            return self
        slots = {
            slot: kept
            for slot, results in found.items()
            if (kept := tuple(r for r in results if not self._is_settled(slot, r, settled)))
        }
        return replace(self, comparison=replace(self.comparison, slots=slots))

    def _is_settled(self, slot: Slot, result: Compared, settled: frozenset[Place]) -> bool:
        return slot in _SETTLING and result.outcome in _PARTING and any(p in settled for p in self.places(result))


def pair_cases(alignment: Alignment, mode: Mode) -> list[Case]:
    """A case for each pair of claims in each aligned pair of sentences, the likeliest first.

    What agrees anywhere in the two documents is settled, and is held against nothing else: a figure that has its equal
    in one sentence is not contradicted by another figure in the next. A sentence that both print is settled as a whole.
    Of a draft and its source only the draft's own words can be settled: its headline does not excuse its body. Within
    one draft nothing is.
    """
    held = _held_pairs(alignment, mode)
    settled = _settled_in(held, alignment, mode)
    unsettled = [(pair, [h.without(settled) for h in all_held]) for pair, all_held in held]
    judged = [_judged(pair, [h for h in own if _asserts_both(h)], alignment.sentences, mode) for pair, own in unsettled]
    if mode == "check":
        judged = _borne_out_elsewhere([pair for pair, _ in unsettled], judged)
    return [case for (pair, own), one in zip(unsettled, judged, strict=True) for case in _cases(pair, own, mode, one)]


def _held_pairs(alignment: Alignment, mode: Mode) -> list[tuple[SentencePair, list[_Held]]]:
    """Each pair of sentences with its claims held against each other, but for what its copy elsewhere has alike."""
    printed = _printed(alignment, mode)
    source = _source_words(alignment) if mode == "check" else None
    hours = one_hour(alignment.pairs) if mode == "peers" else frozenset()
    return [
        (pair, [h for h in _of_sentences(pair, context) if not (h.parts and printed.is_elsewhere(pair))])
        for place, pair in enumerate(alignment.pairs)
        for context in (replace(context_of(pair, alignment), source=source, one_hour=place in hours),)
    ]


def _printed(alignment: Alignment, mode: Mode) -> Copies:
    """The sentences that both documents print: in a check those of the draft alone, within one draft none."""
    if mode == "draft":
        return Copies(frozenset(), frozenset())
    printed = copies(alignment.pairs)
    return printed._replace(right=frozenset()) if mode == "check" else printed


def _settled_in(held: Iterable[tuple[SentencePair, list[_Held]]], alignment: Alignment, mode: Mode) -> frozenset[Place]:
    """What agrees in pairs of sentences near enough: in a check in the draft alone, within one draft nothing."""
    if mode == "draft":
        return frozenset()
    near = lexicon("comparison")["event"]["near"]
    settled = _settled(h for pair, all_held in held if pair.score >= near for h in all_held)
    return settled if mode == "peers" else frozenset(p for p in settled if p[0] == _draft(alignment))


def _borne_out_elsewhere(pairs: Sequence[SentencePair], judged: Sequence[_Judged]) -> list[_Judged]:
    """Doubt each difference of a draft's sentence as far as another sentence of the source agrees with it."""
    agreed: dict[int, list[float]] = {}
    for pair, one in zip(pairs, judged, strict=True):
        agreed.setdefault(pair.left.span.start, []).append(one.verdict.same if one.verdict else 0.0)
    found = []
    for pair, one in zip(pairs, judged, strict=True):
        others = [*agreed[pair.left.span.start]]
        if one.verdict is None:
            found.append(one)
            continue
        others.remove(one.verdict.same)
        doubted = one.verdict.differ * (1 - max(others, default=0.0))
        found.append(replace(one, verdict=Verdict(one.verdict.same, doubted)))
    return found


def _source_words(alignment: Alignment) -> frozenset[str]:
    """The words, folded, of every sentence of the source that is paired with one of the draft."""
    return frozenset(w for text in {p.right.span.text for p in alignment.pairs} for w in folded(plain(text)))


def _draft(alignment: Alignment) -> str:
    """The document on the left: in a check, the draft."""
    return alignment.pairs[0].left.claims[0].document


def _settled(held: Iterable[_Held]) -> frozenset[Place]:
    """The stretches of both documents that agree with something in the other one.

    Of two quotations the shorter is settled: what the longer has beyond it is not. Two titles that one person may hold
    settle neither.
    """
    return frozenset(
        place
        for h in held
        for slot, results in h.comparison.slots.items()
        if slot in _SETTLING and (slot not in _OF_EVENTS or h.is_one_event)
        for result in results
        if result.outcome in _AGREEING
        and (slot, result.outcome) != ("role", "compatible")
        and result.variant != "rough"
        for place in (_shorter(h.places(result)) if slot == "quote" else h.places(result))
    )


def _shorter(places: Iterable[Place]) -> Iterable[Place]:
    """The shortest place, and those that are hardly longer (by half at most): marks and a word or two are no more."""
    ordered = sorted(places, key=lambda p: p[2] - p[1])
    return [p for p in ordered if 2 * (p[2] - p[1]) <= 3 * (ordered[0][2] - ordered[0][1])]


def _of_sentences(pair: SentencePair, context: Context) -> list[_Held]:
    held = [_Held(a, b, compare(a, b, context)) for a, b in counterparts(pair)]
    if is_verbatim(pair):
        return [h.at_one() for h in held]
    if context.copied:
        return [h.at_one(but=h.figure_slot) for h in held]
    return [h.at_one(but="quantity") if _is_only_tally(h, pair) else h for h in held]


def _is_only_tally(held: _Held, pair: SentencePair) -> bool:
    """Whether two claims have no more in common than that each gives its article's tally of one thing."""
    near = held.comparison.pair.features["closeness"] >= lexicon("comparison")["event"]["closeness"]
    return not (pair.pinned or near) and gates.is_tally(held.comparison.slots, pair.tallied)


def _asserts_both(held: _Held) -> bool:
    return _asserts(held.left) and _asserts(held.right)


def _cases(pair: SentencePair, compared: Sequence[_Held], mode: Mode, judged: _Judged) -> list[Case]:
    asserting = [h for h in compared if _asserts_both(h)]
    nearest = [{id(held) for held in _best(asserting, side)} for side in (0, 1)]
    mutual = [h for h in asserting if id(h) in nearest[0] & nearest[1]]
    sure = pair.score >= lexicon("comparison")["event"]["same"]
    firm = {id(h) for h in mutual if sure or h.is_one_frame}
    return [_of_pair(h, pair, mode, firm=id(h) in firm, judged=judged) for h in compared]


@dataclass(frozen=True)
class _Judged:
    """The verdict on two sentences, and the two claims that stand for them; None where one of them asserts nothing.

    ``misquoted``: one quotes an utterance of the other with words replaced.
    """

    verdict: Verdict | None = None
    nearest: _Held | None = None
    misquoted: bool = False

    def speaks_for(self, held: _Held) -> bool:
        """Whether two claims are those that stand for their sentences."""
        return held is self.nearest


def _judged(pair: SentencePair, asserting: Sequence[_Held], sentences: int, mode: Mode) -> _Judged:
    signals = signals_between(pair, asserting, sentences)
    if signals is None:
        return _Judged()
    found = verdict(signals, "check" if mode == "check" else "peers")
    return _Judged(found, max(asserting, key=lambda h: h.nearness), any(h.is_misquoted for h in asserting))


def signals_between(pair: SentencePair, asserting: Sequence[_Held], sentences: int) -> dict[str, float] | None:
    """The signals of the verdict on two sentences, by their asserting claims; None where one asserts nothing."""
    if not asserting:
        return None
    nearest = max(asserting, key=lambda h: h.nearness)
    return signals_of(pair, sentences, (nearest.left, nearest.right), [h.comparison for h in asserting])


def asserting_pairs(pair: SentencePair, alignment: Alignment) -> list[_Held]:
    """The claims of two sentences that assert something, each held against each."""
    return [h for h in _of_sentences(pair, context_of(pair, alignment)) if _asserts(h.left) and _asserts(h.right)]


def context_of(pair: SentencePair, alignment: Alignment) -> Context:
    """What the comparators may know of a pair of sentences."""
    credited = [any(_is_credited(c) for c in side.claims) for side in (pair.left, pair.right)]
    return Context(
        pair.score,
        pair.pinned,
        alignment.rarity,
        (credited[0], credited[1]),
        lone=alignment.lone,
        copied=is_copy(pair),
        tallied=pair.tallied,
    )


def _best(compared: Sequence[_Held], side: int) -> Iterable[_Held]:
    """For each claim of one side the pair in which it finds its nearest."""
    found: dict[str, _Held] = {}
    for held in compared:
        name = (held.right if side else held.left).id
        if name not in found or held.nearness > found[name].nearness:
            found[name] = held
    return found.values()


def _asserts(claim: Claim) -> bool:
    """Whether a claim says something of the world: not that somebody spoke, nor a label without a verb.

    "Plans to sell", or "hopes to", tells of a thought, and of a sale that is planned.
    """
    return (
        claim.form in ("clause", "event")
        or claim.headline
        or (claim.form == "speech" and claim.certainty in ("plan", "possibility"))
    )


def _of_pair(held: _Held, pair: SentencePair, mode: Mode, *, firm: bool, judged: _Judged) -> Case:
    left, right, comparison = held.left, held.right, held.comparison
    slots = comparison.slots
    facts: dict[str, tuple[str, ...]] = {slot: _values(results) for slot, results in slots.items()}
    clash = any(r.outcome in _CLASHES for results in slots.values() for r in results)
    facts |= {
        "alignment": ("same" if firm else "near",),
        "fit": (_fit(pair, judged, mode) if judged.speaks_for(held) else "open",),
        "clash": ("some" if clash else "none",),
        "wording": ("same" if is_verbatim(pair) else "other",),
        "mode": (mode,),
        "headline": (_HEADLINES[left.headline, right.headline],),
    }
    return Case(
        subject="pair",
        claims=(left.id, right.id),
        facts=facts,
        gates=_gates(held, pair, mode, judged.verdict),
        words=_words(left, right, comparison) | _judged_words(pair),
        passages=(passage_of(left), passage_of(right)),
        focus={slot: _focus(left, right, results) for slot, results in slots.items()} | _judged_focus(pair),
        strength=_strength(held, pair),
        chances=_chances(held, pair, mode, judged.verdict),
        topic=(place_of(left), place_of(right)),
    )


def _fit(pair: SentencePair, judged: _Judged, mode: Mode) -> str:
    """What the verdict says of two sentences: they fit, they don't, or it is open.

    That they don't takes a judge that has read them: without one, only a slot can say what differs. A quotation with
    words replaced is a difference, whatever else of the two sentences fits.
    """
    limits, found = lexicon("verdict"), judged.verdict
    if found is None or is_copy(pair) or judged.misquoted:
        return "open"
    if found.differ >= limits["differ-in-draft" if mode == "check" else "differ"]:
        return "no" if pair.reading else "open"
    return "yes" if found.same >= limits["same"] and found.differ <= limits["doubt"] else "open"


def _stands_alone(held: _Held, pair: SentencePair) -> bool:
    """Whether two claims answer a question so narrow that their sentences need not make one statement.

    Copies of one sentence, one utterance with words replaced, a story's tallies, and a figure for what the other side
    calls unknown.
    """
    slots = held.comparison.slots
    is_answer = pair.pinned and "known-vs-unknown" in held.outcomes
    return is_answer or held.is_misquoted or is_copy(pair) or gates.is_tally(slots, pair.tallied)


def _gates(held: _Held, pair: SentencePair, mode: Mode, found: Verdict | None) -> tuple[Gate, ...]:
    """The gates of two claims; and that their sentences make two statements, where the verdict says so."""
    if mode != "peers" or _stands_alone(held, pair):
        return held.comparison.gates
    one = found is not None and found.one >= lexicon("verdict")["one"]
    return held.comparison.gates if one else (*held.comparison.gates, "other-statement")


def _chances(held: _Held, pair: SentencePair, mode: Mode, found: Verdict | None) -> dict[str, float]:
    """How likely a finding of a kind is right, by the verdict; of copies and tallies the rule's word is better."""
    if found is None or mode == "draft" or _stands_alone(held, pair):
        return {}
    judged = {"judged": round(found.differ, 3)}
    if mode == "check" and found.same < lexicon("verdict")["borne-out"]:
        return judged  # a draft's typed differences stand, unless its source clearly bears it out
    return judged | {"agreement": round(found.same, 3), "divergence": round(found.differ, 3)}


def _judged_words(pair: SentencePair) -> dict[str, str]:
    """The words of both sentences that the judge found the difference in, and its type."""
    reading = pair.reading
    if reading is None:
        return {}
    sides = (("left", pair.left, reading.left), ("right", pair.right, reading.right))
    said = {f"{side}.differs": s.span.text[w[0] : w[1]] if w else s.span.text for side, s, w in sides}
    return said | {"type": reading.type}


def _judged_focus(pair: SentencePair) -> dict[str, tuple[tuple[str, int, int], ...]]:
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


def _strength(held: _Held, pair: SentencePair) -> float:
    """How surely the two claims speak of one thing; a shared frame or narrow question says so whatever the words."""
    closeness = held.comparison.pair.features["closeness"]
    is_asked = pair.pinned and (held.is_one_frame or "known-vs-unknown" in held.outcomes)
    if is_asked or gates.is_tally(held.comparison.slots, pair.tallied):
        closeness = max(closeness, lexicon("comparison")["event"]["pinned"])
    return round(0.4 + 0.6 * closeness, 3)


def _values(results: Sequence[Compared]) -> tuple[str, ...]:
    return tuple(
        sorted({v for r in results for v in ((r.outcome, f"{r.outcome}/{r.variant}") if r.variant else (r.outcome,))})
    )


def _focus(left: Claim, right: Claim, results: Sequence[Compared]) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (claim.document, span.start, span.end)
        for r in results
        for claim, span in ((left, r.left), (right, r.right))
        if span is not None
    )


def _words(left: Claim, right: Claim, comparison: Comparison) -> dict[str, str]:
    sides = {"left": _said(left, comparison, left=True), "right": _said(right, comparison, left=False)}
    filled = {f"{side}.{word}": text for side, said in sides.items() for word, text in said.items()}
    for first, second, is_left in _casts(comparison):
        for name, side in ((first, "left" if is_left else "right"), (second, "right" if is_left else "left")):
            filled |= {f"{name}.{word}": text for word, text in sides[side].items()}
    return filled


def _said(claim: Claim, comparison: Comparison, *, left: bool) -> dict[str, str]:
    """What one side says, slot by slot: of several outcomes the one that a finding would turn on."""
    said = {"document": claim.document, "source": source_of(claim), "text": told(claim)}
    for slot, results in comparison.slots.items():
        telling = min(results, key=lambda r: _TELLING.index(r.outcome) if r.outcome in _TELLING else len(_TELLING))
        said[slot] = telling.left_says if left else telling.right_says
    return said


def _casts(comparison: Comparison) -> Iterable[tuple[str, str, bool]]:
    """Names for the two sides by what they do: (one, other, whether the one is the left)."""
    for result in comparison.slots.get("quantity", ()):
        if result.outcome == "known-vs-unknown":
            yield "known", "unknown", result.variant == "left-known"
    for result in comparison.slots.get("certainty", ()):
        if result.outcome in ("raised", "lowered"):
            yield "firm", "hedged", result.outcome == "lowered"
    for result in comparison.slots.get("attribution", ()):
        if result.outcome in ("only-left", "only-right"):
            yield "credited", "uncredited", result.outcome == "only-left"
    for result in comparison.slots.get("quote", ()):
        if result.outcome in ("only-left", "only-right"):
            yield "quoting", "reporting", result.outcome == "only-left"
