"""The comparison of each story of a bucket: findings, a page a story, and what the index tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcheck.corpus import tables, work
from xcheck.corpus.apart import apart
from xcheck.corpus.plan import PAGES, Plan, file, skipped
from xcheck.corpus.store import opened
from xcheck.errors import InputError
from xcheck.reports import index
from xcheck.stories.group import Story

MOST = 50  # articles of a story that are held against each other; their pairs grow by the square


@dataclass(frozen=True)
class Compare:
    """From the stories of a bucket, with where their articles lie, to what is found in them."""

    plan: Plan

    def __call__(self, task: Mapping[str, Any]) -> dict[str, Any]:
        """Compare the ``stories`` of the bucket ``key``.

        Each has its ``headline``, its ``documents``, as ``[id, partition of documents, partition of claims]``, and the
        id of the ``central`` one.
        """
        findings: list[list[dict[str, Any]]] = []
        told: list[dict[str, Any]] = []
        aside: list[dict[str, Any]] = []
        for one in task["stories"]:
            held = _held(one)
            aside += [_beyond(name) for name, *_ in one["documents"] if name not in held.documents]
            try:
                compared = self._compared(held, one["documents"])
            except InputError as error:
                aside.append(skipped(held.id, held.id, "compare", str(error)))
                continue
            self.plan.store.write(_page(held), compared.page.encode("utf-8", "backslashreplace"))
            findings.append(compared.findings)
            told.append(compared.told)
        self.plan.keep("told", task["key"], [told])
        self.plan.keep_skipped(task["key"], aside)
        self.plan.keep("findings", task["key"], findings)
        return {"key": task["key"], "findings": sum(map(len, findings)), "skipped": len(aside)}

    def _compared(self, story: Story, places: Sequence[Sequence[str]]) -> work.Compared:
        """What the comparison of a story comes to. Raises InputError where it fails, or kills who does it."""
        held = [place for place in places if place[0] in story.documents]
        rows = self._rows("documents", "id", [(name, partition) for name, partition, _ in held])
        claims = self._rows("claims", "document", [(name, partition) for name, _, partition in held])
        return apart(work.compare, story, rows, claims, judged=self.plan.judged, page=_page(story))

    def _rows(self, table: str, column: str, places: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
        by_partition: dict[str, list[str]] = defaultdict(list)
        for name, partition in places:
            by_partition[partition].append(name)
        found: list[dict[str, Any]] = []
        for partition, names in by_partition.items():
            with opened(self.plan.store.path(file(table, partition))) as stream:
                found += tables.rows_of(stream, column, names)
        return found


def _held(one: Mapping[str, Any]) -> Story:
    """The story with no more articles than are held against each other: the central one, and the first by name."""
    names = [name for name, *_ in one["documents"]]
    first = [name for name in names if name != one["central"]]
    kept = sorted([one["central"], *first[: MOST - 1]])
    return Story(tuple(kept), (one["headline"],) * len(kept), kept.index(one["central"]))


def _beyond(name: str) -> dict[str, str]:
    reason = f"its story has more than {MOST} articles, and it is not among those that were held against each other"
    return skipped(name, name, "compare", reason)


def _page(story: Story) -> str:
    return f"{PAGES}/{index.page_of(story.id)}"
