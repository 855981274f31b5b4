"""Why: the same cause, another one, or one that the other side does not give."""

from __future__ import annotations

from rapidfuzz import fuzz

from xcheck.comparison.context import Context, compared
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Cause, Claim
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same`` or ``conflict`` where both assert a cause, else ``only-left`` or ``only-right`` (variant: its link).

    A conflict in two sentences that surely tell one story has the variant ``story``.
    """
    mine, yours = left.cause, right.cause
    if mine and yours:
        if fuzz.token_set_ratio(_telling(mine), _telling(yours)) >= lexicon(Thresholds).cause:
            return (compared("same", mine, yours),)
        if not mine.link == yours.link == "cause":
            return (compared("incomparable", mine, yours),)
        one_story = context.meets(lexicon(Thresholds).statement.one_story)
        named = not {mine.text.casefold(), yours.text.casefold()} & lexicon(ComparisonWords).pronouns
        return (compared("conflict", mine, yours, variant="story" if one_story and named else ""),)
    if mine:
        return (compared("only-left", mine, None, variant=mine.link),)
    if yours:
        return (compared("only-right", None, yours, variant=yours.link),)
    return ()


def _telling(cause: Cause) -> str:
    """The words of a cause but for function words: "fog over the bay" and "a row over the prize" share none."""
    said = cause.text.casefold()
    return " ".join(word for word in said.split() if word not in lexicon(SupportModel).function) or said
