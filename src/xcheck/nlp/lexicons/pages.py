"""What stands around an article on its page, and which articles are one text."""

from __future__ import annotations

from xcheck.nlp.lexicons.base import Entry, Lexicon, Phrases, Words


class Lengths(Entry):
    """Words at most in each kind of line that is not prose; ``head_lines``: lines at most before the prose."""

    title: int
    kicker: int
    subtitle: int
    crosshead: int
    tail: int
    teaser: int
    byline: int
    section: int
    call: int
    head_lines: int


class Furniture(Lexicon):
    """Lines that are none of an article's own prose."""

    labels: Words
    teasing: Words
    genres: Words
    buttons: Words
    counters: Words
    orders: Words
    topics: Words
    channels: Words
    pieces: Words
    notes: Words
    walled: Words
    credits: Words
    notices: Words
    trades: Words
    desks: Words
    agencies: Words
    outlets: Words
    sections: Words
    agency_words: Words
    limits: Lengths


class Reprint(Entry):
    """From which share of equal runs of words on two articles are one text."""

    run: int
    share: float
    tagged: float
    least: int


class Origins(Lexicon):
    """What counts as one origin."""

    reprint: Reprint
    agencies: tuple[Phrases, ...]
