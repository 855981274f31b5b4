"""A report: everything that one run has to say, as pure data. Every output format renders this and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from xcheck.records.base import Record
from xcheck.records.claim import Claim
from xcheck.records.comparison import Gate
from xcheck.records.finding import Finding

# The gravest first.
State = Literal["diverging", "extrapolated", "agreed", "not-compared", "compatible", "alone", "not-shown"]
SupportStatus = Literal["supported", "contradicted", "unsupported", "not-checked"]


class Support(Record):
    """How far a draft's claim is borne out by its sources: ``score`` runs from 0 (not at all) to 1 (wholly)."""

    status: SupportStatus
    score: float


class ReportedDocument(Record):
    """A document as the report names it. ``support`` is set for the drafts of a check alone.

    ``origin`` is the id of the article of which this one is a reprint, and ``None`` for one that speaks for itself.
    """

    id: str
    path: str
    title: str | None = None
    published: date | None = None
    support: float | None = None
    origin: str | None = None


class ReportedClaim(Claim):
    """A claim with how it ended, and its support, which is set for the claims of a draft alone.

    ``state``: ``diverging``, ``extrapolated`` or ``agreed`` by a finding; ``not-compared`` by the ``gate``;
    ``compatible`` with what another article says; ``alone`` where no other article speaks of it; ``not-shown`` where
    the reader has left out every finding about it.
    """

    support: Support | None = None
    state: State = "alone"
    gate: Gate | None = None


class NotFlagged(Record):
    """A pair of claims (by id) that a gate kept from being a finding, and why."""

    claims: tuple[str, str]
    gate: Gate
    message: str


class Skipped(Record):
    """An input that was not read, and why."""

    path: str
    reason: str


class Suppressed(Record):
    """A finding that somebody has let pass: why, where that is written (``file:line``), and the last day it holds."""

    finding: Finding
    reason: str
    written: Literal["text", "file"]
    place: str
    until: date | None = None


class UnusedSuppression(Record):
    """A suppression that lets nothing pass: what it names, where it is written (``file:line``), and why it is idle."""

    names: str
    place: str
    reason: str


class ReportedStory(Record):
    """Documents, by id, that tell one story: those alone were held against each other. ``headline`` stands for all."""

    id: str
    documents: tuple[str, ...]
    headline: str


class Report(Record):
    """The result of ``compare`` or ``check``. ``texts`` serves the renderers and stays out of the serialised form."""

    schema_version: Literal[1] = 1
    documents: tuple[ReportedDocument, ...]
    stories: tuple[ReportedStory, ...] = Field(
        default=(), description="the stories that the documents tell; empty for a check of drafts"
    )
    claims: tuple[ReportedClaim, ...]
    states: dict[State, int] = Field(default_factory=dict, description="how many claims ended in each state")
    findings: tuple[Finding, ...]
    not_flagged: tuple[NotFlagged, ...] = ()
    folded: int = Field(default=0, description="claims of one article alone that are not among the findings")
    hidden: int = Field(default=0, description="findings that the reader has left out: they are not among the findings")
    judge: str | None = Field(default=None, description="the judge that read the sentences; null for none")
    skipped: tuple[Skipped, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    unused_suppressions: tuple[UnusedSuppression, ...] = ()
