"""One claim against all that the other documents say: what they bear out, and what it adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xcheck.alignment.frames import same_deed
from xcheck.alignment.match import Alignment
from xcheck.comparison.additions import Known, additions
from xcheck.comparison.cases import Mode, context_of
from xcheck.comparison.context import Context
from xcheck.comparison.passages import passage_of, place_of, source_of, told
from xcheck.language.lexicon import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case

_LEVELS = ("none", "part", "whole")


def claim_cases(
    claims: Sequence[Claim], alignments: Sequence[Alignment], others: Iterable[Claim], mode: Mode
) -> list[Case]:
    """A case for each claim of a document against all that the other documents say.

    ``alignments`` are those of this document with each other one, ``others`` all claims of those.
    """
    borne = _borne_out(claims, alignments)
    known = Known(tuple(others))
    return [
        _case(claim, borne.get(claim.id, "none"), additions(claim, known), mode)
        for claim in claims
        if claim.form != "speech" or claim.stances
    ]


def _case(claim: Claim, borne_out: str, added: dict[str, tuple[Span, ...]], mode: Mode) -> Case:
    spans = [span for spans in added.values() for span in spans]
    marked = [time for time in claim.times if time.mark]
    return Case(
        subject="claim",
        claims=(claim.id,),
        facts={
            "voice": ("own" if claim.attribution is None else "attributed",),
            "stance": claim.stances,
            "certainty": (claim.certainty,),
            "borne-out": (borne_out,),
            "adds": tuple(sorted(added)),
            "date": tuple(sorted({time.mark for time in marked if time.mark})),
            "mode": (mode,),
            "headline": ("yes" if claim.headline else "no",),
        },
        words={
            "document": claim.document,
            "source": source_of(claim),
            "text": told(claim),
            "says": ", ".join(dict.fromkeys(s.text for s in spans)),
            "date": ", ".join(dict.fromkeys(time.text for time in marked)),
        },
        passages=(passage_of(claim),),
        focus={name: _places(claim, of) for name, of in (("adds", spans), ("date", marked))},
        topic=(place_of(claim),),
    )


def _places(claim: Claim, spans: Sequence[Span]) -> tuple[tuple[str, int, int], ...]:
    return tuple((claim.document, s.start, s.end) for s in spans)


def _borne_out(claims: Sequence[Claim], alignments: Iterable[Alignment]) -> dict[str, str]:
    limits = lexicon("comparison")["borne-out"]
    mine = {c.id for c in claims}
    found: dict[str, str] = {}
    for alignment in alignments:
        for pair in alignment.pairs:
            context = context_of(pair, alignment)
            for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
                for claim in (c for c in one.claims if c.id in mine):
                    borne = min(pair.score, max(_bears_out(claim, c, context) for c in other.claims))
                    level = "whole" if borne >= limits["whole"] else "part" if borne >= limits["part"] else "none"
                    found[claim.id] = max(found.get(claim.id, "none"), level, key=_LEVELS.index)
    return found


def _bears_out(claim: Claim, other: Claim, context: Context) -> float:
    """How far another claim says the same: not at all where the two tell of different deeds."""
    return context.likeness(claim, other) if same_deed(claim, other) or claim.predicate is None else 0.0
