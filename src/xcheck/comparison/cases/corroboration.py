"""One claim against all that the other documents say: what they bear out, and what it adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xcheck.alignment.frames import same_deed
from xcheck.alignment.local import local
from xcheck.alignment.match import Alignment, SentencePair
from xcheck.comparison.cases.additions import additions
from xcheck.comparison.cases.known import OtherDocuments
from xcheck.comparison.cases.passages import passage_of, place_of, source_of, told
from xcheck.comparison.cases.voices import own_voice, signals_of_voice, voice_of
from xcheck.comparison.context import Mode
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.fitted import VerdictModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.reading import Voice


def claim_cases(
    claims: Sequence[Claim],
    alignments: Sequence[Alignment],
    known: OtherDocuments,
    mode: Mode,
    voices: Mapping[str, Voice],
) -> list[Case]:
    """Make a case for each claim of a document against all that the other documents say.

    ``alignments`` are those of this document with each other one, ``known`` what those say; ``voices`` has what the
    judge made of sentences, by their text.
    """
    borne = _borne_out(claims, alignments)
    heard = _heard(claims, voices)
    told_elsewhere = _told(claims, alignments)
    return [
        _case(
            claim,
            _Elsewhere(borne.get(claim.id, "none"), told_elsewhere.get(claim.id, "no")),
            additions(claim, known),
            mode,
            heard[claim.id],
        )
        for claim in claims
        if claim.form != "speech" or heard[claim.id].stances
    ]


class _Elsewhere(NamedTuple):
    """How far the other documents bear a claim out: by its words and deed, and by the judge's reading."""

    borne_out: str
    told: str


class _Heard(NamedTuple):
    """How a claim's writer goes beyond what is reported, and how likely the sentence does so in their own voice."""

    stances: tuple[str, ...]
    own: float


def _heard(claims: Sequence[Claim], voices: Mapping[str, Voice]) -> dict[str, _Heard]:
    """For each claim, by its id, its stances: the judge's is given to the first claim of a sentence in own voice."""
    grouped: dict[int, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.sentence.start, []).append(claim)
    found: dict[str, _Heard] = {}
    for group in grouped.values():
        voice = voice_of(group[0], voices)
        own = round(own_voice(signals_of_voice(group, voice)), 3)
        speaking = _speaking(group) if voice and voice.own >= lexicon(VerdictModel).heard else None
        for claim in group:
            added = (voice.stance,) if voice and claim is speaking else ()
            found[claim.id] = _Heard((*claim.stances, *added), own)
    return found


def _speaking(claims: Sequence[Claim]) -> Claim | None:
    """The first claim of a sentence in the writer's own voice, where the grammar of none tells a stance."""
    own = [c for c in claims if c.attribution is None]
    return None if any(c.stances for c in own) else next((c for c in own if c.form != "speech"), None)


def _case(claim: Claim, elsewhere: _Elsewhere, added: dict[str, tuple[Span, ...]], mode: Mode, heard: _Heard) -> Case:
    spans = [span for spans in added.values() for span in spans]
    marked = [time for time in claim.times if time.mark]
    return Case(
        subject="claim",
        claims=(claim.id,),
        facts=_facts(claim, elsewhere, heard, tuple(sorted(added)), mode),
        words={
            "document": claim.document,
            "source": source_of(claim),
            "text": told(claim),
            "says": ", ".join(dict.fromkeys(s.text for s in spans)),
            "date": ", ".join(dict.fromkeys(time.text for time in marked)),
        },
        passages=(passage_of(claim),),
        focus={name: _places(claim, of) for name, of in (("adds", spans), ("date", marked))},
        chances={"uncorroborated": _weight(claim, added)} | ({"stance": heard.own} if heard.stances else {}),
        topic=(place_of(claim),),
    )


