"""Who says what: reporting verbs and nouns, hearsay, speakers, quotations."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Lexicon, Listed, Phrases, Words


class Reporting(Lexicon):
    """Verbs, nouns and phrases by which one passes on what somebody says, by the complement that they take."""

    clause: Words
    guarded: Words
    speech: Words
    addressing: Words
    action: Words
    directing: Words
    object: Words
    naming: Words
    likening: Words
    preposition: Listed
    preposition_after_object: Listed
    with_it: Words
    adjective: Words
    noun: Words
    document: Words
    role: Words
    headline_speaker_words_at_most: int
    line_speaker_words_at_most: int
    evidence: Words
    noun_of_fact: Words
    light: Words
    according: Phrases
    spokesperson: Words
    drawing: Words
    with_particle: Words
    utterance: Words
    only_by_somebody: Words
    surfacing: Words
    quoting: Words
    idiom: Phrases
    view: Words
    denial: Words
    christening: Words
    elisions: Words
    scare_words_at_most: int
    longest_sentence: int


class Evidential(Lexicon):
    """Adverbs of hearsay."""

    hearsay: Words


class Quoted(Lexicon):
    """What a quotation may not be cut off from, and what slurred words stand for."""

    after: Phrases
    before: Words
    descriptions: Phrases
    describing: Phrases
    slurred: Mapping[str, str]


class Speakers(Lexicon):
    """Words for who speaks: those of one group stand for each other."""

    groups: tuple[Phrases, ...]
    mouthpieces: Words
    anybody: Words
