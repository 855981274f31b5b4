"""The file of an archive: made whole or not at all, opened to read or to write, and every error of it in plain words.

SQLite in WAL mode: readers never wait for a writer, writers wait for each other, and what is committed is on the disk
before ``writing`` returns (``synchronous = FULL``).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from xcheck.archive.schema import APPLICATION, FILE, MIGRATIONS, TABLES, VERSION
from xcheck.errors import InputError, XcheckError

_UNREADABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PATIENCE = 120  # seconds that a writer waits for the others
_NOTHING = "is not an archive of xcheck: `xcheck archive add PATH --archive DIR` makes one"
_FOREIGN = f"{FILE} in it is not an archive of xcheck: name another folder"


class ArchiveError(XcheckError):
    """An archive cannot be written: it says why, and what to do."""


@dataclass(frozen=True)
class Store:
    """An open archive. ``folder`` is the path that the user gave."""

    folder: Path
    db: sqlite3.Connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is durable when the block has ended, or nothing. Raises ArchiveError."""
        with errors(self.folder):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):  # a full disk has rolled it back by itself
                    self.db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def apart(self) -> Iterator[sqlite3.Connection]:
        """The archive outside any transaction, for what SQLite does in one of its own. Raises ArchiveError."""
        with errors(self.folder):
            yield self.db

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A view of the archive as it is now, whoever writes meanwhile. Raises ArchiveError."""
        with errors(self.folder):
            self.db.execute("BEGIN")
            try:
                yield self.db
            finally:
                with contextlib.suppress(sqlite3.Error):
                    self.db.execute("ROLLBACK")


@contextlib.contextmanager
def opened(folder: Path, *, make: bool = False) -> Iterator[Store]:
    """Open the archive in a folder; ``make``: to write, and a new one where there is none.

    An archive of an older format is migrated. Raises InputError where there is no archive, or one that this xcheck
    cannot read, and ArchiveError where it cannot be opened.
    """
    file = folder / FILE
    with errors(folder):
        if make and not file.exists():
            _make(folder)
    if not file.is_file():
        raise InputError(f"{folder.as_posix()}: {_NOTHING}")
    with errors(folder):
        db = _connected(file)
    try:
        store = Store(folder, db)
        with errors(folder):
            _require_readable(db, folder)
            if _version(db) < VERSION:
                _migrate(store)
        yield store
    finally:
        db.close()


@contextlib.contextmanager
def errors(folder: Path) -> Iterator[None]:
    """Turn what SQLite or the disk refuses into an ArchiveError, and damage into an InputError, that say what to do."""
    place = folder.as_posix()
    try:
        yield
    except sqlite3.DatabaseError as error:
        kind = InputError if _code(error) in _UNREADABLE else ArchiveError
        raise kind(f"{place}: {_told(error)}") from error
    except OSError as error:
        raise ArchiveError(f"{place}: the archive cannot be written: {error.strerror}") from error


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code; 0 where the module itself raises."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _told(error: sqlite3.DatabaseError) -> str:
    code = _code(error)
    if code == sqlite3.SQLITE_NOTADB:
        return _FOREIGN
    if code == sqlite3.SQLITE_CORRUPT:
        return f"the archive is damaged ({error}): restore it from a copy, or add its articles to a new one"
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        said = "there is no room left to write, or the disk fails"
        return f"{said} ({error}); what was added before is safe: make room and run it again"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"another program has been writing for {_PATIENCE} seconds: run it again when that is done"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return (
            f"the archive cannot be opened ({error}): even to read it takes the right to write to its folder and files"
        )
    return f"the archive cannot be used ({error})"


def _connected(file: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(file.absolute()))}?mode=rw"
    db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    return db


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def _require_readable(db: sqlite3.Connection, folder: Path) -> None:
    """Raise InputError for another program's file, or an archive of a format that cannot be read or migrated."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise InputError(f"{folder.as_posix()}: {_FOREIGN}")
    version = _version(db)
    if version != VERSION and version not in MIGRATIONS:
        way = "use a newer xcheck" if version > VERSION else "add its articles to a new archive"
        raise InputError(f"{folder.as_posix()}: the archive has format {version}, this xcheck reads {VERSION}: {way}")


def _migrate(store: Store) -> None:
    """Bring an archive of an older format to this one, in one transaction; another process may have been faster."""
    with store.writing() as db:
        for version in range(_version(db), VERSION):
            db.execute(MIGRATIONS[version])
        db.execute(f"PRAGMA user_version = {VERSION}")


def _make(folder: Path) -> None:
    """Put an empty archive in its place; where another process was faster, its archive stays."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as made:
        new = Path(made, FILE)
        with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(f"BEGIN;{TABLES}COMMIT;")
        with contextlib.suppress(FileExistsError):
            os.link(new, folder / FILE)
