"""Words in quotation marks: the same, altered, or quoted by one side alone."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz

from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.comparison.quoted import checked
from xcheck.language.identity import folded, same_name
from xcheck.language.lexicon import lexicon
from xcheck.language.stems import stem
from xcheck.records.claim import Claim, Quote
from xcheck.records.comparison import Compared

_SHORT_FOR = MappingProxyType({"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "n't": "not"})
_SHORT = re.compile(r"(?<=[a-z])('ve|'re|'ll|'m|n't)\b")
_GOES_ON = re.compile(r"[,.]?([\"']) [^\"]{1,80}? \1(?=[a-z])(.+?),?\1(?!\w)")


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Each quotation with its nearest on the other side.

    ``same`` where one's words stand in the other's, ``conflict`` where they are near but not equal (variant
    ``words``) or equal under another speaker (variant ``speaker``), ``only-left`` / ``only-right`` for quoted words
    that the other claim, which quotes nothing like them, does not have at all. Of a draft and its source also the
    variant ``cut``: the source goes on with what takes the words back ("but", "unless").
    """
    found = [result for mine in left.quotes for result in _best(mine, left, right, context)]
    if found:
        return tuple(found if context.source is None else (checked(result, left, right) for result in found))
    if "speech" in (left.form, right.form):
        return ()
    if any(c.attribution is not None and c.attribution.mode == "direct" for c in (left, right)):
        return ()
    few = lexicon("comparison")["quote"]["few"]
    if left.quotes and not right.quotes:
        return tuple(
            compared("only-left", q, right.predicate, says=(q.text, right.text))
            for q in left.quotes
            if _is_few(q, few) and not _borne(q, right)
        )
    if right.quotes and not left.quotes:
        return tuple(
            compared("only-right", left.predicate, q, says=(left.text, q.text))
            for q in right.quotes
            if _is_few(q, few) and not _borne(q, left)
        )
    return ()


def _best(mine: Quote, left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """A quotation with its nearest on the other side, and with what either goes on to quote after it."""
    limits = lexicon("comparison")["quote"]
    scored = sorted(((_nearness(mine.words, q.words), q) for q in right.quotes), key=lambda s: (-s[0], s[1].start))
    if not scored:
        return ()
    nearness, other = scored[0]
    if nearness < limits["altered"]:
        is_one = context.score >= limits["one-remark"] and _are_one_remark(mine, other, left, right)
        return (compared("conflict", mine, other, variant="words"),) if is_one else ()
    if nearness < limits["same"] or _has_other_word(mine.words, other.words, limits["spelling"]):
        return (compared("conflict", mine, other, variant="words"),)
    if mine.speaker and other.speaker and same_name(mine.speaker, other.speaker) is False:
        return (compared("conflict", mine, other, variant="speaker", says=(mine.speaker, other.speaker)),)
    whole = _continued(mine, left), _continued(other, right)
    parts = _nearness(*whole) < limits["same"]
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


def _nearness(mine: str, other: str) -> float:
    """0 to 100: how well the shorter fits into the longer; very short ones must be equal to count."""
    shorter, longer = sorted((_full(mine), _full(other)), key=len)
    if len(shorter.split()) < 3:
        return 100.0 if f" {shorter} " in f" {longer} " else 0.0
    return fuzz.partial_ratio(shorter, longer)


@lru_cache(maxsize=4096)
def _full(said: str) -> str:
    """Words in lower case with what is run together taken apart: "we've" is "we have"."""
    return _SHORT.sub(
        lambda found: f" {_SHORT_FOR[found[1]]}",
        said.casefold().replace("can't", "can not").replace("won't", "will not"),
    )


def _has_other_word(mine: str, other: str, spelling: float) -> bool:
    """Whether the shorter has a word that the longer lacks in any spelling: one of twenty may count."""
    shorter, longer = sorted((_full(mine).split(), _full(other).split()), key=len)
    return any(max(fuzz.ratio(word, there) for there in longer) < spelling for word in shorter)


def _is_few(quote: Quote, most: int) -> bool:
    """A word or a few in marks, which vouch for the wording; whole sentences are often reported in other words."""
    return len(quote.words.split()) <= most


def _borne(quote: Quote, claim: Claim) -> bool:
    return quote.words.casefold() in plain(claim.sentence.text).casefold()
