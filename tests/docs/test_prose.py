"""The check of the prose: what it reports, and what it leaves alone."""

from __future__ import annotations

import sys

import pytest
import yaml
from tests.docs.conftest import ROOT, module


@pytest.fixture(scope="module")
def said() -> object:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "path", [str(ROOT / "docs"), *sys.path])
        prose = module(ROOT / "docs" / "prose.py")
    style = yaml.safe_load(prose.STYLE.read_text(encoding="utf-8"))
    return lambda text: [(line, message) for line, message in prose.problems(text, style)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Title\n\nDrafts are held against sources.\n", (3, "Write 'compare with' instead of 'held against'.")),
        ("The clock is never asked.\n", (1, "Write 'xcheck never uses today's date' instead of 'The clock is'.")),
        ("One.\n\nIt is a must-have, mutatis mutandis.\n", (3, "Use English. 'having made the necessary changes' is")),
        ("Two.\n\n" + "word " * 41 + "end.\n", (3, "A sentence of 42 words: split it.")),
    ],
)
def test_what_is_reported(said, text: str, found: tuple[int, str]) -> None:  # type: ignore[no-untyped-def]
    assert [(line, message[: len(found[1])]) for line, message in said(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "xcheck compares a draft with its sources.\n",
        "```text\nheld against\n```\n",
        "The option `held against` and the words “held against” are quoted.\n",
        "".join(f"- {'word ' * 20}\n" for _ in range(4)),
        "| " + "word " * 30 + "| " + "word " * 30 + "|\n",
    ],
)
def test_what_is_left_alone(said, text: str) -> None:  # type: ignore[no-untyped-def]
    assert said(text) == []
