"""How records become rows and rows records."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping, Sequence

from xcheck.desk.store.records import Version
from xcheck.records.document import Document
from xcheck.records.report import Report


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    """Write a row, and give its number."""
    names = ", ".join(row)
    signs = ", ".join("?" * len(row))
    done = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({signs})", [*row.values()])  # noqa: S608
    return done.lastrowid or 0


def keep_articles(connection: sqlite3.Connection, case_id: str, articles: Sequence[Document]) -> None:
    """Write the articles of a case in their order."""
    for position, document in enumerate(articles):
        insert(
            connection,
            "articles",
            {"case_id": case_id, "position": position, "document": document.model_dump_json()},
        )


def keep_version(connection: sqlite3.Connection, case_id: str, version: Version) -> None:
    """Write a version of a case."""
    row = version.model_dump(exclude={"report"})
    row["report"] = None if version.report is None else packed(version.report)
    insert(connection, "versions", row | {"case_id": case_id})


def packed(report: Report) -> bytes:
    """Press a report as a file of the store holds it."""
    return zlib.compress(report.model_dump_json().encode())


def unpacked(held: bytes | None) -> Report | None:
    """Give back what ``packed`` pressed; None where there is none."""
    return None if held is None else Report.model_validate_json(zlib.decompress(held))
