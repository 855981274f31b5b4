"""The first lines of a new rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xcheck.engine.load import read_rule
from xcheck.engine.scaffold import new_rule
from xcheck.errors import UsageError
from xcheck.records.rule import Rule

MakeRule = Callable[..., Rule]


def test_a_new_rule_loads_at_once(tmp_path: Path) -> None:
    path = new_rule("XQ955", "hull-count", tmp_path / "house" / "rules", [])
    rule = read_rule(path)
    assert (rule.id, rule.name, path.name) == ("XQ955", "hull-count", "XQ955.yaml")


@pytest.mark.parametrize(
    ("rule_id", "name", "told"),
    [
        ("Q1", "hull-count", "an id is X"),
        ("../XQ955", "hull-count", "an id is X"),
        ("XQ955\n", "hull-count", "an id is X"),
        ("XQ955", "Hull count", "a name is small words"),
        ("XQ900", "hull-count", "XQ900 ferry-count-differs is already a rule"),
        ("XQ955", "ferry-count-differs", "is already a rule"),
    ],
)
def test_a_bad_or_taken_word_is_refused(tmp_path: Path, rule: MakeRule, rule_id: str, name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        new_rule(rule_id, name, tmp_path, [rule()])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = new_rule("XQ955", "hull-count", tmp_path, [])
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"XQ955\.yaml: cannot be written: File exists"):
        new_rule("XQ955", "hull-count", tmp_path, [])
    assert path.read_text(encoding="utf-8") == "mine"
