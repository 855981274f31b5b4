"""Where, in a draft and its source: also a place that the source has for another deed, or origin for destination."""

from __future__ import annotations

from itertools import product

from xcheck.alignment.frames import same_deed
from xcheck.alignment.wording import sentence_words
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import place
from xcheck.records.claim import Claim, Place
from xcheck.records.comparison import Compared

_OF_ANY_EVENT = (None, "be", "have")


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers, but only in claims of one deed; also ``conflict`` with variant ``moved``.

    ``moved``: the source has the place for another deed, or origin for destination.
    """
    one_deed = _is_one_deed(draft, source)
    if context.is_told_anew and (one_deed or place.are_alike(draft, source, context)):
        moved = _moved(draft, source, context, one_deed=one_deed)
        if moved is not None:
            return (compared("conflict", *moved, variant="moved"),)
    return place.of_deeds(draft, source, context, met=same_deed(draft, source))


def _moved(draft: Claim, source: Claim, context: Context, *, one_deed: bool) -> tuple[Place, Place] | None:
    """A place of the draft's that its source names in another part, or for another deed."""
    pairs = list(product(draft.places, source.places))
    if any(a.relation == b.relation and place.place_relation(a, b) != "unknown" for a, b in pairs):
        return None
    turned = next((p for p in pairs if _is_turned(*p)), None)
    return turned or (_of_another_deed(draft, source, context) if one_deed else None)


def _is_turned(one: Place, other: Place) -> bool:
    """Whether something goes to a place on one side, and comes from it on the other."""
    return {one.relation, other.relation} == {"from", "to"} and one.name == other.name


def _of_another_deed(draft: Claim, source: Claim, context: Context) -> tuple[Place, Place] | None:
    """The one place of the deed in the draft and in the source, which has the draft's one elsewhere."""
    mine, yours = ([p for p in c.places if p.relation == "at"] for c in (draft, source))
    if len(mine) != 1 or len(yours) != 1 or context.is_strange(mine[0].name):
        return None
    told_of_both = yours[0].name.rsplit(maxsplit=1)[-1] in sentence_words(draft.sentence)
    return None if told_of_both or place.sort_of(mine[0]) != place.sort_of(yours[0]) else (mine[0], yours[0])


def _is_one_deed(draft: Claim, source: Claim) -> bool:
    """Whether two claims tell one kind of event, or have one verb that may tell of any ("made in")."""
    verbs = [c.predicate.base if c.predicate else None for c in (draft, source)]
    return same_deed(draft, source) or (verbs[0] == verbs[1] and verbs[0] not in _OF_ANY_EVENT)
