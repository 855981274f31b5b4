"""Who does what kind of thing to what: the frame that two claims share when they tell one event in other words.

"The firm's closure of two plants" and "the firm is to shut two factories" share their doer and the kind of deed.
"""

from __future__ import annotations

from xcheck.alignment.counted import kinds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import Predicates
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Participant
from xcheck.resources import CLAIMS, loaded, memoised

DEED, THING = "|", ">"


@loaded
def _groups() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in lexicon(Predicates).groups:
        for member in group:
            table.setdefault(member, set()).add(str(group[0]))
    return {member: frozenset(names) for member, names in table.items()}


@memoised(CLAIMS)
def deeds(claim: Claim) -> frozenset[str]:
    """The kinds of event that a claim's predicate may tell; of a light verb, what it joins ("remained silent")."""
    if claim.predicate is None:
        return frozenset()
    names = {claim.predicate.lemma, claim.predicate.base}
    if names & lexicon(Predicates).light:
        names = {p.head for p in claim.participants if p.part == "attribute"}
    return frozenset(kind for name in names for kind in deed_of(name))


def deed_of(verb: str) -> frozenset[str]:
    """The kinds of event that a verb may tell."""
    return frozenset({stem(verb), *_groups().get(verb, ())})


def same_deed(left: Claim, right: Claim) -> bool:
    """Whether two claims tell one kind of event."""
    return bool(deeds(left) & deeds(right))


def same_frame(left: Claim, right: Claim) -> bool:
    """Whether two claims share the doer, by name, and the deed or what it is done to."""
    return bool(frames(left) & frames(right))


def whole_frame(left: Claim, right: Claim) -> bool:
    """Whether two claims share the doer, the deed and what it is done to."""
    shared = frames(left) & frames(right)
    return any(DEED in key for key in shared) and any(THING in key for key in shared)


@memoised(CLAIMS)
def frames(claim: Claim) -> frozenset[str]:
    """The keys that two claims with one frame share: doer and deed, doer and thing done to."""
    parts = {p.part: p for p in reversed(claim.participants)}
    doer = parts.get("agent") or parts.get("patient")
    if doer is None or doer.entity is None or claim.form == "speech":
        return frozenset()
    things = _things(parts.get("patient")) if "agent" in parts else frozenset()
    return frozenset(
        {f"{doer.entity}{DEED}{deed}" for deed in deeds(claim)} | {f"{doer.entity}{THING}{thing}" for thing in things}
    )


def _things(patient: Participant | None) -> frozenset[str]:
    if patient is None:
        return frozenset()
    return frozenset({patient.entity}) if patient.entity else kinds(patient.head)
