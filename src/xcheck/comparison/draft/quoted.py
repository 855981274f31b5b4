"""Quoted words of a draft that its source has: cut before what takes them back, or said there by somebody else."""

from __future__ import annotations

import re

from xcheck.claims.quotes import bare, plain
from xcheck.comparison.context import compared
from xcheck.comparison.slots.speakers import are_apart, voice
from xcheck.nlp.lexicons.attribution import Quoted
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared
from xcheck.resources import loaded

_SAID_BETWEEN = re.compile(r"[,.]?[\"'] ?[^\"]*[\"']")
_MARKS = " ,;:-\"'."


def checked(result: Compared, draft: Claim, source: Claim) -> Compared:
    """A quotation that a draft and its source share, or ``conflict`` (variants ``cut``, ``speaker``)."""
    if result.variant in ("words", "replaced") or result.left is None or result.right is None:
        return result
    names = voice(draft, result.left), voice(source, result.right)
    if names[0] and names[1] and are_apart(names[0], names[1]):
        return compared("conflict", result.left, result.right, variant="speaker", says=(names[0], names[1]))
    if _is_cut(result.left, draft, source):
        return compared("conflict", result.left, result.right, variant="cut")
    return compared("same", result.left, result.right)


def _is_cut(quote: Span, draft: Claim, source: Claim) -> bool:
    """Whether the source has beside the quoted words what limits them, and the draft's sentence lacks it."""
    said = bare(quote.text).rstrip(_MARKS).casefold()
    before, found, after = plain(source.sentence.text).casefold().partition(said)
    if not found:
        return False
    rest = after if after[:1] not in ",.\"'" else _SAID_BETWEEN.sub("", after, count=1)
    cut = next((m[0] for text in (after, rest) if (m := _after().match(text.lstrip(_MARKS)))), None)
    last = before.rstrip(_MARKS).rpartition(" ")[2].lstrip(_MARKS)
    cut = cut or (last if last in lexicon(Quoted).before else None)
    return cut is not None and not re.search(rf"\b{re.escape(cut)}\b", plain(draft.sentence.text).casefold())


@loaded
def _after() -> re.Pattern[str]:
    limits = sorted(lexicon(Quoted).after, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, limits))})\b")
