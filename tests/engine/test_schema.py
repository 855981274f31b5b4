"""The JSON Schema of a rule file is current, and it accepts and refuses what the loader does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xcheck.engine.schema import rule_schema
from xcheck.engine.written import read
from xcheck.nlp.lexicons.load import rules_folder

jsonschema = pytest.importorskip("jsonschema")
WriteRule = Callable[..., Path]
KEPT = Path(__file__).parents[2] / "docs" / "schema" / "rule.json"


def problems(path: Path) -> set[str]:
    """The places of a file that the schema refuses."""
    validator = jsonschema.Draft202012Validator(rule_schema())
    return {error.json_path for error in validator.iter_errors(_typed(read(path).data))}


def _typed(value: Any) -> Any:
    """The words of a file as an editor's YAML 1.2 takes them: truth values, numbers, else text."""
    if isinstance(value, dict):
        return {key: _typed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_typed(part) for part in value]
    if value in {"true", "false"}:
        return value == "true"
    return float(value) if value.replace(".", "", 1).isdigit() else value


def test_the_schema_in_the_documentation_is_current() -> None:
    assert json.loads(KEPT.read_text(encoding="utf-8")) == rule_schema(), "run 'xcheck rules schema' into that file"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(rule_schema())


@pytest.mark.parametrize("path", sorted(rules_folder().glob("*/X*.yaml")), ids=lambda path: path.stem)
def test_the_rules_that_ship_fit_the_schema(path: Path) -> None:
    assert problems(path) == set()


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("severity: warning", "sevrity: warning"), "$"),
        (("severity: warning", "severity: warn"), "$.severity"),
        (("type: quantity", "type: quantty"), "$.type"),
        (("type: quantity\n", ""), "$"),
        (("quantity: conflict", "quantty: conflict"), "$.when"),
        (("quantity: conflict", "quantity: conflikt"), "$.when.quantity"),
        (("quantity: conflict", "quantity: conflict/untis"), "$.when.quantity"),
        (("quantity: conflict", "people: conflict/unit"), "$.when.people"),
        (("quantity: conflict", "quantity: same/unit"), "$.when.quantity"),
        (("quantity: conflict", "alignment: same/age"), "$.when.alignment"),
        (("quantity: conflict", "voice: own"), "$.when"),
        (("on: pair", "on: claim"), "$.when"),
        (("[other-scope]", "[othr-scope]"), "$.unless"),
        (("confidence: 0.9", "confidence: 9"), "$.confidence"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(written: WriteRule, change: tuple[str, str], where: str) -> None:
    assert problems(written(change)) == {where}


@pytest.mark.parametrize(
    "change",
    [
        ("on: pair\n", ""),
        ("[other-scope]", "other-scope"),
        ("[other-scope]", "[]"),
        ("quantity: conflict", "quantity: [conflict/unit, wider]"),
        ("kind: divergence\ntype: quantity", "kind: agreement"),
    ],
)
def test_the_schema_accepts_what_the_loader_accepts(written: WriteRule, change: tuple[str, str]) -> None:
    assert problems(written(change)) == set()
