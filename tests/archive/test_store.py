"""The file of an archive: what is refused, with the way out, and what damage is told."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from xcheck.archive import keeping
from xcheck.archive.adding import add
from xcheck.archive.schema import FILE
from xcheck.archive.searching import Period, search
from xcheck.archive.store import ArchiveError, Store, opened
from xcheck.errors import InputError


def _versioned(version: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with opened(folder, make=True) as store:
            store.db.execute(f"PRAGMA user_version = {version}")

    return change


def _first_format(store: Store) -> None:
    """Make an archive of the first format, which had a table of how often each term occurs."""
    store.db.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row)")
    store.db.execute("PRAGMA user_version = 1")


def _foreign(folder: Path) -> None:
    with contextlib.closing(sqlite3.connect(folder / FILE)) as db:
        db.execute("CREATE TABLE letters (text TEXT)")


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (lambda _: None, "xcheck archive add"),
        (_versioned(3), "format 3, this xcheck reads 2: use a newer xcheck"),
        (_versioned(0), "format 0, this xcheck reads 2: add its articles to a new archive"),
        (_foreign, "is not an archive of xcheck"),
        (lambda folder: (folder / FILE).write_bytes(b"no database at all" * 99), "is not an archive of xcheck"),
        (lambda folder: (folder / FILE).mkdir(), "is not an archive of xcheck"),
    ],
)
def test_what_is_no_archive_is_refused_with_the_way_out(
    tmp_path: Path, prepare: Callable[[Path], object], said: str
) -> None:
    prepare(tmp_path)
    with pytest.raises(InputError, match=said), opened(tmp_path):
        pass


def test_an_archive_of_an_older_format_is_migrated_once(filled: Store, adder: ModuleType) -> None:
    _first_format(filled)
    for _ in range(2):
        with opened(filled.folder) as store:
            assert [*store.db.execute("PRAGMA user_version")] == [(2,)]
            assert not store.db.execute("SELECT * FROM sqlite_schema WHERE name = 'vocabulary'").fetchall()
    with opened(filled.folder) as store:
        assert len(search(store, ["lamps"], None, Period(), 99)) == 40
        assert [a.outcome for a in add(store, [adder.made(50)], adder.read, "made")] == ["added"]
        assert keeping.verify(store) == []


def test_an_archive_that_cannot_be_migrated_stays_as_it_was(filled: Store) -> None:
    filled.db.execute("PRAGMA user_version = 1")  # without the table that the first format had
    with pytest.raises(ArchiveError, match="vocabulary"), opened(filled.folder):
        pass
    assert [*filled.db.execute("PRAGMA user_version")] == [(1,)]


@pytest.mark.skipif(os.name == "nt", reason="the rights of Unix")
@pytest.mark.parametrize("make", [False, True])
def test_a_folder_that_may_not_be_written_to_is_told(filled: Store, *, make: bool) -> None:
    filled.db.close()
    filled.folder.chmod(0o555)
    (filled.folder / FILE).chmod(0o444)
    with (
        _unprivileged(filled.folder),
        pytest.raises(ArchiveError, match="takes the right to write to its folder"),
        opened(filled.folder, make=make) as store,
        store.reading() as db,
    ):
        db.execute("SELECT count(*) FROM article").fetchone()


@contextlib.contextmanager
def _unprivileged(folder: Path) -> Iterator[None]:
    """Be a user whom the rights of a folder bind; the system's own user gives its rights up meanwhile."""
    if os.geteuid():
        yield
        return
    for above in folder.parents:
        if above.stat().st_uid == 0 and above != above.parent and "pytest" in above.as_posix():
            above.chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_new_archive_leaves_nothing_but_its_file(tmp_path: Path) -> None:
    with opened(tmp_path / "a" / "b", make=True):
        pass
    assert [f.name for f in (tmp_path / "a" / "b").iterdir()] == [FILE]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="cannot be written"), opened(tmp_path / "file", make=True):
        pass


def test_a_damaged_page_is_told_with_the_way_out(filled: Store) -> None:
    file = filled.folder / FILE
    filled.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    filled.db.close()
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    with (
        pytest.raises(InputError, match=r"damaged.*restore it from a copy"),
        opened(filled.folder) as store,
        store.reading() as db,
    ):
        db.execute("SELECT count(*) FROM article").fetchone()
