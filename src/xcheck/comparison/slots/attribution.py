"""Who is credited: the same source, another one, or nobody."""

from __future__ import annotations

from xcheck.alignment.frames import same_deed
from xcheck.comparison.context import Context, compared
from xcheck.entities.identity import same_name
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Attribution, Claim, Source
from xcheck.records.comparison import Compared, Outcome


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same`` speaker, ``conflict`` (variants ``speaker``, ``unnamed``), or ``only-left`` / ``only-right``.

    One-sided credit has the variant ``own-voice`` where nothing in the other sentence is credited to anybody.
    """
    if _is_passed_on(left) or _is_passed_on(right):
        return ()
    mine, yours = left.attribution, right.attribution
    if mine is not None and yours is not None:
        alike = say_one_thing(left, right, context)
        return (_both(mine, yours, alike=alike, hidden=alike and (_is_hidden(left) or _is_hidden(right))),)
    if mine is None and yours is None:
        return (compared("same", None, None, says=("in its own voice", "in its own voice")),)
    if "hearsay" in (left.certainty, right.certainty):
        return (_against_hearsay(left, right),)
    return _alone(left, right, context)


def say_one_thing(left: Claim, right: Claim, context: Context) -> bool:
    """Whether two claims say one thing, without which two speakers are no conflict."""
    limits = lexicon(Thresholds).statement
    alike = context.meets(limits.one_story) or context.is_like(left, right, limits.any_deed)
    return alike or same_deed(left, right)


def _alone(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Credit on one side: in what the other says as its own, or in what may be credited around it."""
    mine, yours = left.attribution, right.attribution
    credited, told = (left, right) if mine is not None else (right, left)
    if (alone := credited.attribution) is None or not _spoken(alone) or _is_undertaken(credited, told):
        return ()
    elsewhere = context.credited[1 if mine is not None else 0]
    variant = "" if elsewhere or not same_deed(left, right) else "own-voice"
    if mine is not None:
        return (compared("only-left", _words(mine), right.predicate, variant=variant, says=names(mine, yours)),)
    return (compared("only-right", left.predicate, _words(yours), variant=variant, says=names(mine, yours)),)


def _is_passed_on(claim: Claim) -> bool:
    """Whether it is only reported that somebody spoke: what was said is that speaker's all the same."""
    attribution = claim.attribution
    return claim.form == "speech" and attribution is not None and attribution.source is None


def _is_undertaken(credited: Claim, told: Claim) -> bool:
    """Whether one claim is what somebody pledges or decides to do, and the other that it will be done."""
    return credited.form == "fragment" and {credited.certainty, told.certainty} <= {"plan", "expectation"}


def _against_hearsay(left: Claim, right: Claim) -> Compared:
    """A named source against talk that nobody is named for ("reports of")."""
    named = left.attribution or right.attribution
    known = bool(named and named.source and named.source.name)
    sides = (_words(left.attribution) or left.predicate, _words(right.attribution) or right.predicate)
    says = names(left.attribution, right.attribution)
    return compared("conflict" if known else "incomparable", *sides, variant="unnamed", says=says)


def _both(mine: Attribution, yours: Attribution, *, alike: bool, hidden: bool) -> Compared:
    """``alike``: the two claims say one thing.

    ``hidden``: one says that its source goes without a name. An official may be the one whom the other side names.
    """
    sides, says = (_words(mine), _words(yours)), names(mine, yours)
    if not (_spoken(mine) and _spoken(yours)):
        return compared("incomparable", *sides, says=says)
    named = _called(mine), _called(yours)
    if named[0] and named[1]:
        return _of_two_names(mine, yours, same=same_name(named[0], named[1]), alike=alike)
    if named[0] or named[1]:
        unnamed = yours if named[0] else mine
        outcome: Outcome = "conflict" if unnamed.source is None or hidden else "incomparable"
        return compared(outcome, *sides, variant="unnamed", says=says)
    return compared("compatible", *sides, says=says)


def _of_two_names(mine: Attribution, yours: Attribution, *, same: bool | None, alike: bool) -> Compared:
    sides, says = (_words(mine), _words(yours)), names(mine, yours)
    if same is None or not (same or alike) or (is_pronoun(mine.source) and is_pronoun(yours.source)):
        return compared("incomparable", *sides, says=says)
    return compared("same" if same else "conflict", *sides, variant="" if same else "speaker", says=says)


def _called(attribution: Attribution) -> str | None:
    return attribution.source.name if attribution.source else None


def _spoken(attribution: Attribution) -> bool:
    """Whether somebody is reported to have said it; what two parties fear or want is theirs, and no dispute.

    Nor is what somebody reads out: the words are another's.
    """
    cue = set(attribution.cue.text.casefold().split()) if attribution.cue else set()
    return not cue & (lexicon(ComparisonWords).attitudes | lexicon(ComparisonWords).relaying)


def _is_hidden(claim: Claim) -> bool:
    """Whether a claim has its words from somebody without a name: "sources", "an aide, speaking anonymously"."""
    source = claim.attribution.source if claim.attribution else None
    if source is None or source.name:
        return False
    known = lexicon(ComparisonWords).nameless
    said = source.text.casefold()
    return claim.sentence.anonymous or said in known.whole or not set(said.split()).isdisjoint(known.word)


def is_pronoun(source: Source | None) -> bool:
    """Whether the text has a pronoun for the speaker: whom it means is inferred, and no ground for a conflict."""
    return source is not None and source.text.casefold() in lexicon(ComparisonWords).pronouns


def _words(attribution: Attribution | None) -> Span | None:
    return None if attribution is None else attribution.source or attribution.cue


def names(mine: Attribution | None, yours: Attribution | None) -> tuple[str, str]:
    """Who is credited on each side, as a sentence may name them: "Ida Moss" where the text has "she"."""
    return _name(mine), _name(yours)


def _name(attribution: Attribution | None) -> str:
    if attribution is None or attribution.source is None:
        return "nobody by name"
    return called(attribution.source)


def called(source: Source) -> str:
    """A source as the text has it, or by the name that a pronoun or description stands for."""
    return source.name if source.name and source.name not in source.text else source.text
