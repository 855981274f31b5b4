"""Two claims held against each other: why they were paired, and what came out, slot by slot.

Passed from step to step by the thousand and never read from outside, so nothing in them is checked again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from xcheck.records.base import Span

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
    "reported-position",
    "other-basis",
    "quoted-wording",
    "other-statement",
    "unsure",
]


class Passage(Span):
    """A stretch of a named document: what a finding shows as its evidence."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """Two claims (by id) of two documents that may speak of one thing, and the features that say so."""

    left: str
    right: str
    score: float
    features: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The outcome of one slot, the words concerned on each side, and how to name them in a sentence."""

    outcome: Outcome
    variant: str = ""
    left: Span | None = None
    right: Span | None = None
    left_says: str = ""
    right_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A pair with the outcomes of each slot that both, or pointedly one, fill; and the gates that forbid a verdict."""

    pair: ClaimPair
    slots: dict[Slot, tuple[Compared, ...]]
    gates: tuple[Gate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a rule looks at: a pair of claims, a claim against all that other documents say, or two claims of one draft.

    ``facts`` has every value that holds under a name: for a pair the outcome of each slot, plain and with its variant
    (``people``: ``conflict``, ``conflict/age``); see ``engine.facts`` for all names and values. ``words`` fills the
    placeholders of messages. ``passages`` are what a finding shows, ``focus`` the stretches each fact turns on.
    ``strength`` says how surely the passages speak of one thing; ``chances``, by the kind of finding, how likely one is
    right, where that was measured; ``topic`` names their sentences: of several cases of
    one topic that the same kind of rule holds in, the strongest speaks.
    """

    subject: Literal["pair", "claim", "draft"]
    claims: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]
    gates: tuple[Gate, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...]
    focus: dict[str, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)
    strength: float = 1.0
    chances: dict[str, float] = field(default_factory=dict)
    topic: tuple[str, ...] = ()
