"""The file of an archive: what is refused, with the way out, and what damage is told."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from xcheck.archive.schema import FILE
from xcheck.archive.store import ArchiveError, Store, opened
from xcheck.errors import InputError


def _versioned(version: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with opened(folder, make=True) as store:
            store.db.execute(f"PRAGMA user_version = {version}")

    return change


def _foreign(folder: Path) -> None:
    with contextlib.closing(sqlite3.connect(folder / FILE)) as db:
        db.execute("CREATE TABLE letters (text TEXT)")


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (lambda _: None, "xcheck archive add"),
        (_versioned(2), "format 2, this xcheck reads 1: use a newer xcheck"),
        (_versioned(0), "format 0, this xcheck reads 1: add its articles to a new archive"),
        (_foreign, "is no archive of xcheck"),
        (lambda folder: (folder / FILE).write_bytes(b"no database at all" * 99), "is no archive of xcheck"),
        (lambda folder: (folder / FILE).mkdir(), "is no archive of xcheck"),
    ],
)
def test_what_is_no_archive_is_refused_with_the_way_out(
    tmp_path: Path, prepare: Callable[[Path], object], said: str
) -> None:
    prepare(tmp_path)
    with pytest.raises(InputError, match=said), opened(tmp_path):
        pass


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
