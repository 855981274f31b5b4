"""Articles found by words, by who or what is named, by day and by outlet; and one article whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from xcheck.archive.indexing import terms
from xcheck.archive.records import COLUMNS, Entry, Extracted, entry, read_claims, read_document, read_vectors
from xcheck.archive.schema import SHIFT
from xcheck.archive.store import Store
from xcheck.errors import InputError
from xcheck.records.document import Document

_PARAGRAPH = (1 << SHIFT) - 1


class Period(NamedTuple):
    """Which articles count: those from one day to another, both included, and of one outlet. None: whichever."""

    since: date | None = None
    until: date | None = None
    outlet: str | None = None

    def condition(self) -> tuple[str, list[str]]:
        """The condition on the table ``article``, and what fills its places."""
        given = [
            ("published >= ?", self.since and self.since.isoformat()),
            ("published <= ?", self.until and self.until.isoformat()),
            ("outlet = ? COLLATE NOCASE", self.outlet),
        ]
        held = [(sql, value) for sql, value in given if value]
        return " AND ".join(["TRUE", *(sql for sql, _ in held)]), [value for _, value in held]


class Hit(NamedTuple):
    """An article that was found, with the paragraph that has the words; None where no words were asked for."""

    entry: Entry
    passage: str | None


def entries(store: Store, period: Period) -> Iterator[Entry]:
    """The articles of a period, the latest first; those without a day last."""
    where, values = period.condition()
    order = "ORDER BY published IS NULL, published DESC, name"
    with store.reading() as db:
        yield from map(entry, db.execute(f"SELECT {COLUMNS} FROM article WHERE {where} {order}", values))  # noqa: S608


def search(store: Store, words: Sequence[str], entity: str | None, period: Period, limit: int) -> list[Hit]:
    """The latest articles, at most ``limit``, that have all words in one paragraph and name the entity.

    A word of several ("port aldery") is a phrase. An entity is found by any words of its name.
    """
    found = _paragraphs(store, words)
    named = _naming(store, entity) if entity else None
    admitted = [ids for ids in (found, named) if ids is not None]
    hits = islice((one for one in entries(store, period) if all(one.id in ids for ids in admitted)), limit)
    return [Hit(one, None if found is None else _passage(store, one, found[one.id])) for one in [*hits]]


def named(store: Store, name: str) -> Entry:
    """The article of a name. Raises InputError where there is none."""
    found = store.db.execute(f"SELECT {COLUMNS} FROM article WHERE name = ?", (name,)).fetchone()  # noqa: S608
    if found is None:
        raise InputError(f"{store.folder.as_posix()}: no article is called {name}: see xcheck archive list")
    return entry(found)


def document_of(store: Store, one: Entry) -> Document:
    """The text of an article, under the name that findings have."""
    (content,) = store.db.execute("SELECT document FROM content WHERE article = ?", (one.id,)).fetchone()
    return read_document(content, one.called)


def extracted_of(store: Store, one: Entry) -> Extracted:
    """The claims and vectors of an article, under the name that findings have."""
    (claims,) = store.db.execute("SELECT claims FROM content WHERE article = ?", (one.id,)).fetchone()
    return Extracted(read_claims(claims, one.called), read_vectors(exact_of(store.db, one.id)))


def exact_of(db: sqlite3.Connection, article: int) -> bytes:
    """The vectors of an article as they are written."""
    content: bytes = db.execute("SELECT exact FROM vectors WHERE article = ?", (article,)).fetchone()[0]
    return content


def _paragraphs(store: Store, words: Sequence[str]) -> dict[int, int] | None:
    """For each article the position of the first paragraph that has all words; None where none are asked for."""
    phrases = [p for w in words if (p := " ".join(terms(w)))]
    if not phrases:
        return None
    query = " AND ".join(f'"{phrase}"' for phrase in phrases)
    with store.reading() as db:
        rows = db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC", (query,)).fetchall()
    return {row >> SHIFT: row & _PARAGRAPH for (row,) in rows}


def _naming(store: Store, entity: str) -> set[int]:
    wanted = {*entity.casefold().split()}
    with store.reading() as db:
        ids = [i for i, name in db.execute("SELECT id, name FROM entity") if wanted <= {*name.casefold().split()}]
        rows = [db.execute("SELECT article FROM mention WHERE entity = ?", (i,)).fetchall() for i in ids]
    return {article for own in rows for (article,) in own}


def _passage(store: Store, one: Entry, position: int) -> str:
    return document_of(store, one).regions[position].text
