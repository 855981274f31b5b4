"""The named entities of a document: every name found, given a kind by all its places together, and one entity each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xcheck.language import people as persons
from xcheck.language import seats
from xcheck.language.analysis import Analysis, Sentence
from xcheck.language.candidates import Candidate, cut
from xcheck.language.countries import known
from xcheck.language.entities import Entity, Mention
from xcheck.language.evidence import LISTED, scores
from xcheck.language.folding import fold
from xcheck.language.geography import places
from xcheck.language.identity import folded, initials
from xcheck.language.lexicon import words
from xcheck.language.offices import is_human
from xcheck.language.people import People
from xcheck.language.runs import Run, capitalised_inside, is_title_case, runs, text_of
from xcheck.records.claim import EntityKind

_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "group", "thing")
_LONGEST_IN_TITLE = 6
_OWN = 4.0  # from this score on a surname is a place or body of its own
_GENERIC = (
    ("titles", "organisations"),
    ("titles", "bodies"),
    ("titles", "openers"),
    ("places", "sorts"),
    ("places", "containers"),
)


def mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """Every name of the document's sentences with its entity, in order, none overlapping another."""
    inside = capitalised_inside(analysis.sentences)
    plain = [s for s in analysis.sentences if not is_title_case(s)]
    common = frozenset(t.text for s in plain for t in s.tokens if t.is_lower and t.pos_ in ("NOUN", "ADJ", "VERB"))
    candidates = [c for s in plain for run in runs(s, inside) for c in cut(run) if not _is_common(c, common)]
    register = _Register.of(candidates)
    found = [m for c in candidates if (m := _mention(c.tokens, register.entity(c)))]
    found += _in_titles([s for s in analysis.sentences if is_title_case(s)], register)
    return _apart(found)


def _is_common(candidate: Candidate, common: frozenset[str]) -> bool:
    """One capitalised word that is no name: the document has it in lower case too, or it means any council or city."""
    if candidate.known is not None or len(candidate.tokens) > 1 or candidate.title:
        return False
    word, token = candidate.tokens[0].lower_, candidate.tokens[0]
    if token.i > 1 and token.nbor(-1).text == "The" and not token.nbor(-1).is_sent_start:
        return False
    return word in common or is_human(word) or any(word in words(*listed) for listed in _GENERIC)


def _mention(tokens: Run, entity: Entity | None) -> Mention | None:
    return Mention(tokens[0].idx, tokens[-1].idx + len(tokens[-1]), entity) if entity else None


