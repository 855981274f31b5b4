"""One entity through all its names in a document: full name, surname, pronoun, role, acronym, nationality, building."""

from __future__ import annotations

from xcheck.entities import coreference, registry
from xcheck.entities.mentions import Entity, Mention, Names
from xcheck.nlp.analysis import Analysis

__all__ = ["Entity", "Mention", "Names", "resolve"]


def resolve(analysis: Analysis) -> Names:
    """The names of a document, each mention with its entity; then what stands for a name: pronouns and descriptions.

    A pronoun or description whose meaning is doubtful has no mention.
    """
    named = registry.mentions(analysis)
    return coreference.extended(analysis, named)
