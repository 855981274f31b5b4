"""A finding: what a rule has to say about one claim or one pair of claims, with the passages shown."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from xcheck.records.base import Record
from xcheck.records.comparison import Outcome, Passage, Slot

Kind = Literal["agreement", "divergence", "extrapolation", "uncorroborated"]
DivergenceType = Literal[
    "quantity",
    "quantity-unknown",
    "time",
    "place",
    "entity",
    "role",
    "quote",
    "polarity",
    "modality",
    "attribution",
    "cause",
]
Severity = Literal["note", "warning", "error"]


class Evidence(Passage):
    """A passage; ``focus`` lists the stretches ``(start, end)`` inside it that the finding turns on.

    ``reprints`` are the ids of other documents that print the same words: with this one they are one source.
    """

    focus: tuple[tuple[int, int], ...] = ()
    reprints: tuple[str, ...] = ()


class Finding(Record):
    """``evidence`` holds one passage a document, in the order of the documents; ``claims`` the ids it rests on.

    ``slots`` has what came out of each slot that was compared; its left is the first of ``claims``. ``baseline`` is set
    where a check was given one: ``unchanged`` is what was accepted before.
    """

    id: str
    rule: str
    kind: Kind
    type: str | None = None
    severity: Severity
    confidence: float
    message: str
    fingerprint: str
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    slots: dict[Slot, tuple[Outcome, ...]] = Field(default_factory=dict)
    baseline: Literal["new", "unchanged"] | None = None
