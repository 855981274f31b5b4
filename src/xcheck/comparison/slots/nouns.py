"""Two nouns of one sort in one place: a grandmother where the other article has an aunt, a barn where it has a garage.

Few sentences have two of a sort. Where two sentences meet, and each has one that its own article alone has, one of the
two is another word for the truth.
"""

from __future__ import annotations

import re
from typing import Literal

from xcheck.comparison.context import Context
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import English
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.resources import CLAIMS, loaded, memoised

Sort = Literal["kin", "sites"]


def rivals(left: Claim, right: Claim, sort: Sort, context: Context) -> tuple[Span, Span] | None:
    """The one noun of a sort (a list of ``comparison.yaml``) of each claim, if its article alone has it."""
    if context.score < lexicon(Thresholds).event.noun:
        return None
    mine, yours = _of(left, sort), _of(right, sort)
    if len(mine) != 1 or len(yours) != 1 or not all(_is_lone(s, context) for s in (*mine, *yours)):
        return None
    return mine[0], yours[0]


def _is_lone(span: Span, context: Context) -> bool:
    return any(stem(word) in context.lone for word in span.text.casefold().split())


@memoised(CLAIMS)
def _of(claim: Claim, sort: Sort) -> tuple[Span, ...]:
    """The nouns of a sort in a claim, each in the singular and once; not whose something is ("the barn's owner")."""
    found: dict[str, Span] = {}
    for noun in _pattern(sort).finditer(claim.text):
        span = Span(start=claim.start + noun.start(), end=claim.start + noun.end(), text=noun[0])
        found.setdefault(noun[0].casefold(), span)
    return tuple(found.values())


@loaded
def _pattern(sort: Sort) -> re.Pattern[str]:
    listed = lexicon(ComparisonWords).kin if sort == "kin" else lexicon(ComparisonWords).sites
    nouns = sorted(listed, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})(?: \d+)?\b(?!['’]s)", re.IGNORECASE)


def bodies(left: Claim, right: Claim, context: Context) -> tuple[Span, Span] | None:
    """The body that each claim says somebody has come from ("a team from the Royal Institute"), if they are two."""
    if context.score < lexicon(Thresholds).event.noun:
        return None
    mine, yours = _body(left), _body(right)
    if mine is None or yours is None or not (_is_lone(mine, context) or _is_lone(yours, context)):
        return None
    return None if set(folded(mine.text)) & set(folded(yours.text)) - lexicon(English).words else (mine, yours)


@memoised(CLAIMS)
def _body(claim: Claim) -> Span | None:
    found = list(_sent().finditer(claim.text))
    if len(found) != 1:
        return None
    start, end = found[0].span(1)
    return Span(start=claim.start + start, end=claim.start + end, text=found[0][1])


@loaded
def _sent() -> re.Pattern[str]:
    people = "|".join(map(re.escape, lexicon(ComparisonWords).sent))
    return re.compile(rf"\b(?i:{people})s? from (?:the )?((?:[A-Z][\w&’'-]*(?: (?:of|and|for|the|de))* ?)+)(?<! )")
