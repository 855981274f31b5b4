"""Articles into the archive: each once, whatever its file is called, and durable before it is said to be in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from xcheck.archive.content import Content, content_of, put_content
from xcheck.archive.records import Extracted, digest
from xcheck.archive.store import Store
from xcheck.ingest.layout import recognise
from xcheck.records.document import Document

BATCH = 16  # articles that are parsed together: what a killed run has to do again
_LEGIBLE = 8  # digits of a digest that tell two articles of one name apart

Read = Callable[[Sequence[Document]], Sequence[Extracted]]


class Added(NamedTuple):
    """What became of an article: ``name`` is what the archive calls it, ``path`` what its file was called."""

    path: str
    name: str
    outcome: Literal["added", "known"]


class Prepared(NamedTuple):
    """An article as it is written: its row, and what lies beside it."""

    digest: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    claims: int
    content: Content


def prepared(document: Document, extracted: Extracted) -> Prepared:
    """Prepare an article to be written; its layout must be recognised."""
    return Prepared(
        digest(document),
        document.path,
        document.title,
        document.outlet,
        document.published.isoformat() if document.published else None,
        len(extracted.claims),
        content_of(document, extracted),
    )


def add(store: Store, documents: Sequence[Document], read: Read, reader: str) -> Iterator[Added]:
    """Add articles in batches, and tell of each when it is durable; those that are in already are not read.

    ``read`` gives the claims and vectors of documents, ``reader`` names what does so. Raises ArchiveError.
    """
    for first in range(0, len(documents), BATCH):
        batch = [recognise(d) for d in documents[first : first + BATCH]]
        digests = [digest(d) for d in batch]
        new = _missing(store.db, zip(digests, batch, strict=True))
        put_in = keep(store, [prepared(d, e) for d, e in zip(new, read(new), strict=True)], reader)
        for of, document in zip(digests, batch, strict=True):
            fresh = put_in.pop(of, None)
            yield Added(document.path, fresh or _name(store.db, of) or "", "added" if fresh else "known")


def keep(store: Store, ready: Sequence[Prepared], reader: str) -> dict[str, str]:
    """Put articles in, in one transaction; give the names of those that no other adder has put in meanwhile."""
    if not ready:
        return {}
    with store.writing() as db:
        return {one.digest: _put(db, one, reader) for one in ready if _name(db, one.digest) is None}


def _missing(db: sqlite3.Connection, batch: Iterable[tuple[str, Document]]) -> list[Document]:
    """The documents that are not in the archive, each once."""
    missing: dict[str, Document] = {}
    for of, document in batch:
        if _name(db, of) is None:
            missing.setdefault(of, document)
    return [*missing.values()]


def _put(db: sqlite3.Connection, one: Prepared, reader: str) -> str:
    taken = db.execute("SELECT 1 FROM article WHERE name = ?", (one.name,)).fetchone()
    name = f"{one.name}~{one.digest[:_LEGIBLE]}" if taken else one.name
    row = (one.digest, name, one.title, one.outlet, one.published, one.claims, reader)
    put = db.execute(
        "INSERT INTO article (digest, name, title, outlet, published, claims, reader) VALUES (?, ?, ?, ?, ?, ?, ?)", row
    )
    put_content(db, put.lastrowid or 0, one.content)
    return name


def _name(db: sqlite3.Connection, of: str) -> str | None:
    found = db.execute("SELECT name FROM article WHERE digest = ?", (of,)).fetchone()
    return found[0] if found else None
