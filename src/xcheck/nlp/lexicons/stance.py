"""The writer's own voice: judgements, forecasts, minds, general statements."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Lexicon, Listed, Phrases, Words
from xcheck.records.claim import Stance


class Stances(Lexicon):
    """Words by which a writer goes beyond what is reported."""

    phrases: Mapping[Stance, Phrases]
    adverbs: Mapping[Stance, Phrases]
    judgements: Words
    plain_judgements: Words
    figures: Words
    compounds: Listed
    epithets: Words
    spent: Words
    facing: Words
    class_minds: Words
    ordeals: Words
    everybody: Words
    not_judged: Words
    superlatives: Words
    loaded: Words
    conclusions: Words
    effects: Words
    figurative: Words
    figurative_of_ideas: Words
    drives: Words
    gains: Words
    moved: Words
    invitations: Words
    inferring: Words
    signs: Words
    collectives: Words
    minds: Words
    mental_adjectives: Words
    arranged: Words
    arranged_when_timed: Words
    provisions: Words
    definite_times: Words
    not_generic: Words
    guessed: Words
    moods: Words
    abstract_endings: Words
    abstract: Words
    worth: Words
    nothings: Words
    forced: Words
    schemes: Words
    designs: Words
    choices: Words
    proofs: Words
    records: Words
    ideas: Words
    habits: Words
    bodies: Words
    drifts: Words
    capacities: Words
    allowed: Words
    doer_endings: Words
    judged_too: Words
    differences: Words
    rankings: Words
    copulas: Words
    seeming: Words
    aims: Words
    intents: Words
    long_times: Words
