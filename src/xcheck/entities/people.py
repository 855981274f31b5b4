"""Persons of a document: full names joined with their surnames, given names and other spellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from xcheck.entities.candidates import Candidate
from xcheck.entities.identity import folded
from xcheck.entities.mentions import Entity
from xcheck.entities.spans import text_of
from xcheck.nlp.lexicon import words

_FAR_OFTENER = 2


@dataclass
class People:
    """The persons with more than one word to their names, found by any word that a later mention may use alone."""

    by_key: dict[str, Entity] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    by_given: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)

    def of(self, surface: str) -> Entity | None:
        """The one person whom a surname, a given name or a full name in any order means; None where it may be two."""
        whole = self.by_key.get(surface)
        if whole is not None:
            return whole
        for table in (self.by_surname, self.by_given):
            keys = table.get(surface, [])
            if keys:
                return self.by_key[keys[0]] if len(keys) == 1 else None
        return None

    def shared(self, surface: str) -> tuple[Entity, ...]:
        """The persons who bear a surname, where there are several."""
        keys = self.by_surname.get(surface, [])
        return tuple(self.by_key[k] for k in keys) if len(keys) > 1 else ()

    def foremost(self, surface: str, offset: int) -> Entity | None:
        """Of several people of one surname the one whom it means at ``offset``: alone so far, or named far oftener."""
        so_far = {p.key: p for p in self.shared(surface) if self.places[p.key][0] < offset}
        ranked = sorted(so_far, key=lambda k: (-len(self.places[k]), k))
        if len(ranked) > 1 and len(self.places[ranked[0]]) <= _FAR_OFTENER * len(self.places[ranked[1]]):
            return None
        return so_far[ranked[0]] if ranked else None


def gathered(candidates: Iterable[Candidate], kinds: Mapping[str, str]) -> People:
    """The persons among the candidates, each under the fullest form of the name that the document gives."""
    spelled: dict[str, tuple[str, ...]] = {}
    shown: dict[str, str] = {}
    offsets: list[tuple[str, int]] = []
    for candidate in candidates:
        if kinds.get(candidate.surface) == "person" and len(folded(candidate.surface)) > 1:
            name = _in_order(candidate)
            spelled.setdefault(candidate.surface, name)
            shown.setdefault(candidate.surface, text_of(candidate.tokens))
            offsets.append((candidate.surface, candidate.tokens[0].idx))
    people = People()
    for surface in sorted(spelled, key=lambda s: (-len(spelled[s]), s)):
        _enter(people, surface, spelled[surface], shown[surface])
    for surface, offset in offsets:
        people.places.setdefault(people.by_key[surface].key, []).append(offset)
    return people


def _in_order(candidate: Candidate) -> tuple[str, ...]:
    """The folded words with the surname last: one written first in capitals ("SATO Hanako") moves to the end."""
    name = folded(candidate.surface)
    shouted = [t.text.isupper() and len(t) > 2 for t in candidate.tokens]
    return (*name[1:], name[0]) if len(name) == len(shouted) and shouted[0] and not any(shouted[1:]) else name


def _enter(people: People, surface: str, name: tuple[str, ...], shown: str) -> None:
    longer = next((k for k in people.by_surname.get(name[-1], ()) if _is_fuller(k.split(), name)), None)
    if longer is not None:
        people.by_key[surface] = people.by_key[longer]
        return
    key = " ".join(name)
    entity = people.by_key.setdefault(key, Entity(key, shown, "person"))
    people.by_key[surface] = entity
    for table, word in ((people.by_surname, name[-1]), (people.by_given, name[0])):
        if key not in table.setdefault(word, []):
            table[word].append(key)
    start = next((i for i, w in enumerate(name[1:], 1) if w in words("titles", "particles")), None)
    if start is not None and start < len(name) - 1:
        people.by_surname.setdefault(" ".join(name[start:]), []).append(key)


def _is_fuller(known: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a known name has the same given name and more words: "Ann Mary Roe" for "Ann Roe"."""
    return known[0] == name[0] and len(known) > len(name)
