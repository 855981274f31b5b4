"""Why: the same cause, another one, or one that the other side does not give."""

from __future__ import annotations

from rapidfuzz import fuzz

from xcheck.comparison.context import Context, compared
from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, _context: Context) -> tuple[Compared, ...]:
    """``same`` or ``conflict`` where both assert a cause, else ``only-left`` or ``only-right`` (variant: its link)."""
    mine, yours = left.cause, right.cause
    if mine and yours:
        near = fuzz.token_set_ratio(mine.text.casefold(), yours.text.casefold())
        if near >= lexicon("comparison")["cause"]["same"]:
            return (compared("same", mine, yours),)
        asserted = mine.link == yours.link == "cause"
        return (compared("conflict" if asserted else "incomparable", mine, yours),)
    if mine:
        return (compared("only-left", mine, None, variant=mine.link),)
    if yours:
        return (compared("only-right", None, yours, variant=yours.link),)
    return ()
