"""Words in quotation marks: the same, altered, or quoted by one side alone."""

from __future__ import annotations

from rapidfuzz import fuzz

from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.comparison.quoted import checked
from xcheck.language.identity import same_name
from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Claim, Quote
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Each quotation with its nearest on the other side.

    ``same`` where one's words stand in the other's, ``conflict`` where they are near but not equal (variant
    ``words``) or equal under another speaker (variant ``speaker``), ``only-left`` / ``only-right`` for quoted words
    that the other claim, which quotes nothing like them, does not have at all. Of a draft and its source also the
    variant ``cut``: the source goes on with what takes the words back ("but", "unless").
    """
    found = [result for mine in left.quotes for result in (_best(mine, right.quotes),) if result]
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


def _best(mine: Quote, others: tuple[Quote, ...]) -> Compared | None:
    limits = lexicon("comparison")["quote"]
    scored = sorted(((_nearness(mine.words, q.words), q) for q in others), key=lambda s: (-s[0], s[1].start))
    if not scored or scored[0][0] < limits["altered"]:
        return None
    nearness, other = scored[0]
    if nearness < limits["same"] or _has_other_word(mine.words, other.words, limits["spelling"]):
        return compared("conflict", mine, other, variant="words")
    if mine.speaker and other.speaker and same_name(mine.speaker, other.speaker) is False:
        return compared("conflict", mine, other, variant="speaker", says=(mine.speaker, other.speaker))
    return compared("same", mine, other)


def _nearness(mine: str, other: str) -> float:
    """0 to 100: how well the shorter fits into the longer; very short ones must be equal to count."""
    shorter, longer = sorted((mine.casefold(), other.casefold()), key=len)
    if len(shorter.split()) < 3:
        return 100.0 if f" {shorter} " in f" {longer} " else 0.0
    return fuzz.partial_ratio(shorter, longer)


def _has_other_word(mine: str, other: str, spelling: float) -> bool:
    """Whether the shorter has a word that the longer lacks in any spelling: one of twenty may count."""
    shorter, longer = sorted((mine.casefold().split(), other.casefold().split()), key=len)
    return any(max(fuzz.ratio(word, there) for there in longer) < spelling for word in shorter)


def _is_few(quote: Quote, most: int) -> bool:
    """A word or a few in marks, which vouch for the wording; whole sentences are often reported in other words."""
    return len(quote.words.split()) <= most


def _borne(quote: Quote, claim: Claim) -> bool:
    return quote.words.casefold() in plain(claim.sentence.text).casefold()
