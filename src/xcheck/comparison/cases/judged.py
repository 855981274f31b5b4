"""What the verdict on two sentences means for their claims: facts, gates and chances of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xcheck.alignment.match import SentencePair
from xcheck.comparison import gates
from xcheck.comparison.cases.copies import is_copy
from xcheck.comparison.cases.held import Held
from xcheck.comparison.cases.verdict import Verdict, signals_of, verdict
from xcheck.comparison.context import Mode
from xcheck.nlp.lexicons.comparison import EditsWords, Thresholds
from xcheck.nlp.lexicons.fitted import VerdictModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.comparison import Gate


@dataclass(frozen=True)
class Judged:
    """The verdict on two sentences, and the two claims that stand for them; None where one of them asserts nothing.

    ``sure``: from which probability of a difference the judge raises one of its own. ``misquoted``: one quotes an
    utterance of the other with words replaced. ``unread``: they are alike but for a word that turns what they say, or
    may; ``alike``: but for words that turn nothing.
    """

    verdict: Verdict | None = None
    nearest: Held | None = None
    sure: float = 1.0
    misquoted: bool = False
    unread: bool = False
    alike: bool = False

    def speaks_for(self, held: Held) -> bool:
        """Whether two claims are those that stand for their sentences."""
        return held is self.nearest


def judged_of(pair: SentencePair, held: Sequence[Held], sentences: int, mode: Mode) -> Judged:
    """Judge two sentences by their claims. ``sentences`` counts those of both documents."""
    asserting = [h for h in held if h.is_asserted]
    signals = signals_between(pair, asserting, sentences)
    if signals is None:
        return Judged()
    found = verdict(signals, "check" if mode == "check" else "peers")
    return Judged(
        found,
        _nearest(asserting),
        _sure(sentences, mode),
        misquoted=any(h.is_misquoted for h in asserting),
        unread=any(h.is_unread for h in asserting),
        alike=any(h.is_alike for h in asserting) and not any(h.is_unread for h in asserting),
    )


def _sure(sentences: int, mode: Mode) -> float:
    """From which probability of a difference the judge raises one of its own, in texts of so many sentences."""
    limits = lexicon(VerdictModel)
    if mode == "check":
        return limits.differ_in_draft
    return limits.differ if sentences <= limits.few_sentences else limits.differ_in_articles


def signals_between(pair: SentencePair, asserting: Sequence[Held], sentences: int) -> dict[str, float] | None:
    """The signals of the verdict on two sentences, by their asserting claims; None where one asserts nothing."""
    if not asserting:
        return None
    nearest = _nearest(asserting)
    return signals_of(pair, sentences, (nearest.left, nearest.right), [h.comparison for h in asserting])


def _nearest(asserting: Sequence[Held]) -> Held:
    """The two claims that stand for their sentences."""
    return max(asserting, key=lambda h: h.nearness)


def borne_out_elsewhere(pairs: Sequence[SentencePair], judged: Sequence[Judged]) -> list[Judged]:
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


def fit(pair: SentencePair, judged: Judged) -> str:
    """What the verdict says of two sentences: they fit, they don't, or it is open.

    That they don't takes a judge that has read them: without one, only a slot can say what differs. A quotation with
    words replaced is a difference, whatever else of the two sentences fits.
    """
    limits, found = lexicon(VerdictModel), judged.verdict
    if found is None or is_copy(pair) or judged.misquoted:
        return "open"
    if found.differ >= judged.sure:
        return "no" if pair.reading and not judged.alike else "open"
    return "yes" if found.same >= limits.same and found.differ <= limits.doubt else "open"


def _stands_alone(held: Held, pair: SentencePair) -> bool:
    """Whether two claims answer a question so narrow that their sentences need not make one statement.

    Copies of one sentence, one utterance with words replaced, a story's event counts, and a figure for what the
    other side calls unknown.
    """
    slots = held.comparison.slots
    is_answer = pair.keyed and "known-vs-unknown" in held.outcomes
    counted = gates.is_event_count(slots, pair.event_counts)
    return is_answer or held.is_misquoted or held.is_edited or is_copy(pair) or counted


def gates_of(held: Held, pair: SentencePair, mode: Mode, judged: Judged) -> tuple[Gate, ...]:
    """The gates of two claims, and of their sentences: a word that nobody reads, two statements by the verdict."""
    own = (*held.comparison.gates, "other-word") if judged.unread else held.comparison.gates
    if mode != "peers" or _stands_alone(held, pair):
        return own
    one = judged.verdict is not None and judged.verdict.one >= lexicon(VerdictModel).one
    return own if one else (*own, "other-statement")


def chances(held: Held, pair: SentencePair, mode: Mode, found: Verdict | None) -> dict[str, float]:
    """How likely a finding of a kind is right, by the verdict; of copies and event counts the rule's word is better."""
    if found is None or mode == "draft" or _stands_alone(held, pair):
        return {}
    judged = {"judged": round(found.differ, 3)}
    if mode == "check" and found.same < lexicon(VerdictModel).borne_out:
        return judged  # a draft's typed differences stand, unless its source clearly bears it out
    differ = found.one * lexicon(EditsWords).contrasted if held.is_contrasted else found.differ
    return judged | {"agreement": round(found.same, 3), "divergence": round(max(differ, found.differ), 3)}


def strength(held: Held, pair: SentencePair) -> float:
    """How surely two claims speak of one thing; a shared frame, narrow question or utterance says so in any words."""
    closeness = held.comparison.pair.features["closeness"]
    is_asked = pair.keyed and (held.is_one_frame or "known-vs-unknown" in held.outcomes)
    if is_asked or held.is_misquoted or gates.is_event_count(held.comparison.slots, pair.event_counts):
        closeness = max(closeness, lexicon(Thresholds).event.keyed)
    limits = lexicon(Thresholds).strength
    return round(limits.base + limits.closeness * closeness, 3)
