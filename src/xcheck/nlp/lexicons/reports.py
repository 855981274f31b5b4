"""Words of reports and pages, and the mutations that test rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from xcheck.nlp.lexicons.base import Entry, Lexicon, Phrases, Table
from xcheck.records.comparison import Gate


class Gates(Table):
    """Why two claims are not compared, or not called a conflict: a sentence for each gate."""

    root: Mapping[Gate, str]


class Shown(Entry):
    """How much a review shows at first."""

    weightiest: int
    figures: int
    excerpt: int


class Reports(Lexicon):
    """What the reports call things, and how much they show."""

    shown: Shown
    joining: Phrases
    words: Mapping[str, str]


class Way(Entry):
    """A pattern, and what takes the place of what it finds."""

    find: str
    put: str = ""
    ring: str | None = None


class Change(Entry):
    """A change of a text with the facts that it brings about."""

    brings: Mapping[str, Phrases]
    ways: tuple[Way, ...]
    against: Literal["own", "other"] = "own"


class Mutations(Lexicon):
    """How the examples of rules are changed to test them."""

    rings: Mapping[str, tuple[Phrases, ...]]
    mutations: Mapping[str, Change]
