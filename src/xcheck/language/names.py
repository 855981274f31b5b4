"""One entity through all its names in a document: full name, surname, pronoun, role, acronym, nationality, building."""

from __future__ import annotations

from dataclasses import dataclass

from xcheck.language.analysis import Analysis
from xcheck.records.claim import EntityKind


@dataclass(frozen=True)
class Entity:
    """Somebody or something with a name.

    ``key`` is what two documents share when they speak of the same one: a country's common name, or the folded full
    name. ``name`` is how a reader would write it.
    """

    key: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A stretch of the document that names, or stands for, an entity."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True)
class Names:
    """Every resolved mention of a document, in order."""

    mentions: tuple[Mention, ...]

    def at(self, start: int, end: int) -> Entity | None:
        """The entity of the longest mention that overlaps ``[start, end)``, or None."""
        best = max((m for m in self.mentions if m.start < end and start < m.end), key=lambda m: m.end - m.start, default=None)
        return best.entity if best else None


def resolve(analysis: Analysis) -> Names:
    """The names of a document, each mention with its entity."""
    return Names(())
