"""How surely something is so, whether it is denied, and why it came about."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Lexicon, Listed, Phrases, Words
from xcheck.records.claim import Certainty, Link


class CertaintyWords(Lexicon):
    """Words that lower the certainty of what they stand by or govern."""

    modals: Mapping[str, Certainty]
    adverbs: Mapping[Certainty, Phrases]
    governors: Mapping[Certainty, Phrases]
    passive_only: Words
    infinitive_only: Words
    asked: Words
    epithets: Mapping[Certainty, Phrases]
    conditions: Words
    not_conditions: Words
    questions: Words
    perceived: Words
    reported: Words
    announcing: Words
    sequence: Words
    onward: Words
    frequency: Words
    talk: Words


class Negation(Lexicon):
    """Cues of negation, and words after which they deny something else."""

    particles: Words
    pronouns: Words
    not_before: Words
    until: Words
    no_before: Words
    not_one: Words
    none_before: Words
    circumstances: Words
    reversing: Words
    transparent: Words
    without: Words


class Causes(Lexicon):
    """Connectives, verbs and nouns of cause and motive."""

    cues: Mapping[Link, Phrases]
    effects: Words
    only_things: Words
    light: Words
    with_preposition: Listed
    reasons: Words
    motives: Words
    makes: Phrases
    beside: Words
    groups: Words
    asked: Words
    close: Words
    moment: Words
