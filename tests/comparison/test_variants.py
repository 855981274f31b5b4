"""The variants in the table of the records are those that the comparators give: no more, no fewer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import xcheck.comparison
from xcheck.records.claim import Certainty, Link
from xcheck.records.comparison import Outcome, Slot
from xcheck.records.slots import VARIANTS

SOURCES = sorted(Path(xcheck.comparison.__path__[0]).rglob("*.py"))
COPIED = {*get_args(Certainty), *get_args(Link)}  # taken over from the claim as they are
LISTED = {variant for outcomes in VARIANTS.values() for own in outcomes.values() for variant in own}


def test_every_slot_is_in_the_table_with_outcomes_that_there_are() -> None:
    assert set(VARIANTS) == set(get_args(Slot))
    assert {outcome for outcomes in VARIANTS.values() for outcome in outcomes} <= set(get_args(Outcome))


def test_the_comparators_give_the_variants_of_the_table() -> None:
    given = {word for path in SOURCES for word in _given(ast.parse(path.read_text(encoding="utf-8")))} - {""}
    assert given - COPIED == LISTED - COPIED


def _given(tree: ast.Module) -> Iterator[str]:
    """The words that a module gives as a variant: in the call, in a name that it passes, or from its own function."""
    named = {function.name: function for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "variant":
            yield from _words(node.value)
            if isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name):
                for part in ast.walk(named[node.value.func.id]):
                    yield from _words(part.value) if isinstance(part, ast.Return) else ()
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "variant" for t in node.targets):
            yield from _words(node.value)


def _words(value: ast.expr | None) -> Iterator[str]:
    """The text that an expression can have, as far as it is written there."""
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.IfExp):
        yield from (*_words(value.body), *_words(value.orelse))
