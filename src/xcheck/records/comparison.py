"""Two claims held against each other: why they were paired, and what came out, slot by slot."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from xcheck.records.base import Record, Span

Outcome = Literal[
    "same",
    "compatible",
    "narrower",
    "wider",
    "conflict",
    "known-vs-unknown",
    "raised",
    "lowered",
    "only-left",
    "only-right",
    "incomparable",
]
Slot = Literal[
    "quantity", "time", "people", "role", "place", "quote", "polarity", "certainty", "attribution", "cause", "content"
]
Gate = Literal[
    "other-event",
    "later-figure",
    "other-scope",
    "list-slot",
    "unrealised",
    "aspect",
    "reported-position",
    "other-basis",
    "rounding",
    "quoted-wording",
]


class Passage(Span):
    """A stretch of a named document: what a finding shows as its evidence."""

    document: str


class ClaimPair(Record):
    """Two claims (by id) of two documents that may speak of one thing, and the features that say so."""

    left: str
    right: str
    score: float
    features: dict[str, float]


class Compared(Record):
    """The outcome of one slot, the words concerned on each side, and how to name them in a sentence."""

    outcome: Outcome
    variant: str = ""
    left: Span | None = None
    right: Span | None = None
    left_says: str = ""
    right_says: str = ""


class Comparison(Record):
    """A pair with the outcomes of each slot that both, or pointedly one, fill; and the gates that forbid a verdict."""

    pair: ClaimPair
    slots: dict[Slot, tuple[Compared, ...]]
    gates: tuple[Gate, ...] = ()


class Case(Record):
    """What a rule looks at: a pair of claims, a claim against all that other documents say, or two claims of one draft.

    ``facts`` has every value that holds under a name: for a pair the outcome of each slot, plain and with its variant
    (``people``: ``conflict``, ``conflict/age``); see ``engine.facts`` for all names and values. ``words`` fills the
    placeholders of messages. ``passages`` are what a finding shows, ``focus`` the stretches each fact turns on.
    ``strength`` says how surely the passages speak of one thing; ``topic`` names their sentences: of several cases of
    one topic that the same kind of rule holds in, the strongest speaks.
    """

    subject: Literal["pair", "claim", "draft"]
    claims: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]
    gates: tuple[Gate, ...] = ()
    words: dict[str, str] = Field(default_factory=dict)
    passages: tuple[Passage, ...]
    focus: dict[str, tuple[tuple[str, int, int], ...]] = Field(default_factory=dict)
    strength: float = 1.0
    topic: tuple[str, ...] = ()
