"""No regular expression of the package takes time that grows faster than its text (see ``patterns.py`` beside this)."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "src" / "xcheck"


@pytest.fixture(scope="module")
def attacked() -> dict[str, Any]:
    """What the attack has found: where expressions are compiled, and which of them are slow on which text."""
    done = subprocess.run([sys.executable, HERE / "patterns.py"], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_expression_is_linear(attacked: dict[str, Any]) -> None:
    assert attacked["slow"] == []


def test_none_is_left_out(attacked: dict[str, Any]) -> None:
    written = {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        and ast.unparse(node.value).startswith("re.compile(")
        and _is_of_text(node.value)
    }
    assert written - set(attacked["places"]) == set()


def _is_of_text(call: ast.expr) -> bool:
    """Whether an expression is for texts: those for bytes look at the first 4,096 of a page."""
    return not any(isinstance(part, ast.Constant) and isinstance(part.value, bytes) for part in ast.walk(call))


def test_a_slow_one_is_told() -> None:
    code = "import patterns; patterns.listen(); print(patterns.slow(r'\\s*,?\\s*;', 0, patterns.ANY))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert done.stdout.strip() not in ("", "None")
