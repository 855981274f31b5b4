"""From a parsed document to its claims: clauses, each given the slots whose words lie in it."""

from __future__ import annotations

from xcheck.claims import attribution, causes, certainty, clauses, participants, places, polarity, quantities, quotes, roles, times
from xcheck.language import names as naming
from xcheck.language.analysis import Analysis
from xcheck.records.base import Span
from xcheck.records.claim import Attribution, Claim


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the text."""
    names = naming.resolve(analysis)
    quoted = quotes.find(analysis)
    found = clauses.find(analysis)
    reported = attribution.find(analysis, names, quoted)
    slots = {
        "quantities": quantities.find(analysis),
        "times": times.find(analysis),
        "places": places.find(analysis, names),
        "roles": roles.find(analysis, names),
        "quotes": quoted,
    }
    made = []
    for number, clause in enumerate(found, 1):
        span = Span.of(analysis.document.text, clause.start, clause.end)
        made.append(
            Claim(
                id=f"{analysis.document.id}:{number}",
                document=analysis.document.id,
                start=span.start,
                end=span.end,
                text=span.text,
                sentence=Span.of(analysis.document.text, clause.sentence.start, clause.sentence.end),
                headline=clause.sentence.headline,
                participants=participants.of(clause, names),
                polarity=polarity.of(clause),
                certainty=certainty.of(clause),
                cause=causes.of(clause),
                attribution=_innermost(reported, span),
                **{slot: tuple(s for s in values if span.contains(s)) for slot, values in slots.items()},
            )
        )
    return tuple(made)


def _innermost(reported: tuple[Attribution, ...], span: Span) -> Attribution | None:
    holding = [a for a in reported if a.content and a.content.overlaps(span)]
    return min(holding, key=lambda a: a.content.end - a.content.start if a.content else 0, default=None)
