"""Two claims held against each other: why they were paired, and what came out, slot by slot.

Passed from step to step by the thousand and never read from outside, so nothing in them is checked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

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
    "quantity",
    "time",
    "people",
    "role",
    "place",
    "quote",
    "polarity",
    "certainty",
    "attribution",
    "cause",
    "word",
    "content",
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
    "other-word",
    "unsure",
]


Value_co = TypeVar("Value_co", covariant=True)


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
    """The outcome of one slot, the words concerned on each side, and how to name them in a sentence.

    The words are counted from the start of their sentence.
    """

    outcome: Outcome
    variant: str = ""
    left: Span | None = None
    right: Span | None = None
    left_says: str = ""
    right_says: str = ""


class Later(Mapping[str, Value_co]):
    """What is worked out when somebody first asks for it: of most cases no rule speaks, and nobody asks."""

    def __init__(self, make: Callable[[], Mapping[str, Value_co]]) -> None:
        """Takes what works it out."""
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Value_co]:
        return self._make()

    def __getitem__(self, name: str) -> Value_co:
        """The value of a name."""
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Every name."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._made)


class Slots(dict[Slot, tuple[Compared, ...]]):
    """The outcomes of each slot that two claims fill. They do not change once they are made, nor what follows."""

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """Every outcome of every slot."""
        return frozenset(r.outcome for results in self.values() for r in results)

    @cached_property
    def told(self) -> frozenset[tuple[Slot, str]]:
        """Every slot with each of its outcomes, and with each of its variants."""
        return frozenset((slot, word) for slot, rs in self.items() for r in rs for word in (r.outcome, r.variant))

    @cached_property
    def firm(self) -> frozenset[tuple[Slot, Outcome]]:
        """The outcomes that count for the two sentences as a whole: not those that hold roughly."""
        return frozenset((slot, r.outcome) for slot, results in self.items() for r in results if r.variant != "rough")

    @cached_property
    def facts(self) -> dict[str, tuple[str, ...]]:
        """The outcomes of each slot as rules see them: plain and with their variant, in alphabetical order."""
        return {slot: _values(results) for slot, results in self.items()}


def _values(results: Sequence[Compared]) -> tuple[str, ...]:
    return tuple(
        sorted({v for r in results for v in ((r.outcome, f"{r.outcome}/{r.variant}") if r.variant else (r.outcome,))})
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A pair with the outcomes of each slot that both, or pointedly one, fill; and the gates that forbid a verdict."""

    pair: ClaimPair
    slots: Slots
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
    words: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...]
    focus: Mapping[str, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)
    strength: float = 1.0
    chances: Mapping[str, float] = field(default_factory=dict)
    topic: tuple[str, ...] = ()
