"""Entities and their mentions: what the names of a document are resolved to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from xcheck.records.claim import EntityKind


@dataclass(frozen=True)
class Entity:
    """Somebody or something with a name.

    ``key`` is what two documents share when they speak of the same one: a country's common name, or the folded full
    name. ``name`` is how a reader would write it. ``candidates`` are the keys of what it may stand for where the
    document does not decide ("Brussels": the city, Belgium or the European Union).
    """

    key: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A stretch that names, or stands for, an entity. ``named`` is false for pronouns and descriptions."""

    start: int
    end: int
    entity: Entity
    named: bool = True


@dataclass(frozen=True)
class Title:
    """A title, office or age that the words ``[start, end)`` ascribe to somebody.

    ``words`` are in lower case without articles; ``head`` is the lemma of the noun ("minister"), empty for an age.
    ``holder`` is an entity's key, or the lemma of the noun where no name is given ("twin").
    """

    start: int
    end: int
    words: str
    head: str
    holder: str
    kind: Literal["title", "age"] = "title"


@dataclass(frozen=True)
class Names:
    """Every resolved mention of a document, in order, none overlapping another; and the titles of its people."""

    mentions: tuple[Mention, ...]
    titles: tuple[Title, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    @cached_property
    def _ends(self) -> list[int]:
        return [m.end for m in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that overlap ``[start, end)``, in order."""
        return self.mentions[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def at(self, start: int, end: int) -> Entity | None:
        """The entity of the longest mention that overlaps ``[start, end)``, or None."""
        best = max(self.within(start, end), key=lambda m: m.end - m.start, default=None)
        return best.entity if best else None

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Each entity once, in the order in which the document first mentions them."""
        return tuple(dict.fromkeys(m.entity for m in self.mentions))
