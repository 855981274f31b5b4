"""The steps that go partition by partition: each takes a small task, keeps what it makes, and tells what it made.

A step whose work is kept already is not run again. All of a step's files but one are written before that one, by which
its work counts as finished: who is killed in between leaves nothing that is half.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from xcheck.corpus import work
from xcheck.corpus.apart import apart
from xcheck.corpus.inputs import Source
from xcheck.corpus.plan import Plan, skipped
from xcheck.corpus.raw import Raw, batches
from xcheck.corpus.reading import raws
from xcheck.errors import InputError
from xcheck.records.base import whole

READ = ("marks", "documents")  # what is there of a partition when it has been read
Task = Mapping[str, Any]
Result = dict[str, Any]


@dataclass(frozen=True)
class Cut:
    """From a source to partitions of raw articles, by their content; those are kept whose documents are not."""

    plan: Plan

    def __call__(self, task: Task) -> Result:
        """Cut the source ``kind``, ``files``; give ``digests``, ``articles`` and ``first`` ids of its partitions."""
        source = Source(task["kind"], tuple((url, name) for url, name in task["files"]))
        digests, articles, first = [], [], []
        for batch in batches(raws(source)):
            rows = [asdict(raw) for raw in batch]
            digest = _digest(rows)
            if not self.plan.finished(self.plan.key("read", digest), *READ):
                self.plan.keep("raw", digest, [rows])
            digests.append(digest)
            articles.append(len(batch))
            first.append(whole(batch[0].name))
        return {"key": task["key"], "digests": digests, "articles": articles, "first": first}


@dataclass(frozen=True)
class Read:
    """From raw articles to documents, and to the marks by which their stories are told apart."""

    plan: Plan

    def __call__(self, task: Task) -> Result:
        """Read the partition ``digest`` of raw articles; its documents are called ``partition``."""
        name = self.plan.key("read", task["digest"])
        found: list[dict[str, Any]] = []
        marks: list[dict[str, Any]] = []
        aside = []
        for raw in (Raw(**row) for row in self.plan.kept("raw", task["digest"])):
            try:
                row, mark = apart(work.read, raw)
            except InputError as error:
                aside.append(skipped(whole(raw.name), whole(raw.path), "read", str(error)))
                continue
            found.append(row)
            marks.append({**mark, "partition": name})
        self.plan.keep("marks", name, [marks])
        self.plan.keep_skipped(name, aside)
        self.plan.keep("documents", name, [[row] for row in found])
        return {"key": name, "documents": len(found), "skipped": len(aside)}


@dataclass(frozen=True)
class Claims:
    """From documents to their claims."""

    plan: Plan

    def __call__(self, task: Task) -> Result:
        """Find the claims of the documents of ``partition``."""
        name = self.plan.key("claims", task["partition"])
        groups, aside = [], []
        for row in self.plan.kept("documents", task["partition"]):
            try:
                groups.append(apart(work.claims, row))
            except InputError as error:
                aside.append(skipped(row["id"], row["path"], "claims", str(error)))
        self.plan.keep_skipped(name, aside)
        self.plan.keep("claims", name, groups)
        return {"key": name, "claims": sum(map(len, groups)), "skipped": len(aside)}


@dataclass(frozen=True)
class Extract:
    """From raw articles to documents and their claims, in one go: what is read already is not read again."""

    plan: Plan

    def __call__(self, task: Task) -> Result:
        """Read the partition ``digest`` of raw articles, and find the claims of its documents, ``partition``."""
        if not self.plan.finished(task["partition"], *READ):
            Read(self.plan)(task)
        return Claims(self.plan)(task)


def _digest(rows: Sequence[Mapping[str, Any]]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        told = json.dumps({**row, "data": hashlib.sha256(row["data"]).hexdigest()}, default=str, sort_keys=True)
        digest.update(told.encode() + b"\n")
    return digest.hexdigest()
