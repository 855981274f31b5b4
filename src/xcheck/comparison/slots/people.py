"""Who did it to whom: the same, somebody else, or the two the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from xcheck.alignment.frames import same_deed
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.nouns import bodies, rivals
from xcheck.entities.identity import is_respelled, same_name
from xcheck.nlp.stems import stem
from xcheck.records.claim import ENTITY_MARK, Claim, Participant
from xcheck.records.comparison import Compared

MayPart = Callable[[Participant, Participant, Context], bool]

_FIRST = frozenset({"i", "me", "we", "us"})  # whoever speaks: of two texts, two
_COMPARED = ("agent", "patient", "recipient")


def may_be_rivals(one: Participant, other: Participant, context: Context) -> bool:
    """Whether two names can stand in one part; a person and a body only where neither article knows the other's name.

    Who acts for a body may be named for it. Two who speak of themselves tell of two things.
    """
    if _speaks_of_itself(one) and _speaks_of_itself(other):
        return False
    if _is_of_one_kind(one, other):
        return True
    names = (one.entity or "", other.entity or "")
    return (
        {one.kind, other.kind} == {"person", "organisation"} and context.is_sure and all(map(context.is_strange, names))
    )


def compare(left: Claim, right: Claim, context: Context, *, may_part: MayPart = may_be_rivals) -> tuple[Compared, ...]:
    """Agent, patient and recipient of one predicate: ``same``, or ``conflict`` (variants ``other``, ``reversed``).

    A name that each document spells in its own way has the variant ``spelling``.
    In two sentences that surely speak of one thing also, whatever is said of them, a person whom one document alone
    names against a person whom the other alone names (variant ``stranger``). ``may_part`` says of which two names in
    one part is asked.
    """
    if not are_told(left, right):
        return ()
    if (spelled := respelled(left, right, context)) is not None:
        return (compared("conflict", *spelled, variant="spelling"),)
    if "speech" in (left.form, right.form) or not _is_one_predicate(left, right):
        return _strangers(left, right, context)
    mine, yours = by_part(left), by_part(right)
    if is_one(mine.get("agent"), _undergoer(yours)) and is_one(_undergoer(mine), yours.get("agent")):
        return (compared("conflict", mine["agent"], yours["agent"], variant="reversed"),)
    return tuple(_in_one_part(mine, yours, context, may_part)) or _strangers(left, right, context)


def are_told(left: Claim, right: Claim) -> bool:
    """Whether two claims have predicates, and neither tells that somebody spoke."""
    return all(c.predicate is not None and not _tells_of_speech(c) for c in (left, right))


def _is_one_predicate(left: Claim, right: Claim) -> bool:
    bases = {c.predicate.base for c in (left, right) if c.predicate}
    return len(bases) == 1


def _in_one_part(
    mine: dict[str, Participant], yours: dict[str, Participant], context: Context, may_part: MayPart
) -> Iterator[Compared]:
    """Whether those who play one part in both claims are one, where both have names that can stand in it."""
    for part in _COMPARED:
        one, other = mine.get(part), yours.get(part)
        same = _is(one, other)
        if one is not None and other is not None and same is not None and may_part(one, other, context):
            yield compared("same" if same else "conflict", one, other, variant="" if same else "other")


def respelled(left: Claim, right: Claim, context: Context) -> tuple[Participant, Participant] | None:
    """One person under two spellings, of which each document has one, in one deed or in sentences of one thing."""
    if not (context.is_sure or same_deed(left, right)):
        return None
    named = [[p for p in c.participants if p.entity and context.is_lone(ENTITY_MARK + p.entity)] for c in (left, right)]
    return next(((a, b) for a, b in product(*named) if _is_one_respelled(a, b)), None)


def _is_one_respelled(one: Participant, other: Participant) -> bool:
    return "person" in (one.kind, other.kind) and is_respelled(one.entity or "", other.entity or "")


def _tells_of_speech(claim: Claim) -> bool:
    """Whether a claim tells that somebody spoke, not that somebody wants something."""
    return claim.form == "speech" and claim.certainty != "plan"


def _strangers(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """The one person of each side whom the other document never names.

    Or the one relative, or body that somebody comes from, which it doesn't name.
    """
    if not context.is_sure:
        return ()
    two = rivals(left, right, "kin", context) or bodies(left, right, context) or _strange_people(left, right, context)
    return () if two is None else (compared("conflict", *two, variant="stranger"),)


def _strange_people(left: Claim, right: Claim, context: Context) -> tuple[Participant, Participant] | None:
    mine, yours = ([p for p in c.participants if _is_strange(p, context)] for c in (left, right))
    if len(mine) != 1 or len(yours) != 1 or _is(mine[0], yours[0]) is not False:
        return None
    return None if _speaks_of_itself(mine[0]) and _speaks_of_itself(yours[0]) else (mine[0], yours[0])


def _is_strange(participant: Participant, context: Context) -> bool:
    return participant.kind == "person" and bool(participant.entity) and context.is_strange(participant.entity or "")


def _speaks_of_itself(participant: Participant) -> bool:
    return participant.text.casefold() in _FIRST


def _is_of_one_kind(one: Participant, other: Participant) -> bool:
    """Whether two names can stand for one sort of thing; of a name that nothing tells about that is not known."""
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or (kinds == {"person", "thing"} and one.text[:1].isupper() and other.text[:1].isupper())


def by_part(claim: Claim) -> dict[str, Participant]:
    """The first participant in each part of a claim."""
    parts: dict[str, Participant] = {}
    for participant in claim.participants:
        parts.setdefault(participant.part, participant)
    return parts


def _undergoer(parts: dict[str, Participant]) -> Participant | None:
    """Whom it is done to: the recipient where there is one, else the patient."""
    return parts.get("recipient") or parts.get("patient")


def is_one(one: Participant | None, other: Participant | None) -> bool:
    """Whether two participants are one, by name or, nameless, by the noun they are called."""
    if one is None or other is None:
        return False
    same = _is(one, other)
    if same is not None or _speaks_of_itself(one):
        return same is True
    return not one.entity and not other.entity and stem(one.head) == stem(other.head)


def _is(one: Participant | None, other: Participant | None) -> bool | None:
    """Whether two participants are one entity; None where either is not resolved to a name."""
    if one is None or other is None or one.entity is None or other.entity is None:
        return None
    return one.entity == other.entity or same_name(one.entity, other.entity)
