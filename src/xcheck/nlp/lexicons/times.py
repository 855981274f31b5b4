"""Times and days."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Entry, Lexicon, Phrases, Words


class TimeForm(Entry):
    """A form of time expressions: a pattern over words and ``<name>`` of lists, and the rule that resolves it.

    ``needs``: lists, or words, of which a sentence has one where the form is looked for.
    """

    needs: Phrases
    rule: str
    form: str


class Times(Lexicon):
    """Words of time with what they stand for in TIMEX3, and the forms that they come in."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    doubtful_months: Words
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    seasons: Mapping[str, str]
    doubtful_seasons: Words
    parts: Mapping[str, str]
    clock_words: Mapping[str, str]
    hours: Phrases
    minutes: Mapping[str, int]
    near_hours: Phrases
    units: Mapping[str, str]
    plurals: Mapping[str, str]
    multiples: Mapping[str, tuple[int, str]]
    single: Phrases
    vague: Phrases
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    stretching: Phrases
    which: Mapping[str, int]
    anaphoric: Words
    backward: Words
    forward: Words
    loose: Phrases
    ways: Mapping[str, int]
    ways_from_publication: Words
    days: Mapping[str, int]
    present: Phrases
    past: Phrases
    future: Phrases
    sets: Mapping[str, str]
    shares: Mapping[str, tuple[float, float]]
    approximations: Phrases
    opening: Words
    closing: Words
    calling: Words
    ahead: Words
    implicative: Words
    reporting: Words
    modals: Words
    past_helpers: Words
    present_helpers: Words
    not_time_after: Phrases
    counted_after: Words
    holidays: Mapping[str, int | str | tuple[int, ...]]
    forms: tuple[TimeForm, ...]
