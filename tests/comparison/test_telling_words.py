"""Two sentences that are alike but for a word or two: what turns them is found, and what does not is left in peace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from xcheck import api
from xcheck.records.document import Document
from xcheck.records.report import Report

Row = tuple[str, str, str]


def rows(name: str) -> Iterator[tuple[Row, bool]]:
    """The rows of a table, and whether each is known to fail."""
    table = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    for kind, draft, source, *known in table:
        yield (kind, draft, source), bool(known)


def params(name: str) -> list[object]:
    """The rows as parameters; those that are known to fail are strict expected failures."""
    mark = pytest.mark.xfail(strict=True, reason="no slot and no list reads this yet")
    return [
        pytest.param(row, id=f"{number}-{row[0]}", marks=[mark] if known else [])
        for number, (row, known) in enumerate(rows(name))
    ]


def documents(row: Row) -> list[Document]:
    """A row as a draft and its source."""
    return [Document.from_text(f"{text}\n", name=name) for name, text in (("draft", row[1]), ("source", row[2]))]


@cache
def checked(row: Row) -> Report:
    """The report on a draft of one sentence."""
    draft, source = documents(row)
    return api.check(draft, against=[source])


@cache
def compared(row: Row) -> Report:
    """The report on two articles of one sentence."""
    return api.compare(documents(row))


def kinds(report: Report) -> set[str]:
    """The kinds of the findings on two claims."""
    return {f.kind for f in report.findings if len(f.claims) == 2}


@pytest.mark.parametrize("row", params("telling"))
def test_a_draft_that_turns_its_source_is_found(row: Row) -> None:
    assert "divergence" in kinds(checked(row))


@pytest.mark.parametrize("row", [row for row, _ in rows("telling")])
def test_what_turns_a_statement_is_no_agreement(row: Row) -> None:
    assert "agreement" not in kinds(checked(row)) | kinds(compared(row))


@pytest.mark.parametrize("row", params("idle_words"))
def test_a_word_that_turns_nothing_is_no_divergence(row: Row) -> None:
    assert "divergence" not in kinds(checked(row)) | kinds(compared(row))
