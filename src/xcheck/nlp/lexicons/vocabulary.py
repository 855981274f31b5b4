"""Words that stand for each other, or against each other, whatever they speak of."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Lexicon, Phrases, Table, Words


class English(Lexicon):
    """Function words by which English is known from other languages."""

    words: Words
    share: float
    judged_from: int
    looked_at: int
    latin: float


class Cohyponyms(Lexicon):
    """Words of one kind of which two never mean the same thing, in groups of synonyms."""

    nouns: Phrases
    verbs: Phrases
    adjectives: Phrases


class ContrastSets(Table):
    """Contrast sets by hand: of one kind, two groups never mean the same thing."""

    root: Mapping[str, tuple[Phrases, ...]]


class Derivations(Table):
    """Nouns of deeds with their verbs."""

    root: Mapping[str, str]


class Opposites(Lexicon):
    """Words that say the opposite of each other, and which way things go."""

    up: Words
    down: Words
    pairs: tuple[tuple[Phrases, Phrases], ...]


class Predicates(Lexicon):
    """Verbs that mean one kind of act, and those that mean next to nothing."""

    light: Words
    converse: Words
    groups: tuple[Phrases, ...]
