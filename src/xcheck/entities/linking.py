"""What each written name of a document means, once all its places are weighed together: its kind, then its entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from xcheck.entities.candidates import Candidate
from xcheck.entities.geography import places
from xcheck.entities.identity import folded, initials
from xcheck.entities.mentions import Entity
from xcheck.entities.people import People
from xcheck.entities.spans import text_of
from xcheck.entities.typing import LISTED, scores
from xcheck.nlp.lexicon import words
from xcheck.records.claim import EntityKind

_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "group", "thing")
_OWN = 2.4  # from this score on, in the mean of its places, a surname is a place or body of its own


@dataclass(frozen=True)
class Tally:
    """For each folded surface that is not well known: the evidence and number of its places, and its first writing."""

    totals: Mapping[str, Mapping[str, float]]
    counts: Mapping[str, int]
    written: Mapping[str, str]

    def kind(self, surface: str) -> EntityKind:
        """The kind that most speaks for; ``thing`` where nothing does."""
        total = self.totals.get(surface, {})
        best = max(_KINDS, key=lambda k: (total.get(k, 0.0), -_KINDS.index(k)))
        return best if total.get(best, 0.0) > 0 else "thing"

    def mean(self, surface: str, kind: EntityKind) -> float:
        """How much speaks for a kind in one place of the surface, the listing of a place left out."""
        listed = LISTED if kind == "place" and surface in places() else 0.0
        return self.totals[surface].get(kind, 0.0) / self.counts[surface] - listed


def tallied(candidates: Iterable[Candidate]) -> Tally:
    """The evidence of all candidates, summed by surface."""
    speech = words("reporting", "clause")
    totals: dict[str, dict[str, float]] = {}
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for candidate in candidates:
        if candidate.known is None and candidate.surface:
            written.setdefault(candidate.surface, text_of(candidate.tokens))
            counts[candidate.surface] += 1
            total = totals.setdefault(candidate.surface, {})
            for kind, weight in scores(candidate, speech).items():
                total[kind] = total.get(kind, 0.0) + weight
    for surface, total in totals.items():
        for kind, weight in _of_short_forms(surface, totals):
            total[kind] = total.get(kind, 0.0) + weight
    return Tally(totals, counts, written)


def _of_short_forms(surface: str, totals: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    """A person goes on under the last word of the name, a body under the first."""
    name = surface.split()
    if len(name) > 1 and (name[-1] in totals) != (name[0] in totals):
        yield ("person", 2.0) if name[-1] in totals else ("organisation", 1.5)


def settled(tally: Tally, people: People) -> dict[str, Entity | None]:
    """Each surface's entity: a person, a body or place by its full name, or the one that a short form stands for.

    None where a surname is that of several people.
    """
    entities: dict[str, Entity | None] = {}
    bodies = _Bodies()
    for surface in sorted(tally.written, key=lambda s: (-len(s.split()), s)):
        kind = tally.kind(surface)
        person = _person(surface, tally, people)
        if person is None and not people.shared(surface):
            person = bodies.longer(surface, kind) or Entity(_key(surface, kind), tally.written[surface], kind)
            bodies.enter(person)
        entities[surface] = person
    return _with_aliases(entities)


def _key(surface: str, kind: EntityKind) -> str:
    return " ".join(folded(surface)) if kind in ("person", "organisation") else surface


def _person(surface: str, tally: Tally, people: People) -> Entity | None:
    """The person a surface means. A word that stands as a place or body of its own is no surname."""
    name, kind = " ".join(folded(surface)), tally.kind(surface)
    person = people.of(surface) or people.of(name)
    if person is None or kind == "person" or len(name.split()) > 1:
        return person
    surname = person.key.split()[-1] == name
    return person if surname and tally.mean(surface, kind) < _OWN else None


@dataclass
class _Bodies:
    """The organisations found so far, by their initials, by each beginning and by the last word of their names."""

    by_initials: dict[str, dict[str, Entity]] = field(default_factory=dict)
    by_beginning: dict[tuple[str, ...], dict[str, Entity]] = field(default_factory=dict)
    by_ending: dict[str, dict[str, Entity]] = field(default_factory=dict)

    def enter(self, entity: Entity) -> None:
        """Remembers an organisation; anything else is left out."""
        if entity.kind == "organisation":
            name = folded(entity.name)
            self.by_initials.setdefault(initials(name), {})[entity.key] = entity
            if len(name) > 1:
                self.by_ending.setdefault(name[-1], {})[entity.key] = entity
            for size in range(1, len(name)):
                self.by_beginning.setdefault(name[:size], {})[entity.key] = entity

    def longer(self, surface: str, kind: EntityKind) -> Entity | None:
        """The one longer name that a surface stands for: its acronym, its first words, or its last.

        First words that name a place stand for the place.
        """
        name = folded(surface)
        if len(name) == 1:
            spelled = _only(self.by_initials.get(name[0], {})) if len(name[0]) > 1 else None
            whole = spelled or _only(self.by_ending.get(name[0], {}))
            if whole is not None:
                return whole
        entity = _only(self.by_beginning.get(name, {}))
        local = kind == "place" and entity is not None and _is_local(entity)
        return None if kind == "group" or surface in places() or local else entity


def _only(entities: Mapping[str, Entity]) -> Entity | None:
    return next(iter(entities.values())) if len(entities) == 1 else None


def _is_local(entity: Entity) -> bool:
    """A body called after its place ("Leeds City Council"), whose first word goes on meaning the place."""
    return not words("titles", "local").isdisjoint(folded(entity.name))


def _with_aliases(entities: Mapping[str, Entity | None]) -> dict[str, Entity | None]:
    surfaces: dict[Entity, list[str]] = {}
    for surface, entity in entities.items():
        if entity is not None:
            surfaces.setdefault(entity, []).append(surface)
    full = {
        e: Entity(e.key, e.name, e.kind, tuple(sorted(s for s in found if s != e.key)), e.candidates)
        for e, found in surfaces.items()
    }
    return {surface: full[e] if e is not None else None for surface, e in entities.items()}
