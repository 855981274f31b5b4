"""Where: the same place, one inside the other, or two places apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from xcheck.alignment.frames import same_deed
from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.nouns import rivals
from xcheck.entities.gazetteer import is_country
from xcheck.entities.geography import around, country_of, places
from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.entities import Places
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim, Place
from xcheck.records.comparison import Compared

Relation = Literal["same", "within", "disjoint", "unknown"]


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For the places of two claims of one deed that play one part: ``same``, ``narrower``, ``wider`` or ``conflict``.

    A conflict has the variant ``apart``. Where any pair of places agrees, none is seen in the others of that part;
    where something comes from is a question of its own. Where something goes to in one claim is held against where it
    is in the other, if no place plays the same part in both. In two sentences that surely speak of one thing, whatever
    is said of them, a place that one document alone names conflicts with one that the other alone names (variant
    ``stranger``). A draft's conflicts with its source's (variant ``moved``) where the source has it for another deed,
    or origin for destination.
    """
    alike = context.likeness(left, right) >= lexicon(Thresholds).place
    if context.checks and (_one_deed(left, right) or alike) and (moved := _moved(left, right, context)):
        return (compared("conflict", *moved, variant="moved"),)
    if not (same_deed(left, right) or (alike and context.source is None)):
        return _strangers(left, right, context)
    pairs = [(a, b) for a in left.places for b in right.places if a.relation == b.relation]
    pairs = pairs or [(a, b) for a in left.places for b in right.places if {a.relation, b.relation} == {"at", "to"}]
    origins = [p for p in pairs if "from" in (p[0].relation, p[1].relation)]
    others = [p for p in pairs if p not in origins]
    return (*_agreeing(origins), *_agreeing(others)) or _strangers(left, right, context)


def _moved(draft: Claim, source: Claim, context: Context) -> tuple[Place, Place] | None:
    """A place of a draft that its source names in another part: where something goes for where it comes from.

    Or for another deed: the draft has the one place of the deed where the source has its one, and that one elsewhere.
    """
    if any(a.relation == b.relation and place_relation(a, b) != "unknown" for a in draft.places for b in source.places):
        return None
    for one in draft.places:
        for other in source.places:
            if {one.relation, other.relation} == {"from", "to"} and one.name == other.name:
                return one, other
    mine, yours = ([p for p in c.places if p.relation == "at"] for c in (draft, source))
    if len(mine) != 1 or len(yours) != 1 or not _one_deed(draft, source) or context.is_strange(mine[0].name):
        return None
    told_of_both = yours[0].name.rsplit(maxsplit=1)[-1] in folded(plain(draft.sentence.text))
    return None if told_of_both or _sort(mine[0]) != _sort(yours[0]) else (mine[0], yours[0])


def _one_deed(left: Claim, right: Claim) -> bool:
    """Whether two claims tell one kind of event, or have one verb that may tell of any ("made in")."""
    verbs = [c.predicate.base if c.predicate else None for c in (left, right)]
    return same_deed(left, right) or (verbs[0] == verbs[1] and verbs[0] not in (None, "be", "have"))


def _agreeing(pairs: Iterable[tuple[Place, Place]]) -> list[Compared]:
    """What comes out of some pairs of places: those that agree, if any does, else those that don't."""
    results = [r for a, b in pairs for r in (_pair(a, b),) if r is not None]
    return [r for r in results if r.outcome != "conflict"] or results


def _strangers(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Places in one part that each document names alone, and of which neither lies in the other."""
    if not context.is_sure:
        return ()
    alone = [[p for p in c.places if context.is_strange(p.name)] for c in (left, right)]
    pairs = [(a, b) for a in alone[0] for b in alone[1] if a.relation == b.relation and not _may_hold(a, b)]
    if any(place_relation(a, b) in ("same", "within") for a in left.places for b in right.places):
        return ()
    if pairs:
        return tuple(compared("conflict", a, b, variant="stranger") for a, b in pairs[:1])
    sites = rivals(left, right, "sites", context)
    return (compared("conflict", *sites, variant="stranger"),) if sites else ()


def _may_hold(one: Place, other: Place) -> bool:
    """Whether one is a country and nothing tells in which the other lies."""
    return is_country(one.name) != is_country(other.name) and not (_country(one) and _country(other))


def place_relation(one: Place, other: Place) -> Relation:
    """How two places lie to each other, as far as the texts and the lists know it. Symmetric."""
    if one.name == other.name or same_name(one.name, other.name):
        return "same"
    if is_country(one.name) and is_country(other.name):
        return "within" if one.name in around(other.name) or other.name in around(one.name) else "disjoint"
    if one.name in other.within or other.name in one.within:
        return "within"
    countries = _country(one), _country(other)
    if all(countries) and countries[0] != countries[1]:
        return "disjoint"
    return "disjoint" if _are_siblings(one, other) else "unknown"


def _pair(mine: Place, yours: Place) -> Compared | None:
    relation = place_relation(mine, yours)
    if relation == "within":
        return compared("narrower" if yours.name in mine.within else "wider", mine, yours)
    if relation == "unknown":
        return None
    if relation == "same":
        return compared("same", mine, yours)
    return compared("conflict", mine, yours, variant="apart")


def _country(place: Place) -> str | None:
    return next((c for n in (place.name, *place.within) if (c := country_of(n)) is not None), None)


def _are_siblings(one: Place, other: Place) -> bool:
    """Two of one sort under different names: two streets, two hospitals, two listed towns, two towns of one county."""
    sorts = _sort(one), _sort(other)
    if sorts[0] is not None or sorts[1] is not None:
        return sorts[0] == sorts[1]
    if is_country(one.name) and is_country(other.name):
        return True
    listed = places().get(one.name, ()), places().get(other.name, ())
    if listed[0] and listed[1]:
        return bool(set(listed[0]) & set(listed[1]))
    return bool(one.within and other.within and one.within[0] == other.within[0] and not (listed[0] or listed[1]))


def _sort(place: Place) -> str | None:
    last = place.name.split()[-1] if place.name else ""
    return last if last in lexicon(Places).sorts and last != place.name else None
