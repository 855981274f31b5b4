"""Who did it to whom: the same, somebody else, or the two the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from xcheck.alignment.frames import same_deed
from xcheck.claims.quotes import plain
from xcheck.claims.terms import ENTITY_MARK
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.nouns import bodies, rivals
from xcheck.comparison.slots.speakers import described_apart
from xcheck.entities.identity import folded, is_respelled, same_name
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Participant
from xcheck.records.comparison import Compared

_FIRST = frozenset({"i", "me", "we", "us"})  # whoever speaks: of two texts, two
_COMPARED = ("agent", "patient", "recipient")


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Agent, patient and recipient of one predicate: ``same``, or ``conflict`` (variants ``other``, ``reversed``).

    A name that each document spells in its own way has the variant ``spelling``.
    In two sentences that surely speak of one thing also, whatever is said of them, a person whom one document alone
    names against a person whom the other alone names (variant ``stranger``).
    """
    if left.predicate is None or right.predicate is None or _tells_of_speech(left) or _tells_of_speech(right):
        return ()
    if (spelled := _respelled(left, right, context)) is not None:
        return (compared("conflict", *spelled, variant="spelling"),)
    if context.checks and (described := _described(left, right)):
        return (compared("conflict", *described, variant="described"),)
    if "speech" in (left.form, right.form) or left.predicate.base != right.predicate.base:
        return _strangers(left, right, context)
    mine, yours = _by_part(left), _by_part(right)
    if _is_one(mine.get("agent"), _undergoer(yours)) and _is_one(_undergoer(mine), yours.get("agent")):
        return (compared("conflict", mine["agent"], yours["agent"], variant="reversed"),)
    return tuple(_in_one_part(mine, yours, right, context)) or _strangers(left, right, context)


def _in_one_part(
    mine: dict[str, Participant], yours: dict[str, Participant], source: Claim, context: Context
) -> Iterator[Compared]:
    """Whether those who play one part in both claims are one, where both have names that can stand in it."""
    for part in _COMPARED:
        one, other = mine.get(part), yours.get(part)
        same = _is(one, other)
        if one is None or other is None or same is None:
            continue
        if _may_be_rivals(one, other, context) or _stands_beside(one, source, context):
            yield compared("same" if same else "conflict", one, other, variant="" if same else "other")


def _respelled(left: Claim, right: Claim, context: Context) -> tuple[Participant, Participant] | None:
    """One person under two spellings, of which each document has one, in one deed or in sentences of one thing."""
    if not (context.is_sure or same_deed(left, right)):
        return None
    named = [[p for p in c.participants if p.entity and ENTITY_MARK + p.entity in context.lone] for c in (left, right)]
    pairs = ((a, b) for a in named[0] for b in named[1] if "person" in (a.kind, b.kind))
    return next(((a, b) for a, b in pairs if is_respelled(a.entity or "", b.entity or "")), None)


def _described(draft: Claim, source: Claim) -> tuple[Participant, Participant] | None:
    """Two doers of one deed to one thing who cannot be one, by what they are."""
    if not same_deed(draft, source):
        return None
    mine, yours = _by_part(draft), _by_part(source)
    one, other, things = mine.get("agent"), yours.get("agent"), (mine.get("patient"), yours.get("patient"))
    if one is None or other is None or one.entity or other.entity or not _is_one(*things):
        return None
    return (one, other) if described_apart(one.text, other.text) else None


def _tells_of_speech(claim: Claim) -> bool:
    """Whether a claim tells that somebody spoke, not that somebody wants something."""
    return claim.form == "speech" and claim.certainty != "plan"


def _strangers(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """The one person of each side whom the other document never names.

    Or the one relative, or body that somebody comes from, which it doesn't name.
    """
    if not context.is_sure:
        return ()
    two = rivals(left, right, "kin", context) or bodies(left, right, context)
    if two is not None:
        return (compared("conflict", *two, variant="stranger"),)
    alone = [
        [p for p in c.participants if p.kind == "person" and p.entity and context.is_strange(p.entity)]
        for c in (left, right)
    ]
    if [len(own) for own in alone] != [1, 1] or _is(alone[0][0], alone[1][0]) is not False:
        return ()
    if all(_speaks_of_itself(own[0]) for own in alone):
        return ()
    return (compared("conflict", alone[0][0], alone[1][0], variant="stranger"),)


def _may_be_rivals(one: Participant, other: Participant, context: Context) -> bool:
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


def _speaks_of_itself(participant: Participant) -> bool:
    return participant.text.casefold() in _FIRST


def _stands_beside(one: Participant, source: Claim, context: Context) -> bool:
    """Whether a draft's name stands in the source's sentence too, beside the other: there the two are two."""
    last = folded(one.entity or "")[-1:]
    return context.checks and bool(last) and last[0] in folded(plain(source.sentence.text))


def _is_of_one_kind(one: Participant, other: Participant) -> bool:
    """Whether two names can stand for one sort of thing; of a name that nothing tells about that is not known."""
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or (kinds == {"person", "thing"} and one.text[:1].isupper() and other.text[:1].isupper())


def _by_part(claim: Claim) -> dict[str, Participant]:
    parts: dict[str, Participant] = {}
    for participant in claim.participants:
        parts.setdefault(participant.part, participant)
    return parts


def _undergoer(parts: dict[str, Participant]) -> Participant | None:
    """Whom it is done to: the recipient where there is one, else the patient."""
    return parts.get("recipient") or parts.get("patient")


def _is_one(one: Participant | None, other: Participant | None) -> bool:
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
