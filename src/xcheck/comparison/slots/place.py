"""Where: the same place, one inside the other, or two places apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import product
from typing import Literal

from xcheck.alignment.frames import same_deed
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.nouns import rivals
from xcheck.entities.gazetteer import is_country
from xcheck.entities.geography import around, country_of, places
from xcheck.entities.identity import same_name
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.entities import Places
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim, Place
from xcheck.records.comparison import Compared

Relation = Literal["same", "within", "disjoint", "unknown"]


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For the places of two claims of one deed that play one part: ``same``, ``narrower``, ``wider`` or ``conflict``.

    A conflict has the variant ``apart``. Where any pair of places agrees, none is seen in the others of that part;
    where something comes from is a question of its own. Where something goes to in one claim is held against where it
    is in the other, if no place plays the same part in both. In two sentences that surely speak of one thing, whatever
    is said of them, a place that one document alone names conflicts with one that the other alone names (variant
    ``stranger``).
    """
    return of_deeds(left, right, context, met=same_deed(left, right) or are_alike(left, right, context))


def are_alike(left: Claim, right: Claim, context: Context) -> bool:
    """Whether two claims share so many words that their places are of one thing."""
    return context.is_like(left, right, lexicon(Thresholds).place)


def of_deeds(left: Claim, right: Claim, context: Context, *, met: bool) -> tuple[Compared, ...]:
    """The places of two claims; ``met``: they tell one deed. Else only strangers part them."""
    if not met:
        return _strangers(left, right, context)
    pairs = _paired(left, right)
    origins = [p for p in pairs if "from" in (p[0].relation, p[1].relation)]
    others = [p for p in pairs if p not in origins]
    return (*_agreeing(origins), *_agreeing(others)) or _strangers(left, right, context)


def _paired(left: Claim, right: Claim) -> list[tuple[Place, Place]]:
    """The places that play one part in two claims; if none do, those where something is and where something goes."""
    every = list(product(left.places, right.places))
    in_one_part = [(a, b) for a, b in every if a.relation == b.relation]
    return in_one_part or [(a, b) for a, b in every if {a.relation, b.relation} == {"at", "to"}]


def _agreeing(pairs: Iterable[tuple[Place, Place]]) -> list[Compared]:
    """What comes out of some pairs of places: those that agree, if any does, else those that don't."""
    results = [r for a, b in pairs for r in (_pair(a, b),) if r is not None]
    return [r for r in results if r.outcome != "conflict"] or results


def _strangers(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """Places in one part that each document names alone, and of which neither lies in the other."""
    if not context.is_sure or _share_a_place(left, right):
        return ()
    alone = [[p for p in c.places if context.is_strange(p.name)] for c in (left, right)]
    two: tuple[Span, Span] | None = next(((a, b) for a, b in product(*alone) if _are_rivals(a, b)), None)
    two = two or rivals(left, right, "sites", context)
    return (compared("conflict", *two, variant="stranger"),) if two else ()


def _share_a_place(left: Claim, right: Claim) -> bool:
    return any(place_relation(a, b) in ("same", "within") for a, b in product(left.places, right.places))


def _are_rivals(one: Place, other: Place) -> bool:
    return one.relation == other.relation and not _may_hold(one, other)


def _may_hold(one: Place, other: Place) -> bool:
    """Whether one is a country and nothing tells in which the other lies."""
    return is_country(one.name) != is_country(other.name) and not (_country(one) and _country(other))


def place_relation(one: Place, other: Place) -> Relation:
    """How two places lie to each other, as far as the texts and the lists know it. Symmetric."""
    if one.name == other.name or same_name(one.name, other.name):
        return "same"
    if is_country(one.name) and is_country(other.name):
        return "within" if _is_in(one.name, around(other.name), other.name, around(one.name)) else "disjoint"
    if _is_in(one.name, other.within, other.name, one.within):
        return "within"
    return "disjoint" if _are_of_two_countries(one, other) or _are_siblings(one, other) else "unknown"


def _is_in(one: str, around_other: Collection[str], other: str, around_one: Collection[str]) -> bool:
    return one in around_other or other in around_one


def _are_of_two_countries(one: Place, other: Place) -> bool:
    countries = _country(one), _country(other)
    return all(countries) and countries[0] != countries[1]


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
    sorts = sort_of(one), sort_of(other)
    if sorts != (None, None):
        return sorts[0] == sorts[1]
    if is_country(one.name) and is_country(other.name):
        return True
    listed = places().get(one.name, ()), places().get(other.name, ())
    if listed[0] and listed[1]:
        return bool(set(listed[0]) & set(listed[1]))
    return not (listed[0] or listed[1]) and bool(one.within[:1]) and one.within[:1] == other.within[:1]


def sort_of(place: Place) -> str | None:
    """What a place's name ends in that says what it is: "street", "hospital"; None for other names."""
    last = place.name.split()[-1] if place.name else ""
    return last if last in lexicon(Places).sorts and last != place.name else None
