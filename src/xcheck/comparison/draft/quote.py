"""Quoted words of a draft that its source has: cut before what takes them back, or said there by somebody else."""

from __future__ import annotations

from dataclasses import replace

from xcheck.alignment.quotations import has_words, limit
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import quote
from xcheck.comparison.slots.attribution import called, is_pronoun
from xcheck.entities.described import are_apart
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also ``conflict`` with variant ``cut``: the source goes on with what takes the words back ("but").

    A draft quotes its source: what may be one remark is one. Speakers who are described and not named are told apart
    too.
    """
    found = quote.compare(draft, source, context)
    return tuple(_checked(r, draft, source) if r.outcome in ("same", "conflict") else r for r in found)


def _checked(result: Compared, draft: Claim, source: Claim) -> Compared:
    """A quotation that a draft and its source share, or ``conflict`` (variants ``cut``, ``speaker``, ``words``)."""
    if result.variant == "remark":
        return replace(result, variant="words")
    if result.variant in ("words", "replaced") or result.left is None or result.right is None:
        return result
    names = _voice(draft, result.left), _voice(source, result.right)
    if names[0] and names[1] and are_apart(names[0], names[1]):
        return compared("conflict", result.left, result.right, variant="speaker", says=(names[0], names[1]))
    cut = limit(source, result.left.text)
    if cut is not None and not has_words(draft, cut):
        return compared("conflict", result.left, result.right, variant="cut")
    return compared("same", result.left, result.right)


def _voice(claim: Claim, quoted: Span) -> str | None:
    """Whose the quoted words of a claim are, as the text has it or by name; not who reads them out, nor a pronoun."""
    credited = claim.attribution.source if claim.attribution else None
    if _relays(claim) or is_pronoun(credited):
        return None
    speaker = next((q.speaker for q in claim.quotes if q.start == quoted.start), None)
    if credited is not None and speaker in (None, credited.name):
        return called(credited)
    return speaker or _teller(claim) or claim.sentence.describer


def _teller(claim: Claim) -> str | None:
    """Who a claim tells has spoken."""
    agent = next((p for p in claim.participants if p.part == "agent"), None) if claim.form == "speech" else None
    return None if agent is None else agent.entity or agent.text


def _relays(claim: Claim) -> bool:
    """Whether somebody reads out or passes on what is quoted."""
    cue = claim.attribution.cue if claim.attribution else claim.predicate
    return cue is not None and not lexicon(ComparisonWords).relaying.isdisjoint(cue.text.casefold().split())
