"""The first lines of a new rule file: it loads at once, and its examples fail until they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from xcheck.errors import UsageError
from xcheck.records.rule import RULE_ID, RULE_NAME, Rule

_TEXT = """\
id: {id}
name: {name}
kind: divergence            # agreement | divergence | extrapolation | uncorroborated
type: quantity              # the detail that differs
severity: warning           # note | warning | error
confidence: 0.8             # how often a finding of this rule is right
on: pair                    # pair: two claims; claim: one claim
summary: One sentence on what the rule finds.
why: One sentence on why an editor should care.
when:
  quantity: conflict        # every fact must hold, with any of its values
unless: [other-event]       # gates that silence the rule
message: "{{left.source}} says {{left.says}}; {{right.source}} says {{right.says}}."
examples:
  - a: "Write a sentence in which the rule finds something."
    b: "Write the sentence of the other article."
    finds: true
  - a: "Write a second one, in quite other words."
    b: "Write the sentence of the other article."
    finds: true
  - a: "Write a sentence that looks like it and is none."
    b: "Write the sentence of the other article."
    finds: false
    why: what makes it a near miss
  - a: "Write a second near miss."
    b: "Write the sentence of the other article."
    finds: false
    why: what makes it a near miss
"""


def new_rule(rule_id: str, name: str, folder: Path, known: Sequence[Rule]) -> Path:
    """Writes ``folder/ID.yaml`` and gives its path.

    Raises UsageError for an id or name that is malformed or taken, and where the file cannot be written.
    """
    _check(rule_id, RULE_ID, "an id is X, capital letters and three digits, such as XQ050")
    _check(name, RULE_NAME, "a name is small words joined by hyphens, such as figure-out-of-range")
    for rule in known:
        if rule.id == rule_id or rule.name == name:
            raise UsageError(f"{rule.id} {rule.name} is already a rule: {rule.origin.path}")
    path = folder / f"{rule_id}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_TEXT.format(id=rule_id, name=name))
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: cannot be written: {error.strerror}") from error
    return path


def _check(word: str, form: str, told: str) -> None:
    if not re.fullmatch(form.strip("^$"), word):
        raise UsageError(f"'{word}': {told}")
