"""Who did it to whom, in a draft and its source: also doers by what they are, and names that stand in the source."""

from __future__ import annotations

from functools import partial

from xcheck.alignment.frames import same_deed
from xcheck.alignment.wording import sentence_words
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import people
from xcheck.entities.described import described_apart
from xcheck.entities.identity import folded
from xcheck.records.claim import Claim, Participant
from xcheck.records.comparison import Compared


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also ``conflict`` with variant ``described``: two doers who cannot be one, by what they are.

    A name of the draft's that stands in the source's sentence, beside the other's, is another's name.
    """
    if not context.is_told_anew:
        return people.compare(draft, source, context)
    if people.are_told(draft, source) and not people.respelled(draft, source, context):
        described = _described(draft, source)
        if described is not None:
            return (compared("conflict", *described, variant="described"),)
    return people.compare(draft, source, context, may_part=partial(_may_part, source=source))


def _may_part(one: Participant, other: Participant, context: Context, *, source: Claim) -> bool:
    """Whether two names can stand in one part, or stand beside each other in the source: there the two are two."""
    last = folded(one.entity or "")[-1:]
    return people.may_be_rivals(one, other, context) or (bool(last) and last[0] in sentence_words(source.sentence))


def _described(draft: Claim, source: Claim) -> tuple[Participant, Participant] | None:
    """Two doers of one deed to one thing who cannot be one, by what they are."""
    if not same_deed(draft, source):
        return None
    mine, yours = people.by_part(draft), people.by_part(source)
    one, other = mine.get("agent"), yours.get("agent")
    if one is None or other is None or one.entity or other.entity:
        return None
    if not people.is_one(mine.get("patient"), yours.get("patient")):
        return None
    return (one, other) if described_apart(one.text, other.text) else None
