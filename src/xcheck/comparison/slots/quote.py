"""Words in quotation marks: the same, altered, or quoted by one side alone."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.comparison.draft.quoted import checked
from xcheck.comparison.slots.wording import even, has_other_word, has_replaced_words, is_altered, nearness
from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Quote
from xcheck.records.comparison import Compared

_GOES_ON = re.compile(r"[,.]?([\"']) [^\"]{1,80}? \1(?=[a-z])(.+?),?\1(?!\w)")


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Each quotation with its nearest on the other side.

    ``same`` where one's words stand in the other's, ``conflict`` where a few words stand in the place of others
    (variant ``replaced``), where they are near but not equal (variant ``words``) or equal under another speaker
    (variant ``speaker``), ``only-left`` / ``only-right`` for quoted words that the other claim, which quotes nothing
    like them, does not have at all. Of a draft and its source also the variant ``cut``: the source goes on with what
    takes the words back ("but", "unless"). Nicknames, titles and words that a writer holds at arm's length are no
    quotations.
    """
    ours, theirs = _spoken(left), _spoken(right)
    found = [result for mine in ours for result in _best(mine, left, right, context)]
    if found:
        return tuple(found if context.source is None else (checked(result, left, right) for result in found))
    if "speech" in (left.form, right.form):
        return ()
    if any(c.attribution is not None and c.attribution.mode == "direct" for c in (left, right)):
        return ()
    few = lexicon(Thresholds).quote.wording
    if ours and not theirs:
        return tuple(
            compared("only-left", q, right.predicate, says=(q.text, right.text))
            for q in ours
            if _is_few(q, few) and not _borne(q, right)
        )
    if theirs and not ours:
        return tuple(
            compared("only-right", left.predicate, q, says=(left.text, q.text))
            for q in theirs
            if _is_few(q, few) and not _borne(q, left)
        )
    return ()


def _spoken(claim: Claim) -> list[Quote]:
    return [q for q in claim.quotes if not q.scare]


def _best(mine: Quote, left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """A quotation with its nearest on the other side, and with what either goes on to quote after it."""
    limits = lexicon(Thresholds).quote
    scored = sorted(((nearness(mine.words, q.words), q) for q in _spoken(right)), key=lambda s: (-s[0], s[1].start))
    if not scored:
        return ()
    near, other = scored[0]
    if has_replaced_words(mine.words, other.words, limits.respelled):
        return (compared("conflict", mine, other, variant="replaced"),)
    if near < limits.altered or not is_altered(mine.words, other.words):
        is_one = context.score >= limits.one_remark and _are_one_remark(mine, other, left, right)
        return (compared("conflict", mine, other, variant="words"),) if is_one else ()
    if near < limits.same or has_other_word(mine.words, other.words, limits.spelling):
        return (compared("conflict", mine, other, variant="words"),)
    if mine.speaker and other.speaker and same_name(mine.speaker, other.speaker) is False:
        return (compared("conflict", mine, other, variant="speaker", says=(mine.speaker, other.speaker)),)
    whole = _continued(mine, left), _continued(other, right)
    parts = nearness(*whole) < limits.same
    return (
        compared("same", mine, other),
        *((compared("conflict", None, None, variant="words", says=whole),) if parts else ()),
    )


def _are_one_remark(mine: Quote, other: Quote, left: Claim, right: Claim) -> bool:
    """Whether one speaker's words, in sentences that surely meet, are one remark in two wordings: a word tells."""
    if not (mine.speaker and other.speaker and same_name(mine.speaker, other.speaker)):
        return False
    said = [{stem(w) for w in folded(q.words)} for q in (mine, other)]
    return not (said[0] & said[1]).isdisjoint(set(left.terms) & set(right.terms))


def _continued(quote: Quote, claim: Claim) -> str:
    """A quotation with what its sentence goes on to quote after "she said"."""
    _, found, after = plain(claim.sentence.text).partition(quote.words)
    more = _GOES_ON.match(after) if found else None
    return f"{quote.words} {more[2]}" if more else quote.words


def _is_few(quote: Quote, most: int) -> bool:
    """A word or a few in marks, which vouch for the wording; whole sentences are often reported in other words."""
    return len(quote.words.split()) <= most


def _borne(quote: Quote, claim: Claim) -> bool:
    return f" {even(quote.words)} " in f" {even(claim.sentence.text)} "
