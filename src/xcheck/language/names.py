"""One entity through all its names in a document: full name, surname, pronoun, role, acronym, nationality, building."""

from __future__ import annotations

from xcheck.language import coreference, registry
from xcheck.language.analysis import Analysis
from xcheck.language.entities import Entity, Mention, Names

__all__ = ["Entity", "Mention", "Names", "resolve"]


def resolve(analysis: Analysis) -> Names:
    """The names of a document, each mention with its entity; then what stands for a name: pronouns and descriptions.

    A pronoun or description whose meaning is doubtful has no mention.
    """
    named = registry.mentions(analysis)
    return coreference.extended(analysis, named)
