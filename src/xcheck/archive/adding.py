"""Articles into the archive: each once, whatever its file is called, and durable before it is said to be in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from xcheck.archive.indexing import entities, paragraphs, terms
from xcheck.archive.records import Extracted, digest, seal, signs, written_claims, written_document, written_vectors
from xcheck.archive.schema import SHIFT
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
    """An article, read, with its digest."""

    digest: str
    document: Document
    extracted: Extracted


def add(store: Store, documents: Sequence[Document], read: Read, reader: str) -> Iterator[Added]:
    """Add articles in batches, and tell of each when it is durable; those that are in already are not read.

    ``read`` gives the claims and vectors of documents, ``reader`` names what does so. Raises ArchiveError.
    """
    for first in range(0, len(documents), BATCH):
        batch = [recognise(d) for d in documents[first : first + BATCH]]
        digests = [digest(d) for d in batch]
        there = {of for of in digests if _name(store.db, of)}
        new: dict[str, Document] = {}
        for of, document in zip(digests, batch, strict=True):
            if of not in there:
                new.setdefault(of, document)
        ready = [Prepared(of, d, k) for (of, d), k in zip(new.items(), read([*new.values()]), strict=True)]
        put_in = keep(store, ready, reader) if ready else {}
        for of, document in zip(digests, batch, strict=True):
            fresh = put_in.pop(of, None)
            name = fresh or _name(store.db, of) or ""
            yield Added(document.path, name, "added" if fresh else "known")


def keep(store: Store, ready: Sequence[Prepared], reader: str) -> dict[str, str]:
    """Put articles in, in one transaction; give the names of those that no other adder has put in meanwhile."""
    put_in = {}
    with store.writing() as db:
        for one in ready:
            if _name(db, one.digest) is None:
                put_in[one.digest] = _put(db, one, reader)
    return put_in


def put_content(db: sqlite3.Connection, article: int, extracted: Extracted, document: Document) -> None:
    """Put what was read of an article beside its row."""
    contents = written_document(document), written_claims(extracted.claims)
    exact = written_vectors(extracted.vectors)
    db.execute("INSERT INTO content VALUES (?, ?, ?, ?)", (article, seal(*contents, exact), *contents))
    db.execute("INSERT INTO vectors VALUES (?, ?)", (article, exact))
    db.execute("INSERT INTO signs VALUES (?, ?)", (article, signs(extracted.vectors)))
    for name in sorted(entities(extracted.claims)):
        db.execute("INSERT OR IGNORE INTO entity (name) VALUES (?)", (name,))
        db.execute("INSERT INTO mention SELECT id, ? FROM entity WHERE name = ?", (article, name))
    rows = [(article << SHIFT | at, " ".join(terms(text))) for at, _, text in paragraphs(document)]
    db.executemany("INSERT INTO words (rowid, terms) VALUES (?, ?)", rows)


def take_content(db: sqlite3.Connection, article: int) -> None:
    """Take away what lies beside the row of an article."""
    db.execute("DELETE FROM words WHERE rowid BETWEEN ? AND ?", (article << SHIFT, (article + 1 << SHIFT) - 1))
    for table in ("content", "vectors", "signs", "mention"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - names of our own


def _put(db: sqlite3.Connection, one: Prepared, reader: str) -> str:
    document = one.document
    taken = db.execute("SELECT 1 FROM article WHERE name = ?", (document.path,)).fetchone()
    name = f"{document.path}~{one.digest[:_LEGIBLE]}" if taken else document.path
    day = document.published.isoformat() if document.published else None
    row = (one.digest, name, document.title, document.outlet, day, len(one.extracted.claims), reader)
    put = db.execute(
        "INSERT INTO article (digest, name, title, outlet, published, claims, reader) VALUES (?, ?, ?, ?, ?, ?, ?)", row
    )
    put_content(db, put.lastrowid or 0, one.extracted, document)
    return name


def _name(db: sqlite3.Connection, of: str) -> str | None:
    found = db.execute("SELECT name FROM article WHERE digest = ?", (of,)).fetchone()
    return found[0] if found else None
