"""What can be set."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from xcheck.records.base import Record
from xcheck.records.finding import Severity

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^(?:X[A-Z]+[0-9]{3}-)?[0-9a-f]{16}$")]


class _Settings(Record):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


class Suppression(_Settings):
    """A finding that is let pass, by its fingerprint or id, until its claim or its evidence is worded anew."""

    fingerprint: Fingerprint = Field(description="The fingerprint of the finding, or its id.")
    reason: Text = Field(description="Why it is let pass.")
    until: date | None = Field(default=None, description="The last day on which it is.")
    draft: str | None = Field(default=None, description="The draft concerned: elsewhere the entry is not looked at.")


class Binding(_Settings):
    """Drafts and the sources that they are held against."""

    drafts: tuple[str, ...] = Field(description="Patterns of drafts.")
    sources: tuple[str, ...] = Field(description="Patterns of their sources: files, or folders.")


class Config(_Settings):
    """Every setting. Paths and patterns count from the folder of the file that they stand in."""

    extend: str | None = Field(
        default=None, examples=["../xcheck.toml"], description="A file whose settings hold where this one has none."
    )
    drafts: tuple[str, ...] = Field(
        default=(), examples=[["drafts/*.md"]], description="What xcheck check looks at where it is given no draft."
    )
    against: tuple[str, ...] = Field(
        default=(), examples=[["sources"]], description="Sources of every draft: files, folders, patterns."
    )
    bind: tuple[Binding, ...] = Field(
        default=(),
        examples=[[{"drafts": ["drafts/storm.md"], "sources": ["wire/storm-*.txt"]}]],
        description="Sources of some drafts.",
    )
    select: tuple[str, ...] = Field(
        default=(), examples=[["divergence", "XX"]], description="Show only these rules, families, kinds or types."
    )
    ignore: tuple[str, ...] = Field(default=(), examples=[["agreement"]], description="Leave these out.")
    min_severity: Severity = Field(default="note", description="Leave out what is lighter.")
    min_confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        examples=[0.7],
        description="Hide findings below this confidence; without it, divergences below 0.5.",
    )
    judge: bool = Field(default=True, description="Have the trained judge read sentences.")
    preview: bool = Field(default=False, description="Turn on the rules in preview.")
    fail_on: Severity = Field(default="warning", description="The least severity that fails a check.")
    baseline: str | None = Field(
        default=None, examples=["xcheck-baseline.json"], description="The file of what was accepted before."
    )
    dispositions: str | None = Field(
        default=None,
        examples=["dispositions.toml"],
        description="The file of what an editor has decided in the review.",
    )
    rules: tuple[str, ...] = Field(default=(), examples=[["rules"]], description="Further rule files or folders.")
    model: str | None = Field(
        default=None, examples=["en_core_web_lg"], description="The installed spaCy model to parse with."
    )
    published: date | None = Field(
        default=None, examples=["2024-11-25"], description="Publication date of articles that tell none."
    )
    cache: bool = Field(default=True, description="Keep claims between runs, in the user's cache.")
    suppress: tuple[Suppression, ...] = Field(
        default=(),
        examples=[
            [
                {
                    "fingerprint": "XQ002-0123456789abcdef",
                    "reason": "The ministry confirmed it by telephone.",
                    "until": "2025-03-31",
                }
            ]
        ],
        description="Findings that are let pass.",
    )


def key_of(name: str) -> str:
    """The key of a setting in the file."""
    return name.replace("_", "-")


def _keys(model: type[Record]) -> tuple[str, ...]:
    return tuple(key_of(name) for name in model.model_fields)


KEYS = _keys(Config)
TABLES = {"bind": _keys(Binding), "suppress": _keys(Suppression)}
