"""What the store takes and gives. Times are written in UTC, as ``2026-03-01T14:05:09Z``."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from xcheck.records.base import Record
from xcheck.records.document import Document
from xcheck.records.report import Report

CaseKind = Literal["comparison", "draft"]
State = Literal["reading", "ready", "failed"]
Decision = Literal["open", "confirmed", "false-alarm", "dismissed"]


class Case(Record):
    """A comparison of articles, or a draft with its sources. ``draft`` is the draft's name, ``published`` its day."""

    id: str
    kind: CaseKind
    title: str
    state: State = "reading"
    problem: str = ""
    draft: str = ""
    published: str = ""
    made: str
    maker: str


class Version(Record):
    """A state of a case, counted from 1. ``text`` is the draft's; a comparison has one version without a text.

    ``report`` is None while it is not yet made.
    """

    number: int = Field(ge=1)
    text: str
    report: Report | None
    made: str
    maker: str


class VersionHead(Record):
    """A version without what is in it."""

    number: int
    made: str
    maker: str


class Decided(Record):
    """What somebody decided about a finding; ``id`` grows from one to the next in the whole store."""

    id: int
    fingerprint: str
    rule: str
    decision: Decision
    note: str = ""
    made: str
    maker: str


class Note(Record):
    """What somebody wrote down about a case."""

    text: str
    made: str
    maker: str


class Listed(Record):
    """A case on the list of cases: how many articles and versions it has, and how many findings are decided."""

    case: Case
    articles: int
    versions: int
    decided: int
    changed: str


class Precision(Record):
    """How often a rule was right on this desk: of the findings that somebody decided about."""

    rule: str
    right: int
    decided: int


class Whole(Record):
    """Everything that is kept of a case."""

    case: Case
    articles: tuple[Document, ...]
    versions: tuple[Version, ...]
    decisions: tuple[Decided, ...] = ()
    notes: tuple[Note, ...] = ()
