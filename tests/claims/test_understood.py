"""The table of what is understood and what is not, row by row: see ``understood.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from xcheck import api
from xcheck.records.document import Document
from xcheck.reports.claims import NAME_WIDTH, table

TABLE = yaml.safe_load((Path(__file__).parent / "understood.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2024, 3, 6)
WIDE = 10_000


def rows() -> Iterator[Any]:
    for slot, entries in TABLE.items():
        for row in entries:
            known = [pytest.mark.xfail(reason=row["fails"], strict=True)] if "fails" in row else []
            yield pytest.param(row, id=f"{slot}: {row['kind']}", marks=known)


def shown(text: str) -> Iterator[tuple[str, list[str]]]:
    """The words of each claim, and the lines of the table for it."""
    document = Document.from_text(text, name="a", published=PUBLISHED)
    for claim in api.claims(document):
        _, _, _, *lines = table(document, [claim], width=WIDE).splitlines()
        yield claim.text, [f"{line[2:NAME_WIDTH].strip()}: {line[NAME_WIDTH:]}" for line in lines if line]


@pytest.mark.parametrize("row", list(rows()))
def test_what_is_said_comes_out(row: dict[str, Any]) -> None:
    begun = [lines for words, lines in shown(row["text"]) if words.lstrip("“‘\"'").startswith(row["of"])]
    assert begun, [words for words, _ in shown(row["text"])]
    wanted = [line for line in row["out"] if not line.startswith("no ")]
    unwanted = [line.removeprefix("no ") for line in row["out"] if line.startswith("no ")]
    assert any(
        set(wanted) <= set(lines) and not any(line.startswith(f"{name}:") for name in unwanted for line in lines)
        for lines in begun
    ), begun
