"""Figures: numerals, units, unknown amounts, quantifiers, and what a story counts once."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Entry, Lexicon, Phrases, Words
from xcheck.records.claim import Change


class Numbers(Lexicon):
    """Number words, what stands around a figure, and figures that count nothing."""

    cardinals: Mapping[str, int]
    tens: Mapping[str, int]
    magnitudes: Mapping[str, int]
    suffixes: Mapping[str, int]
    plurals: Mapping[str, tuple[int, int]]
    vague: Phrases
    prefixes: Words
    denominators: Mapping[str, int]
    glyphs: Mapping[str, tuple[int, int]]
    before: Mapping[Change, Phrases]
    after: Mapping[Change, Phrases]
    fillers: Words
    rises: Words
    falls: Words
    rises_amounts_only: Words
    falls_amounts_only: Words
    carriers: Words
    upward: Words
    downward: Words
    measures_of_rate: Words
    labels: Words
    streets: Phrases
    contests: Words
    before_years: Words
    weekdays: Words
    months: Phrases
    not_counted: Words
    payments: Words
    spans_of_time: Words
    not_measures: Words
    products: Words
    lent: Words
    prices: Words
    multiplying: Mapping[str, int | str]
    multiplying_ending: str
    states: Words
    before_counts: Words
    pointing: Words
    pounds_are_money_from: int


class Unit(Entry):
    """A unit of measure: its dimension, how many base units one of them is, and how it is written."""

    dimension: str
    times: int | str
    plus: str = "0"
    words: Phrases = ()
    signs: Phrases = ()


class Currency(Entry):
    """A currency, or a fraction ``times`` of the one that it is a part ``of``."""

    of: str | None = None
    times: str = "1"
    words: Phrases = ()
    signs: Phrases = ()
    codes: Phrases = ()


class Units(Lexicon):
    """Units of measure and currencies."""

    bases: Mapping[str, str]
    prefixes: Mapping[str, tuple[str, str]]
    prefixed: Mapping[str, Unit]
    units: Mapping[str, Unit]
    currencies: Mapping[str, Currency]
    per_adverbs: Mapping[str, str]
    per_units: Phrases


class UnknownQuantities(Lexicon):
    """How one says that an amount is not known."""

    amounts: Words
    sizes: Words
    measures: Words
    how: Mapping[str, str | None]
    unknown: Words
    linking: Words
    known: Words
    negation: Words
    auxiliaries: Words
    refusing: Words
    telling: Words
    telling_clauses: Words
    counts_denied: Words
    breaks: Words
    guesses: Words
    anybody: Words
    counting: Words
    nobody: Words


class Quantifiers(Lexicon):
    """How much and how often by steps, and words by which a draft vouches for more than its source."""

    reach: int
    steps: Mapping[int, Phrases]
    not_quantifiers: Phrases
    habits: Phrases
    told: Phrases
    sure: Words
    chance: Words


class CountedThing(Entry):
    """What stands around the figure of one thing that a story counts once."""

    before: Phrases
    after: Phrases
    it: Phrases = ()
    spoken: Phrases = ()


class EventCounts(Lexicon):
    """What a story counts once: the hurt, the displaced, the crowd."""

    reach: int
    rough: Phrases
    stops: Words
    kinds: Mapping[str, CountedThing]