def _facts(
    claim: Claim, elsewhere: _Elsewhere, heard: _Heard, adds: tuple[str, ...], mode: Mode
) -> dict[str, tuple[str, ...]]:
    """What a claim shows by itself, and how far others say the same."""
    return {
        "voice": ("own" if claim.attribution is None else "attributed",),
        "stance": heard.stances,
        "certainty": (claim.certainty,),
        "borne-out": (elsewhere.borne_out,),
        "told": (elsewhere.told,),
        "checkable": ("yes" if _is_checkable(claim) else "no",),
        "adds": adds,
        "date": tuple(sorted({time.mark for time in claim.times if time.mark})),
        "mode": (mode,),
        "headline": ("yes" if claim.headline else "no",),
    }


def _told(claims: Sequence[Claim], alignments: Iterable[Alignment]) -> dict[str, str]:
    """Whether a sentence of the other documents says what a claim's sentence says, by the judge: yes, part or no."""
    mine = {c.id for c in claims}
    best: dict[str, float] = {}
    for pair in (p for a in alignments for p in a.pairs):
        found = _support(pair)
        for claim in (c for side in (pair.left, pair.right) for c in side.claims if c.id in mine):
            best[claim.id] = max(best.get(claim.id, 0.0), found)
    limits = lexicon(VerdictModel).told
    return {name: _step(chance, (("yes", limits.yes), ("part", limits.part)), "no") for name, chance in best.items()}


def _step(value: float, steps: Sequence[tuple[str, float]], lowest: str) -> str:
    """The name of the first step that a value reaches."""
    return next((name for name, least in steps if value >= least), lowest)


def _support(pair: SentencePair) -> float:
    """How far one sentence of a pair bears the other out; without a reading, how surely they speak of one thing."""
    if pair.reading is None:
        return pair.score
    return max(pair.reading.borne_out, pair.reading.same, pair.reading.differ)


def _is_checkable(claim: Claim) -> bool:
    """Whether a claim asserts a deed or a state that somebody could look up."""
    return claim.form == "clause" and claim.certainty == "fact" and claim.predicate is not None and not claim.headline


def _weight(claim: Claim, added: Mapping[str, object]) -> float:
    """How much a claim that one article alone makes matters to a reader, 0 to 1: a figure, a name, an act."""
    asserted = claim.form != "speech" and claim.certainty not in ("question", "condition", "counterfactual")
    spoken = claim.attribution is not None and claim.attribution.mode == "direct"
    worth = lexicon(Thresholds).alone
    return round(
        worth.figure * ("figure" in added)
        + worth.named * any(p.entity for p in claim.participants)
        + worth.asserted * (asserted and not spoken)
        + worth.fact * (claim.certainty == "fact")
        + worth.headline * claim.headline,
        2,
    )


def _places(claim: Claim, spans: Sequence[Span]) -> tuple[tuple[str, int, int], ...]:
    return tuple((claim.document, s.start, s.end) for s in spans)


def _borne_out(claims: Sequence[Claim], alignments: Iterable[Alignment]) -> dict[str, str]:
    limits = lexicon(Thresholds).borne_out
    steps = (("whole", limits.whole), ("part", limits.part))
    mine = {c.id for c in claims}
    best: dict[str, float] = {}
    for alignment in alignments:
        for pair in alignment.pairs:
            for claim, others in _facing(pair):
                if claim.id in mine:
                    borne = min(pair.score, max(_bears_out(claim, c, alignment) for c in others))
                    best[claim.id] = max(best.get(claim.id, 0.0), borne)
    return {name: _step(borne, steps, "none") for name, borne in best.items()}


def _facing(pair: SentencePair) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Each claim of two sentences with the claims of the other one."""
    yield from ((claim, pair.right.claims) for claim in pair.left.claims)
    yield from ((claim, pair.left.claims) for claim in pair.right.claims)


def _bears_out(claim: Claim, other: Claim, alignment: Alignment) -> float:
    """How far another claim says the same: not at all where the two tell of different deeds."""
    if not (same_deed(claim, other) or claim.predicate is None):
        return 0.0
    return alignment.likenesses.between(local(claim), local(other), alignment.rarity)
