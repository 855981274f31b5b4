"""The comparison of each story of a bucket: findings, a page a story, and what the index tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from xcheck.corpus import documents, tables
from xcheck.corpus.plan import PAGES, Plan, file, skipped
from xcheck.corpus.steps import failure
from xcheck.corpus.store import opened
from xcheck.options import Options
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.records.report import Report
from xcheck.reports import index
from xcheck.stories.group import Story

Read = list[tuple[Document, list[Claim]]]

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
                report = self._compared(held, one["documents"])
            except Exception as error:  # noqa: BLE001 - no story stops a corpus
                aside.append(skipped(held.id, held.id, "compare", failure(error)))
                continue
            findings.append([_row(held.id, report, place) for place in range(len(report.findings))])
            told.append(index.entry(report, f"{PAGES}/{index.page_of(held.id)}")._asdict())
        self.plan.keep("told", task["key"], [told])
        self.plan.keep_skipped(task["key"], aside)
        self.plan.keep("findings", task["key"], findings)
        return {"key": task["key"], "findings": sum(map(len, findings)), "skipped": len(aside)}

    def _compared(self, story: Story, places: Sequence[Sequence[str]]) -> Report:
        """The report of a story, whose page is written."""
        from xcheck import api  # noqa: PLC0415 - heavy, and only this step needs it
        from xcheck.reports import html  # noqa: PLC0415

        read = self._read([place for place in places if place[0] in story.documents])
        report = api.compare_claims(read, Options(judged=self.plan.judged), told=[story])
        page = html.render(report, {document.id: document.text for document, _ in read})
        self.plan.store.write(f"{PAGES}/{index.page_of(story.id)}", page.encode("utf-8", "backslashreplace"))
        return report

    def _read(self, places: Sequence[Sequence[str]]) -> Read:
        """The articles with their claims, from the partitions in which they lie."""
        rows = self._rows("documents", "id", [(name, partition) for name, partition, _ in places])
        claimed = self._rows("claims", "document", [(name, partition) for name, _, partition in places])
        claims: dict[str, list[Claim]] = defaultdict(list)
        for row in sorted(claimed, key=itemgetter("document", "number")):
            claims[row["document"]].append(Claim.model_validate_json(row["record"]))
        return [(document := documents.of_row(row), claims[document.id]) for row in rows]

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


def _row(story: str, report: Report, place: int) -> dict[str, Any]:
    finding = report.findings[place]
    return {
        "story": story,
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "type": finding.type,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "documents": [evidence.document for evidence in finding.evidence],
        "record": finding.model_dump_json(),
    }
