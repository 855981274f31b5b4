"""Plain contradictions are found and never shown as agreeing; what fits, or makes two statements, is left in peace."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from xcheck import api
from xcheck.records.document import Document

Row = dict[str, Any]


def rows(name: str, known: str) -> list[Any]:
    """The rows of a table; those that are known to fail are strict expected failures."""
    table = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    marks = pytest.mark.xfail(strict=True, reason="the judge does not read this rightly yet")
    return [
        pytest.param(row, id=f"{number}-{row['kind']}", marks=[marks] if row.get(known) else [])
        for number, row in enumerate(table)
    ]


@cache
def kinds(left: str, right: str) -> frozenset[str]:
    """The kinds of finding between two one-sentence articles."""
    documents = [Document.from_text(f"{text}\n", name=name) for name, text in (("a", left), ("b", right))]
    return frozenset(f.kind for f in api.compare(documents).findings if len(f.claims) == 2)


@pytest.mark.parametrize("row", rows("contradictions", "missed"))
def test_a_contradiction_is_a_divergence(row: Row) -> None:
    assert "divergence" in kinds(row["a"], row["b"])


@pytest.mark.parametrize("row", rows("contradictions", "hidden"))
def test_a_contradiction_is_never_an_agreement(row: Row) -> None:
    assert "agreement" not in kinds(row["a"], row["b"])


@pytest.mark.parametrize("row", rows("fitting", "false_alarm"))
def test_what_fits_is_no_divergence(row: Row) -> None:
    assert "divergence" not in kinds(row["a"], row["b"])


@pytest.mark.parametrize("row", rows("apart", "false_alarm"))
def test_two_statements_are_no_divergence(row: Row) -> None:
    assert "divergence" not in kinds(row["a"], row["b"])
