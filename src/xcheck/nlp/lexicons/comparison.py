"""What the comparators know: words that matter to them, and the thresholds of what counts as the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from xcheck.nlp.lexicons.base import Entry, Lexicon, Listed, Phrases, Words
from xcheck.records.claim import Certainty

Contrast = Literal["rank", "direction", "state", "part", "order", "opposite", "sort"]


class Nameless(Entry):
    """How one says that a source stays without a name."""

    word: Words
    whole: Words
    sentence: Phrases


class ComparisonWords(Lexicon):
    """Words that tell comparators how two claims stand to each other."""

    certainty: Mapping[Certainty, int]
    zones: Words
    scope: Words
    basis: tuple[tuple[Phrases, ...], ...]
    near: Phrases
    counted: Listed
    vague: Phrases
    attitudes: Words
    lengths: Words
    less: Words
    more: Words
    reaching: Words
    denials: Words
    saying: Words
    contrast: Words
    relaying: Words
    halves: Words
    passing: Words
    first_persons: Words
    pronouns: Words
    fates: Listed
    fate_nouns: Mapping[str, tuple[tuple[Phrases, Phrases], ...]]
    nameless: Nameless
    asking: Words
    open: Words
    firm: Words
    kin: Phrases
    sites: Phrases
    sent: Phrases
    measures: tuple[Phrases, ...]
    costing: Words


class Content(Entry):
    """Closeness of two claims from which on they are the same, or compatible."""

    same: float
    compatible: float


class Quote(Entry):
    """When two quotations are one remark, and one of them altered."""

    same: float
    altered: float
    spelling: float
    respelled: float
    one_remark: float
    wording: int
    telling: int
    replaced: int
    one_utterance: int
    flanks: int
    continued: int


class Statement(Entry):
    """When two claims are one statement, held more or less surely, or credited to two speakers."""

    one_deed: float
    any_deed: float
    one_story: float
    open_score: float
    open: float


class Denied(Entry):
    """Likeness from which on two claims with other verbs deny one another."""

    opposite: float
    other: float


class Event(Entry):
    """How surely two sentences must speak of one thing for what."""

    hour: float
    keyed: float
    near: float
    closeness: float
    same: float
    noun: float


class BorneOut(Entry):
    """Share of a draft's claim that its source has."""

    whole: float
    part: float


class Question(Entry):
    """What two claims must share beside the counted thing for their figures to answer one question."""

    sentences: float
    of_telling: float
    of_vague: float
    measure: float


class Figures(Entry):
    """How far two figures may lie apart, and which of them tell a story apart."""

    approximation: float
    just: float
    rounding: float
    handful: int
    few: int
    question: Question


class Times(Entry):
    """How far two times may lie apart."""

    hour_slack: int
    order_words: int


class Strength(Entry):
    """How the closeness of two claims becomes the strength of a case."""

    base: float
    closeness: float


class Alone(Entry):
    """What a claim that one article alone makes weighs."""

    figure: float
    named: float
    asserted: float
    fact: float
    headline: float


class Within(Entry):
    """Which sentences of one draft are compared with each other."""

    floor: float
    most: int
    common: int


class Thresholds(Lexicon):
    """The thresholds of the comparators."""

    content: Content
    quote: Quote
    cause: float
    statement: Statement
    denied: Denied
    place: float
    event: Event
    borne_out: BorneOut
    figures: Figures
    times: Times
    strength: Strength
    alone: Alone
    within: Within


class Minimal(Entry):
    """When two sentences are alike but for a few words: telling words that are shared, and that one has alone."""

    equal: int
    share: float
    most: int


class EditsWords(Lexicon):
    """Which words turn what is said, in two sentences that are alike but for a few words."""

    minimal: Minimal
    judged: float
    spelt: float
    heavy: Words
    prepositions: Mapping[Contrast, tuple[tuple[Words, Words], ...]]
    anywhere: Words
    kinds: Mapping[Contrast, Words]
    times: Words
    ranking: Words
    ended: Words
    limiting: Words
    conditions: Words
    unranked: Words
    universal: Words
    closed: Words
    contrasted: float
    beside: int
    shared: int
    lengths: Words
