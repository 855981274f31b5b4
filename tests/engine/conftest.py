"""What the tests of the engine share: rules and cases made by hand, and files of rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xcheck.records.comparison import Case, Passage
from xcheck.records.rule import Example, Rule

MakeRule = Callable[..., Rule]
MakeCase = Callable[..., Case]
WriteRule = Callable[..., Path]

RULE_TEXT = """\
id: XQ900
name: ferry-count-differs
kind: divergence
type: quantity
severity: warning
confidence: 0.9
on: pair
summary: Two counts of ferries.
why: A reader has to know which count holds.
when:
  quantity: conflict
unless: [other-scope]
message: "{left.source} has {left.quantity}, {right.source} {right.quantity}."
examples:
  - a: "Four ferries sank."
    b: "Five ferries sank."
    finds: true
  - a: "Nine mills closed."
    b: "Six mills closed."
    finds: true
  - a: "Four ferries sank."
    b: "4 ferries sank."
    finds: false
  - a: "Nine mills closed."
    b: "Nine mills were shut."
    finds: false
    why: the same count
"""


@pytest.fixture(scope="session")
def rule() -> MakeRule:
    """Makes a rule that asks for a conflict of quantities; any field may be given."""

    def make(**fields: Any) -> Rule:
        pair = Example(a="Four ferries sank.", b="Five ferries sank.", finds=True)
        given = {
            "id": "XQ900",
            "name": "ferry-count-differs",
            "kind": "divergence",
            "type": "quantity",
            "severity": "warning",
            "summary": "Two counts.",
            "why": "Only one can hold.",
            "when": {"quantity": "conflict"},
            "message": "{left.source} has {left.says}, {right.source} {right.says}.",
            "examples": (pair,),
        }
        return Rule.model_validate(given | fields)

    return make


@pytest.fixture(scope="session")
def case() -> MakeCase:
    """Makes a case of two claims, of a.txt and b.txt, whose quantities conflict; any field may be given."""

    def make(**fields: Any) -> Case:
        given: dict[str, Any] = {
            "subject": "pair",
            "claims": ("a1", "b1"),
            "facts": {"quantity": ("conflict",)},
            "passages": (
                Passage(document="a.txt", start=0, end=18, text="Four ferries sank."),
                Passage(document="b.txt", start=0, end=18, text="Five ferries sank."),
            ),
        }
        return Case(**(given | fields))

    return make


@pytest.fixture
def written(tmp_path: Path) -> WriteRule:
    """Writes a rule file in which ``(old, new)`` pairs of words are exchanged; gives its path."""

    def write(*changes: tuple[str, str], name: str = "XQ900.yaml", text: str = RULE_TEXT) -> Path:
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "rules" / "quantity" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
