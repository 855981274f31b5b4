"""A rule as data: what it asks of a case, what it says when the answer is yes, and the examples that prove it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from xcheck.records.base import Record
from xcheck.records.comparison import Gate
from xcheck.records.finding import Kind, Severity

RULE_ID = r"^X[A-Z]+[0-9]{3}$"
RULE_NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Item = TypeVar("Item")
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(pattern=RULE_NAME)]
OneOrMore = Annotated[tuple[Item, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class Example(Record):
    """Two short texts and whether the rule finds something in them; for a rule on claims, whether it does in ``a``."""

    a: Text = Field(description="The text of the first article.")
    b: str = Field(default="", description="The text of the second article; a rule on claims may do without.")
    finds: bool = Field(description="true: the rule raises a finding; false: a near miss, where it must not.")
    why: str = Field(default="", description="What this example shows, for whoever sees it fail.")
    published: date | None = Field(default=None, description="The day of publication of both articles.")


class Written(Record):
    """Where a rule was read: the path as shown to people, and the line of each example, counted from 1."""

    path: str = ""
    examples: tuple[int, ...] = ()


class Measured(Record):
    """How many of a rule's findings on real coverage were right, of how many that were shown."""

    right: int = Field(ge=0, description="Findings that a reader confirmed.")
    shown: int = Field(ge=1, description="Findings that were shown.")


class Rule(Record):
    """One rule. ``when`` names facts with the values that satisfy it (all facts, any value); a gate silences it."""

    id: Annotated[str, StringConstraints(pattern=RULE_ID)] = Field(
        description="X, the letters of the family, three digits."
    )
    name: Name = Field(description="What is wrong, in words joined by hyphens.")
    kind: Kind = Field(description="What the rule raises.")
    type: Name | None = Field(default=None, description="For a divergence, the detail that differs.")
    severity: Severity = Field(description="How much it matters to a reader of the article.")
    confidence: float = Field(default=0.8, ge=0, le=1, description="How often a finding of this rule is right, 0 to 1.")
    on: Literal["pair", "claim", "draft"] = Field(
        default="pair", description="What the rule looks at; for draft, at two claims of one draft."
    )
    measured: Measured | None = Field(default=None, description="What its findings on real coverage were worth.")
    preview: bool = Field(default=False, description="true: the rule is off unless it is asked for.")
    summary: Text = Field(description="The rule in one sentence.")
    why: Text = Field(description="Why an editor should care.")
    when: dict[str, OneOrMore[str]] = Field(min_length=1, description="Facts, each with the values that satisfy it.")
    unless: OneOrMore[Gate] = Field(default=(), description="The gates that silence the rule.")
    message: Text = Field(description="The finding in a sentence, with {placeholders}.")
    examples: tuple[Example, ...] = Field(description="At least two that find and two near misses that don't.")
    origin: SkipJsonSchema[Written] = Written()

    def __hash__(self) -> int:
        """Rules that are applied together have ids of their own: enough to find what is kept of a rule, and quick."""
        return hash(self.id)
