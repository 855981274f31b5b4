"""The sentences of a document as alignment sees them: their claims, their terms, their figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from xcheck.alignment.wording import pattern, wording_of
from xcheck.claims.quantity.scales import comparable
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim

Measured = tuple[str, Decimal | None, Decimal | None]


@dataclass(frozen=True)
class ClaimedSentence:
    """A sentence with the claims made in it, in order; ``figures`` as (dimension, low, high) in base units.

    ``pattern`` has its words with a sign for each figure: what it is known by where another article prints it too.
    """

    span: Span
    headline: bool
    claims: tuple[Claim, ...]
    terms: frozenset[str]
    figures: frozenset[Measured]
    pattern: str

    @cached_property
    def wording(self) -> str:
        """The words of the sentence and nothing else."""
        return wording_of(self.span)

    @cached_property
    def is_credited(self) -> bool:
        """Whether anything in the sentence is somebody's words, or tells that somebody spoke."""
        return any(map(_is_credited, self.claims))


def _is_credited(claim: Claim) -> bool:
    """Whether a claim is somebody's words, or tells that somebody spoke."""
    if claim.attribution is not None or claim.form == "speech":
        return True
    return claim.predicate is not None and claim.predicate.lemma in (
        lexicon(Reporting).speech | lexicon(Reporting).addressing
    )


def sentences(claims: Sequence[Claim]) -> tuple[ClaimedSentence, ...]:
    """The sentences in which a document's claims stand, in the order of the text."""
    grouped: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
    return tuple(
        ClaimedSentence(
            span=group[0].sentence,
            headline=group[0].headline,
            claims=tuple(group),
            terms=frozenset(t for c in group for t in c.terms),
            figures=frozenset(comparable(q) for c in group for q in c.quantities if q.status == "stated"),
            pattern=pattern(group[0].sentence, group),
        )
        for _, group in sorted(grouped.items())
    )