def _apart(found: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return tuple(kept)


@dataclass(frozen=True)
class _Register:
    """What each folded surface means, and the keys of the ``countries`` and all ``well_known`` that are named."""

    entities: Mapping[str, Entity | None]
    people: People
    countries: frozenset[str]
    well_known: frozenset[str]

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> _Register:
        tally, order = _tally(candidates)
        kinds = {surface: _kind(total) for surface, total in tally.items()}
        people = persons.gathered(candidates, kinds)
        named = [c.known for c in candidates if c.known]
        countries = frozenset(k.key for k in named if k.sense in ("country", "demonym"))
        well_known = countries | {k.key for k in named if k.sense in ("institution", "metonym")}
        return cls(_settled(order, kinds, tally, people), people, countries, well_known)

    def entity(self, candidate: Candidate) -> Entity | None:
        """The entity of a name in its place, or None where the name may be one of several."""
        if candidate.known is not None:
            namesake = self.people.of(candidate.surface) if len(candidate.tokens) == 1 else None
            if namesake is not None and not seats.is_located(candidate.tokens[-1]):
                return namesake
            return seats.meant(candidate, candidate.known, self.countries, self.well_known)
        return self.entities.get(candidate.surface)


def _tally(candidates: Iterable[Candidate]) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
    """For each surface that is not well known the evidence of all its places, and the first writing of it."""
    speech = words("reporting", "clause")
    tally: dict[str, dict[str, float]] = {}
    written: dict[str, str] = {}
    for candidate in candidates:
        if candidate.known is None and candidate.surface:
            written.setdefault(candidate.surface, text_of(candidate.tokens))
            total = tally.setdefault(candidate.surface, {})
            for kind, weight in scores(candidate, speech).items():
                total[kind] = total.get(kind, 0.0) + weight
    for surface, total in tally.items():
        for kind, weight in _of_short_forms(surface, tally):
            total[kind] = total.get(kind, 0.0) + weight
    return tally, written


def _of_short_forms(surface: str, tally: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    """A person goes on under the last word of the name, a body under the first."""
    name = surface.split()
    if len(name) > 1 and (name[-1] in tally) != (name[0] in tally):
        yield ("person", 2.0) if name[-1] in tally else ("organisation", 1.5)


def _kind(total: Mapping[str, float]) -> EntityKind:
    best = max(_KINDS, key=lambda k: (total.get(k, 0.0), -_KINDS.index(k)))
    return best if total.get(best, 0.0) > 0 else "thing"


def _settled(
    written: Mapping[str, str],
    kinds: Mapping[str, EntityKind],
    tally: Mapping[str, Mapping[str, float]],
    people: People,
) -> dict[str, Entity | None]:
    """Each surface's entity: a person, a body or place by its full name, or the one that a short form stands for."""
    entities: dict[str, Entity | None] = {}
    for surface in sorted(written, key=lambda s: (-len(s.split()), s)):
        person = _person(surface, kinds[surface], tally[surface], people)
        if person is not None or people.shared(surface):
            entities[surface] = person
            continue
        longer = _longer(surface, kinds[surface], entities)
        entities[surface] = longer or Entity(_key(surface, kinds[surface]), written[surface], kinds[surface])
    return _with_aliases(entities)


def _key(surface: str, kind: EntityKind) -> str:
    return " ".join(folded(surface)) if kind in ("person", "organisation") else surface


def _person(surface: str, kind: EntityKind, total: Mapping[str, float], people: People) -> Entity | None:
    """The person a surface means. A word that stands as a place or body of its own is no surname."""
    name = " ".join(folded(surface))
    person = people.of(surface) or people.of(name)
    if person is None or kind == "person" or len(name.split()) > 1:
        return person
    surname = person.key.split()[-1] == name or person.key.endswith(" " + name)
    listed = LISTED if surface in places() else 0.0
    return person if surname and total.get(kind, 0.0) - listed < _OWN else None


def _longer(surface: str, kind: EntityKind, entities: Mapping[str, Entity | None]) -> Entity | None:
    """The one longer name that this one stands for: its acronym, or its first words."""
    bodies = list(dict.fromkeys(e for e in entities.values() if e is not None and e.kind == "organisation"))
    name = folded(surface)
    spelled = [e for e in bodies if len(name) == 1 and len(name[0]) > 1 and initials(folded(e.name)) == name[0]]
    short = [e for e in bodies if folded(e.name)[: len(name)] == name]
    for found in (spelled, short):
        if len(found) == 1 and (found is spelled or kind != "place" or not _is_local(found[0])):
            return found[0]
    return None


def _is_local(entity: Entity) -> bool:
    """A body called after its place ("Leeds City Council"), whose first word goes on meaning the place."""
    return bool(
        {"city", "county", "borough", "district", "town", "council", "university", "police", "hospital"}
        & set(folded(entity.name))
    )


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


def _in_titles(sentences: Iterable[Sentence], register: _Register) -> Iterator[Mention]:
    """In headlines in title case only what the article names elsewhere, or the world knows."""
    for sentence in sentences:
        tokens = tuple(sentence.tokens)
        i = 0
        while i < len(tokens):
            found = next(
                (
                    m
                    for j in range(min(len(tokens), i + _LONGEST_IN_TITLE), i, -1)
                    if (m := _title_name(tokens[i:j], register))
                ),
                None,
            )
            if found is not None:
                yield found
            i = (
                next((k for k in range(i + 1, len(tokens)) if tokens[k].idx >= found.end), len(tokens))
                if found
                else i + 1
            )


def _title_name(tokens: Run, register: _Register) -> Mention | None:
    if not tokens[0].text[0].isupper() or not (tokens[-1].is_alpha or tokens[-1].text.endswith(".")):
        return None
    entry = known(text_of(tokens))
    if entry is not None:
        return _mention(tokens, register.entity(Candidate(tokens, known=entry)))
    entity = register.entities.get(fold(text_of(tokens)))
    return _mention(tokens, entity) if all(t.pos_ == "PROPN" or len(tokens) > 1 for t in tokens) else None
