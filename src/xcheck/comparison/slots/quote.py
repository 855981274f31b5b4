"""Words in quotation marks: the same, altered, or quoted by one side alone."""

from __future__ import annotations

from xcheck.alignment.quotations import prints
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.quotations import equal_words, has_other_word, has_replaced_words, is_altered, nearness
from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Quote
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Each quotation with its nearest on the other side.

    ``same`` where one's words stand in the other's. ``conflict`` where a few words stand in the place of others
    (variant ``replaced``), where the two are surely one utterance and not equal (``words``), where they may be one
    (``remark``), or where equal words have another speaker (``speaker``). ``only-left`` / ``only-right`` for quoted
    words that the other claim, which quotes nothing like them, does not have at all. Nicknames, titles and words that
    a writer holds at arm's length are no quotations.
    """
    found = tuple(result for mine in _spoken(left) for result in _best(mine, left, right, context))
    return found or _alone(left, right)


def _spoken(claim: Claim) -> list[Quote]:
    return [q for q in claim.quotes if not q.scare]


def _alone(left: Claim, right: Claim) -> tuple[Compared, ...]:
    """A few words that one side quotes and the other, which quotes nothing, does not have."""
    if any(c.form == "speech" or _is_direct(c) for c in (left, right)):
        return ()
    mine = (compared("only-left", q, right.predicate, says=(q.text, right.text)) for q in _vouched(left, right))
    yours = (compared("only-right", left.predicate, q, says=(left.text, q.text)) for q in _vouched(right, left))
    return (*mine, *yours)


def _vouched(quoting: Claim, telling: Claim) -> list[Quote]:
    """The few words that one claim quotes and the other, which quotes nothing, lacks."""
    return [] if _spoken(telling) else [q for q in _spoken(quoting) if _vouches(q, telling)]


def _is_direct(claim: Claim) -> bool:
    return claim.attribution is not None and claim.attribution.mode == "direct"


def _best(mine: Quote, left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """A quotation with its nearest on the other side."""
    limits = lexicon(Thresholds).quote
    scored = sorted(((nearness(mine.words, q.words), q) for q in _spoken(right)), key=lambda s: (-s[0], s[1].start))
    if not scored:
        return ()
    near, other = scored[0]
    if has_replaced_words(mine.words, other.words, limits.respelled):
        return (compared("conflict", mine, other, variant="replaced"),)
    if near < limits.altered or not is_altered(mine.words, other.words):
        is_one = context.meets(limits.one_remark) and _are_one_remark(mine, other, left, right)
        return (compared("conflict", mine, other, variant="remark"),) if is_one else ()
    if near < limits.same or has_other_word(mine.words, other.words, limits.spelling):
        is_sure = equal_words(mine.words, other.words) >= limits.one_utterance
        return (compared("conflict", mine, other, variant="words" if is_sure else "remark"),)
    return _of_equal_words(mine, other)


def _of_equal_words(mine: Quote, other: Quote) -> tuple[Compared, ...]:
    """Two quotations with the same words: their speakers, and what either side goes on to quote."""
    if mine.speaker and other.speaker and same_name(mine.speaker, other.speaker) is False:
        return (compared("conflict", mine, other, variant="speaker", says=(mine.speaker, other.speaker)),)
    whole = _whole(mine), _whole(other)
    if nearness(*whole) >= lexicon(Thresholds).quote.same:
        return (compared("same", mine, other),)
    return compared("same", mine, other), compared("conflict", None, None, variant="remark", says=whole)


def _are_one_remark(mine: Quote, other: Quote, left: Claim, right: Claim) -> bool:
    """Whether one speaker's words, in sentences that surely meet, are one remark in two wordings: a word tells."""
    if not (mine.speaker and other.speaker and same_name(mine.speaker, other.speaker)):
        return False
    said = [{stem(w) for w in folded(q.words)} for q in (mine, other)]
    return not (said[0] & said[1]).isdisjoint(set(left.terms) & set(right.terms))


def _whole(quote: Quote) -> str:
    """A quotation with what its sentence goes on to quote after "she said"."""
    return f"{quote.words} {quote.resumed}" if quote.resumed else quote.words


def _vouches(quote: Quote, told: Claim) -> bool:
    """Whether marks vouch for a wording that the other claim's sentence lacks; whole sentences are often reworded."""
    few = lexicon(Thresholds).quote.wording
    return len(quote.words.split()) <= few and not prints(told, quote.words)
