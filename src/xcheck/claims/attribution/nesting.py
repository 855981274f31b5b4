"""Which of the credits found in a sentence stand: what somebody says is theirs, with the claims of others inside it."""

from __future__ import annotations

from collections.abc import Sequence

from xcheck.claims.attribution.page import Credit, Page


def settled(credits_: Sequence[Credit], page: Page) -> list[Credit]:
    """The credits of one sentence in the order of their contents, without those that only echo another.

    Inside another's words stands only the speech of somebody else, named by a noun ("A said that B had denied it"),
    and never inside quotation marks.
    """
    ordered = sorted(credits_, key=lambda c: (c.start, -c.end, c.cue[0].i))
    kept: list[Credit] = []
    for credit in ordered:
        around = [c for c in ordered if c is not credit and _holds(c, credit)]
        if not around or all(_is_other_voice(credit, c, page) for c in around):
            kept.append(credit)
    return kept


def _holds(outer: Credit, inner: Credit) -> bool:
    """Whether the cue of ``inner`` lies in the content of ``outer``, and not the other way round."""
    at, own = inner.cue[0].idx, outer.cue[0].idx
    if not outer.start <= at < outer.end:
        return False
    if inner.start <= own < inner.end:
        return (outer.speech, outer.end - outer.start, -own) > (inner.speech, inner.end - inner.start, -at)
    return True


def _is_other_voice(inner: Credit, outer: Credit, page: Page) -> bool:
    holder = inner.holder
    if not inner.speech or holder is None or holder.pos_ not in ("PROPN", "NOUN"):
        return False
    quote = page.quote_at(inner.cue[0].idx)
    return quote is None and (outer.holder is None or holder.lower_ != outer.holder.lower_)
