"""Two nouns of one sort in one place: a grandmother where the other article has an aunt, a barn where it has a garage.

Few sentences have two of a sort. Where two sentences meet, and each has one that its own article alone has, one of the
two is another word for the truth.
"""

from __future__ import annotations

from xcheck.comparison.context import Context
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import English
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import Claim, NounSort


def rivals(left: Claim, right: Claim, sort: NounSort, context: Context) -> tuple[Span, Span] | None:
    """The one noun of a sort (a list of ``comparison.yaml``) of each claim, if its article alone has it."""
    if not context.meets(lexicon(Thresholds).event.noun):
        return None
    mine, yours = ([n for n in c.nouns if n.sort == sort] for c in (left, right))
    if len(mine) != 1 or len(yours) != 1 or not all(_is_lone(s, context) for s in (*mine, *yours)):
        return None
    return mine[0], yours[0]


def bodies(left: Claim, right: Claim, context: Context) -> tuple[Span, Span] | None:
    """The body that each claim says somebody has come from ("a team from the Royal Institute"), if they are two."""
    if not context.meets(lexicon(Thresholds).event.noun):
        return None
    mine, yours = left.body, right.body
    if mine is None or yours is None or not (_is_lone(mine, context) or _is_lone(yours, context)):
        return None
    return None if set(folded(mine.text)) & set(folded(yours.text)) - lexicon(English).words else (mine, yours)


def _is_lone(span: Span, context: Context) -> bool:
    return any(context.is_lone(stem(word)) for word in span.text.casefold().split())
