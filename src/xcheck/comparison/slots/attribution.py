"""Who is credited: the same source, another one, or nobody."""

from __future__ import annotations

from xcheck.alignment.frames import same_deed
from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.speakers import are_apart
from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Attribution, Claim
from xcheck.records.comparison import Compared, Outcome


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same`` speaker, ``conflict`` (variants ``speaker``, ``unnamed``), or ``only-left`` / ``only-right``.

    Of a draft and its source also ``conflict`` with variant ``described``: two speakers by what they are.

    One-sided credit has the variant ``own-voice`` where nothing in the other sentence is credited to anybody.
    """
    mine, yours = left.attribution, right.attribution
    if _is_passed_on(left) or _is_passed_on(right):
        return ()
    if mine is None and yours is None:
        return (compared("same", None, None, says=("in its own voice", "in its own voice")),)
    if (mine is None) != (yours is None) and "hearsay" in (left.certainty, right.certainty):
        return (_against_hearsay(left, right),)
    if mine is None or yours is None:
        return _alone(left, right, context)
    limits = lexicon(Thresholds).statement
    alike = context.score >= limits.one_story or context.likeness(left, right) >= limits.any_deed
    said = alike or same_deed(left, right)
    checked = said and context.checks and left.form == right.form == "clause"
    described = _described(mine, yours) if checked else None
    hidden = said and (_is_hidden(left) or _is_hidden(right))
    return (described or _both(mine, yours, alike=said, hidden=hidden),)


def _alone(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Credit on one side: in what the other says as its own, or in what may be credited around it."""
    mine, yours = left.attribution, right.attribution
    credited, told = (left, right) if mine is not None else (right, left)
    if (alone := credited.attribution) is None or not _spoken(alone) or _is_undertaken(credited, told):
        return ()
    elsewhere = context.credited[1 if mine is not None else 0]
    variant = "" if elsewhere or not same_deed(left, right) else "own-voice"
    if mine is not None:
        return (compared("only-left", _words(mine), right.predicate, variant=variant, says=_names(mine, yours)),)
    if context.checks and not elsewhere and _is_disputed(right) and not _has_speakers(left):
        variant = "disputed"
    return (compared("only-right", left.predicate, _words(yours), variant=variant, says=_names(mine, yours)),)


def _is_passed_on(claim: Claim) -> bool:
    """Whether it is only reported that somebody spoke: what was said is that speaker's all the same."""
    attribution = claim.attribution
    return claim.form == "speech" and attribution is not None and attribution.source is None


def _is_undertaken(credited: Claim, told: Claim) -> bool:
    """Whether one claim is what somebody pledges or decides to do, and the other that it will be done."""
    return credited.form == "fragment" and {credited.certainty, told.certainty} <= {"plan", "expectation"}


def _is_disputed(claim: Claim) -> bool:
    """Whether the claim's sentence has somebody deny something, or two speakers set against each other."""
    said = folded(plain(claim.sentence.text))
    if lexicon(ComparisonWords).denials & set(said):
        return True
    speaking = sum(w in lexicon(ComparisonWords).saying for w in said)
    return speaking > 1 and (bool(lexicon(ComparisonWords).contrast & set(said)) or ";" in claim.sentence.text)


def _has_speakers(claim: Claim) -> bool:
    """Whether the claim's sentence has any word of speech or denial: then it is not all in the text's own voice."""
    said = set(folded(plain(claim.sentence.text)))
    return bool(said & (lexicon(ComparisonWords).denials | lexicon(ComparisonWords).saying))


def _described(mine: Attribution, yours: Attribution) -> Compared | None:
    """A draft and its source credit two speakers by what they are: the uncle, the aunt."""
    one, other = mine.source, yours.source
    if one is None or other is None or (one.name and other.name) or not are_apart(one.text, other.text):
        return None
    return compared("conflict", one, other, variant="described", says=_names(mine, yours))


def _against_hearsay(left: Claim, right: Claim) -> Compared:
    """A named source against talk that nobody is named for ("reports of")."""
    named = left.attribution or right.attribution
    known = bool(named and named.source and named.source.name)
    sides = (_words(left.attribution) or left.predicate, _words(right.attribution) or right.predicate)
    says = _names(left.attribution, right.attribution)
    return compared("conflict" if known else "incomparable", *sides, variant="unnamed", says=says)


def _both(mine: Attribution, yours: Attribution, *, alike: bool, hidden: bool) -> Compared:
    """``alike``: the two claims say one thing, without which two speakers are no conflict.

    ``hidden``: one says that its source goes without a name. An official may be the one whom the other side names.
    """
    names = (mine.source.name if mine.source else None, yours.source.name if yours.source else None)
    sides = _words(mine), _words(yours)
    says = _names(mine, yours)
    if not (_spoken(mine) and _spoken(yours)):
        return compared("incomparable", *sides, says=says)
    if names[0] and names[1]:
        same = None if _is_pronoun(mine) and _is_pronoun(yours) else same_name(names[0], names[1])
        if same is None or not (same or alike):
            return compared("incomparable", *sides, says=says)
        return compared("same" if same else "conflict", *sides, variant="" if same else "speaker", says=says)
    if names[0] or names[1]:
        unnamed = yours if names[0] else mine
        outcome: Outcome = "conflict" if unnamed.source is None or hidden else "incomparable"
        return compared(outcome, *sides, variant="unnamed", says=says)
    return compared("compatible", *sides, says=says)


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
    sentence = claim.sentence.text.casefold()
    return (
        said in known.whole
        or not set(said.split()).isdisjoint(known.word)
        or any(p in sentence for p in known.sentence)
    )


def _is_pronoun(attribution: Attribution) -> bool:
    """Whether the text has a pronoun for the speaker: whom it means is inferred, and no ground for a conflict."""
    return attribution.source is not None and attribution.source.text.casefold() in lexicon(ComparisonWords).pronouns


def _words(attribution: Attribution | None) -> Span | None:
    return None if attribution is None else attribution.source or attribution.cue


def _names(mine: Attribution | None, yours: Attribution | None) -> tuple[str, str]:
    """Who is credited on each side, as a sentence may name them: "Ida Moss" where the text has "she"."""
    return _name(mine), _name(yours)


def _name(attribution: Attribution | None) -> str:
    if attribution is None or attribution.source is None:
        return "nobody by name"
    source = attribution.source
    return source.name if source.name and source.name not in source.text else source.text
