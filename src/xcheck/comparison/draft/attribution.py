"""Who is credited, in a draft and its source: also speakers by what they are, and what the source disputes."""

from __future__ import annotations

from dataclasses import replace

from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import attribution
from xcheck.entities.described import are_apart
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also ``conflict`` with variant ``described``, and ``only-right`` with variant ``disputed``.

    ``described``: two speakers by what they are. ``disputed``: the draft says as its own what its source reports as
    disputed, and no word of speech stands in the draft's sentence.
    """
    if context.is_told_anew and (described := _described(draft, source, context)):
        return (described,)
    found = attribution.compare(draft, source, context)
    if not (context.is_told_anew and _is_disputed_alone(draft, source, context)):
        return found
    return tuple(replace(r, variant="disputed") if r.outcome == "only-right" else r for r in found)


def _described(draft: Claim, source: Claim, context: Context) -> Compared | None:
    """Two speakers of one thing who cannot be one, by what they are: the uncle, the aunt."""
    mine, yours = draft.attribution, source.attribution
    if mine is None or yours is None or not draft.form == source.form == "clause":
        return None
    one, other = mine.source, yours.source
    if one is None or other is None or (one.name and other.name) or not are_apart(one.text, other.text):
        return None
    if not attribution.say_one_thing(draft, source, context):
        return None
    return compared("conflict", one, other, variant="described", says=attribution.names(mine, yours))


def _is_disputed_alone(draft: Claim, source: Claim, context: Context) -> bool:
    return source.sentence.disputed and not context.credited[0] and not draft.sentence.voiced
