"""How surely a draft says it: also of all or most what its source says of fewer, and what it vouches for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import certainty
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import Claim, Participant
from xcheck.records.comparison import Compared
from xcheck.records.sentence import Quantifier

_MUCH = 3
_SINGLE = ("a ", "an ", "one ", "a single ")


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also ``lowered`` with the variant ``extent`` or ``vouched``.

    ``extent``: the draft says of all or most what its source says of fewer. ``vouched``: the draft has a word of
    certainty ("certain"), and its source only words of chance.
    """
    if not context.is_told_anew:
        return certainty.compare(draft, source, context)
    if (extent := _generalised(draft, source) or _raised(draft, source)) is not None:
        return (compared("lowered", *extent, variant="extent"),)
    if draft.sentence.sureness == ("sure",) and source.sentence.sureness == ("chance",):
        says = (draft.text, source.text)
        return (compared("lowered", draft.predicate, source.predicate, variant="vouched", says=says),)
    return certainty.compare(draft, source, context)


def _raised(draft: Claim, source: Claim) -> tuple[Span, Span] | None:
    """A quantifier of the draft's claim and a lower one of the source's sentence, of one thing.

    None where the source's sentence says as much of anything: "most of the boats, and all of the nets".
    """
    yours = source.sentence.quantifiers
    highest = max((q.step for q in yours), default=0)
    mine = [q for q in _within(draft) if q.step >= _MUCH and q.step > highest]
    return next(((high, low) for high, low in product(mine, yours) if _of_one(high, low)), None)


def _within(claim: Claim) -> Iterator[Quantifier]:
    return (q for q in claim.sentence.quantifiers if claim.start <= q.start < claim.end)


def _of_one(high: Quantifier, low: Quantifier) -> bool:
    return bool(set(high.things) & set(low.things)) or not (high.things and low.things)


def _generalised(draft: Claim, source: Claim) -> tuple[Span, Span] | None:
    """A bare plural in the present for a single one: "cooks burn the soup" for "a cook burned the soup"."""
    if draft.tense != "present" or source.tense == "present":
        return None
    single = {(p.part, p.head): p for p in reversed(source.participants) if p.text.casefold().startswith(_SINGLE)}
    found = ((p, single.get((p.part, p.head))) for p in draft.participants if _is_bare_plural(p))
    return next(((many, one) for many, one in found if one is not None), None)


def _is_bare_plural(participant: Participant) -> bool:
    first = participant.text.split()[0].casefold()
    return first.endswith("s") and first != participant.head and stem(first) == stem(participant.head)
