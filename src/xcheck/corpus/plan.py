"""What every step of a run works with, and where it keeps what it has made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcheck.corpus import tables
from xcheck.corpus.keys import key
from xcheck.corpus.store import Store

WORK = ".work"  # of the folder: what serves a run that is not finished
TABLES = ("documents", "claims", "stories", "findings", "skipped")
PAGES = "pages"
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Plan:
    """A run: its folder, what code does it, and what of a comparison was chosen."""

    store: Store
    code: str
    judged: bool = True

    def key(self, step: str, *parts: str) -> str:
        """The name of a step's work on some content."""
        return key(self.code, step, str(self.judged), *parts)

    def keep(self, table: str, name: str, groups: Sequence[Rows]) -> None:
        """Keep the rows of a partition of a table."""
        self.store.write(file(table, name), tables.written(table, groups))

    def keep_skipped(self, name: str, skipped: Rows) -> None:
        """Keep what a step has set aside of a partition, if there is any."""
        if skipped:
            self.keep("skipped", name, [skipped])

    def kept(self, table: str, name: str, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows of a partition, or some of their columns."""
        return tables.rows(self.store.read(file(table, name)), columns)

    def finished(self, name: str, *tables: str) -> bool:
        """Tell whether the work of a name is kept in all of these tables."""
        return all(self.store.has(file(table, name)) for table in tables)


def file(table: str, name: str) -> str:
    """Where a partition of a table lies in the folder."""
    return f"{table if table in TABLES else f'{WORK}/{table}'}/{name}.parquet"


def skipped(name: str, path: str, step: str, reason: str) -> dict[str, str]:
    """A row that says what was set aside, by which step and why."""
    return {"name": name, "path": path, "step": step, "reason": reason}
