"""What lies beside the row of an article: its text, claims and vectors, and what finds them."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from xcheck.archive.indexing import entities, paragraphs, terms
from xcheck.archive.records import Extracted, seal, signs, written_claims, written_document, written_vectors
from xcheck.archive.schema import SHIFT
from xcheck.records.document import Document


class Content(NamedTuple):
    """The content of an article as it is written; ``words``: the terms of each paragraph, by its position."""

    document: bytes
    claims: bytes
    vectors: bytes
    signs: bytes
    entities: tuple[str, ...]
    words: tuple[tuple[int, str], ...]


def content_of(document: Document, extracted: Extracted) -> Content:
    """Write the content of a document; its layout must be recognised."""
    return Content(
        document=written_document(document),
        claims=written_claims(extracted.claims),
        vectors=written_vectors(extracted.vectors),
        signs=signs(extracted.vectors),
        entities=tuple(sorted(entities(extracted.claims))),
        words=tuple((position, " ".join(terms(text))) for position, _, text in paragraphs(document)),
    )


def put_content(db: sqlite3.Connection, article: int, content: Content) -> None:
    """Put the content of an article beside its row."""
    whole = seal(content.document, content.claims, content.vectors)
    db.execute("INSERT INTO content VALUES (?, ?, ?, ?)", (article, whole, content.document, content.claims))
    db.execute("INSERT INTO vectors VALUES (?, ?)", (article, content.vectors))
    db.execute("INSERT INTO signs VALUES (?, ?)", (article, content.signs))
    named = [(name,) for name in content.entities]
    db.executemany("INSERT OR IGNORE INTO entity (name) VALUES (?)", named)
    mention = f"INSERT INTO mention SELECT id, {article} FROM entity WHERE name = ?"  # noqa: S608 - a number
    db.executemany(mention, named)
    rows = [(article << SHIFT | position, words) for position, words in content.words]
    db.executemany("INSERT INTO words (rowid, terms) VALUES (?, ?)", rows)


def take_content(db: sqlite3.Connection, article: int) -> None:
    """Take away what lies beside the row of an article."""
    db.execute("DELETE FROM words WHERE rowid BETWEEN ? AND ?", (article << SHIFT, (article + 1 << SHIFT) - 1))
    for table in ("content", "vectors", "signs", "mention"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - names of our own
