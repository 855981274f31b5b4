"""The end of a run: the folder holds what belongs to it and nothing else, and an index to look at."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from xcheck.corpus import tables
from xcheck.corpus.plan import PAGES, TABLES, WORK, Plan, Rows, file
from xcheck.corpus.store import Store, opened
from xcheck.errors import UsageError
from xcheck.reports import index

RECORD = "corpus.json"
_SCHEMA = 1
_PASSING = ("raw", "views", "odds")  # of the work: what no later run needs


def claim(store: Store) -> None:
    """Make the folder one for tables. Raises UsageError where it holds something else, which would be removed."""
    if store.has(RECORD):
        return
    if store.names(""):
        raise UsageError(
            f"--out {store.url}: the folder holds something else than the tables of a corpus: name another"
        )
    store.write(RECORD, _json({"schema": _SCHEMA}))


def finish(plan: Plan, kept: Mapping[str, Sequence[str]], pages: Sequence[str], unread: Rows) -> dict[str, int]:
    """Remove what is of no use any more, write index and record, and give the number of rows of each table.

    ``kept`` names the partitions of each table but ``skipped``, ``pages`` the files of stories, ``unread`` what was
    no input.
    """
    held = {**kept, "skipped": _skipped(plan, kept, unread)}
    names = {table: held[table] or [_without_rows(plan, table)] for table in TABLES}
    for table in TABLES:
        plan.store.keep_only(table, [f"{name}.parquet" for name in names[table]])
    plan.store.keep_only(f"{WORK}/marks", [f"{name}.parquet" for name in kept["documents"]])
    plan.store.keep_only(f"{WORK}/told", [f"{name}.parquet" for name in kept["findings"]])
    for folder in _PASSING:
        plan.store.keep_only(f"{WORK}/{folder}", ())
    plan.store.keep_only(PAGES, pages)
    counts = {table: sum(_count(plan, table, name) for name in names[table]) for table in TABLES}
    _index(plan, kept["findings"], counts)
    plan.store.write(RECORD, _json({"schema": _SCHEMA, "rows": counts}))
    return counts


def _without_rows(plan: Plan, table: str) -> str:
    """Keep a partition without rows, by which a table that has none can be read all the same."""
    name = plan.key("empty", table)
    plan.keep(table, name, [])
    return name


def _skipped(plan: Plan, kept: Mapping[str, Sequence[str]], unread: Rows) -> list[str]:
    """The partitions of what was set aside, with one for the inputs that are of no kind that is read."""
    own = plan.key("unread", json.dumps(list(unread)))
    plan.keep_skipped(own, unread)
    there = set(plan.store.names("skipped"))
    wanted = {own, *kept["documents"], *kept["claims"], *kept["findings"]}
    return sorted(name for name in wanted if f"{name}.parquet" in there)


def _count(plan: Plan, table: str, name: str) -> int:
    with opened(plan.store.path(file(table, name))) as stream:
        return tables.count(stream)


def _index(plan: Plan, told: Sequence[str], counts: Mapping[str, int]) -> None:
    entries = [index.Entry(**row) for name in told for row in plan.kept("told", name)]
    alone = counts["stories"] - len(entries)
    written = index.pages(entries, index.Totals(alone=alone, skipped=counts["skipped"]))
    for name, page in written.items():
        plan.store.write(name, page.encode("utf-8", "backslashreplace"))
    for name in plan.store.names(""):
        if name.startswith("index") and name not in written:
            plan.store.remove(name)


def _json(data: Any) -> bytes:
    return (json.dumps(data, indent=2) + "\n").encode()
