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

from xcheck.corpus import documents, marked
from xcheck.corpus.inputs import Source
from xcheck.corpus.plan import Plan, skipped
from xcheck.corpus.raw import Raw, batches
from xcheck.corpus.reading import raws
from xcheck.errors import InputError
from xcheck.records.base import whole
from xcheck.records.claim import Claim
from xcheck.records.document import Document

READ = ("marks", "documents")  # what is there of a partition when it has been read
Task = Mapping[str, Any]
Result = dict[str, Any]
_CRASHED = "xcheck failed on it, which is a mistake in xcheck: please report it"


def failure(error: Exception) -> str:
    """Why something was set aside: the reason that is told, or the error that should not have been."""
    return str(error) if isinstance(error, InputError) else f"{_CRASHED} ({type(error).__name__}: {error})"


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
                row = documents.row(document := documents.document(raw))
                marks.append({**marked.row(document), "digest": row["digest"], "partition": name})
                found.append(row)
            except Exception as error:  # noqa: BLE001 - no article stops a corpus
                aside.append(skipped(whole(raw.name), whole(raw.path), "read", failure(error)))
        self.plan.keep("marks", name, [marks])
        self.plan.keep_skipped(name, aside)
        self.plan.keep("documents", name, [[row] for row in found])
        return {"key": name, "documents": len(found), "skipped": len(aside)}


@dataclass(frozen=True)
class Claims:
    """From documents to their claims. The model is loaded with the first of a worker's partitions, and stays."""

    plan: Plan

    def __call__(self, task: Task) -> Result:
        """Find the claims of the documents of ``partition``."""
        name = self.plan.key("claims", task["partition"])
        groups, aside = [], []
        for document in (documents.of_row(row) for row in self.plan.kept("documents", task["partition"])):
            try:
                groups.append(_claims(document))
            except Exception as error:  # noqa: BLE001 - no article stops a corpus
                aside.append(skipped(document.id, document.path, "claims", failure(error)))
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


def _claims(document: Document) -> list[dict[str, Any]]:
    from xcheck import api  # noqa: PLC0415 - what parses is heavy, and only this step needs it

    return [_claim_row(number, claim) for number, claim in enumerate(api.claims(document))]


def _claim_row(number: int, claim: Claim) -> dict[str, Any]:
    source = claim.attribution.source if claim.attribution else None
    return {
        "id": claim.id,
        "document": claim.document,
        "number": number,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "speaker": (source.name or source.text) if source else None,
        "record": claim.model_dump_json(exclude_defaults=True),
    }


def _digest(rows: Sequence[Mapping[str, Any]]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        told = json.dumps({**row, "data": hashlib.sha256(row["data"]).hexdigest()}, default=str, sort_keys=True)
        digest.update(told.encode() + b"\n")
    return digest.hexdigest()
