"""How far a draft is borne out by its sources, claim by claim and as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from xcheck.alignment.match import Alignment
from xcheck.comparison.cases import context_of
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.report import Support


def supports(claims: Sequence[Claim], alignments: Iterable[Alignment], cases: Sequence[Case]) -> Mapping[str, Support]:
    """The support of each claim of a draft by id, from the best passage that any source has for it."""
    best: dict[str, float] = {c.id: 0.0 for c in claims}
    for alignment in alignments:
        for pair in alignment.pairs:
            context = context_of(pair, alignment.rarity)
            for claim in (*pair.left.claims, *pair.right.claims):
                if claim.id in best:
                    other = pair.right if claim in pair.left.claims else pair.left
                    best[claim.id] = max(best[claim.id], *(context.likeness(claim, c) for c in other.claims))
    return {
        name: Support(status="supported" if score >= 0.5 else "unsupported", score=round(score, 4))
        for name, score in best.items()
    }


def document_support(supports: Collection[Support]) -> float:
    """The mean score of the claims; 1 for a draft that claims nothing."""
    return round(sum(s.score for s in supports) / len(supports), 4) if supports else 1.0
