"""What keeps an archive in order: articles removed, damage found, what an older xcheck read made anew, room freed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence

from xcheck.archive.adding import BATCH, Read
from xcheck.archive.content import Content, content_of, put_content, take_content
from xcheck.archive.records import COLUMNS, Entry, digest, entry, read_document, seal
from xcheck.archive.searching import document_of, named
from xcheck.archive.store import Store


def remove(store: Store, names: Sequence[str]) -> None:
    """Take articles out, all of them or, where one is not there, none. Raises InputError or ArchiveError."""
    with store.writing() as db:
        for one in [named(store, name) for name in dict.fromkeys(names)]:
            take_content(db, one.id)
            db.execute("DELETE FROM article WHERE id = ?", (one.id,))


def verify(store: Store) -> list[str]:
    """What is wrong with an archive, one sentence each; nothing where all of it is whole."""
    with store.writing() as db:  # the index checks itself in a transaction that writes
        found = [f"SQLite: {told}" for (told,) in db.execute("PRAGMA integrity_check") if told != "ok"]
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
        found += [f"SQLite: a row of {table} belongs to no {of}" for table, _, of, _ in orphans]
        found += _index(db)
        rows = db.execute(f"SELECT {COLUMNS}, digest FROM article ORDER BY name").fetchall()  # noqa: S608
        found += [said for row in rows for said in _article(db, row)]
    return found


def outdated(store: Store, reader: str) -> int:
    """How many articles another xcheck, or another model, has read: a check reads them again each time."""
    count: int = store.db.execute("SELECT count(*) FROM article WHERE reader <> ?", (reader,)).fetchone()[0]
    return count


def refresh(store: Store, read: Read, reader: str) -> Iterator[str]:
    """Read again what something else has read, and tell the name of each article when that is durable."""
    while True:
        sql = f"SELECT {COLUMNS} FROM article WHERE reader <> ? ORDER BY id LIMIT {BATCH}"  # noqa: S608
        old = [entry(row) for row in store.db.execute(sql, (reader,)).fetchall()]
        if not old:
            return
        documents = [document_of(store, one) for one in old]
        again = [(e, content_of(d, e)) for d, e in zip(documents, read(documents), strict=True)]
        with store.writing() as db:
            for one, (extracted, content) in zip(old, again, strict=True):
                _replace(db, one, content, (len(extracted.claims), reader))
        yield from (one.name for one in old)


def _replace(db: sqlite3.Connection, one: Entry, content: Content, read: tuple[int, str]) -> None:
    """Replace the content of an article that nobody has removed; ``read``: how many claims it has, and their reader."""
    if db.execute("SELECT 1 FROM article WHERE id = ?", (one.id,)).fetchone():
        take_content(db, one.id)
        put_content(db, one.id, content)
        db.execute("UPDATE article SET claims = ?, reader = ? WHERE id = ?", (*read, one.id))


def compact(store: Store) -> None:
    """Merge the index of words, forget names that no article has, and give free room back. Raises ArchiveError."""
    with store.writing() as db:
        db.execute("DELETE FROM entity WHERE id NOT IN (SELECT entity FROM mention)")
        db.execute("INSERT INTO words (words) VALUES ('optimize')")
    with store.apart() as db:
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _index(db: sqlite3.Connection) -> list[str]:
    try:
        db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return [f"the index of words is damaged ({error}): add the articles to a new archive"]
    return []


def _article(db: sqlite3.Connection, row: tuple[object, ...]) -> Iterator[str]:
    one, known_by = entry(row[:-1]), row[-1]  # type: ignore[arg-type]
    found = db.execute(
        "SELECT document, content.claims, exact, seal, bits FROM content JOIN vectors USING (article) "
        "JOIN signs USING (article) WHERE article = ?",
        (one.id,),
    ).fetchone()
    if found is None:
        yield f"{one.name}: a part of it is missing: remove it and add it again"
    elif seal(*found[:3]) != found[3]:
        yield f"{one.name}: it is damaged: remove it and add it again"
    elif not _is_known_by(found[0], known_by):
        yield f"{one.name}: it cannot be read: remove it and add it again"


def _is_known_by(document: bytes, known_by: object) -> bool:
    try:
        return digest(read_document(document, "")) == known_by
    except (ValueError, TypeError, zlib.error):
        return False
