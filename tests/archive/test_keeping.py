"""Removing, verifying, compacting."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

import pytest

from xcheck.archive import keeping
from xcheck.archive.adding import add
from xcheck.archive.records import Extracted
from xcheck.archive.schema import FILE
from xcheck.archive.searching import Period, entries, extracted_of, named, search
from xcheck.archive.store import Store
from xcheck.errors import InputError
from xcheck.records.document import Document

TABLES = ("article", "content", "vectors", "signs", "mention", "words")


def _rows(store: Store) -> dict[str, int]:
    return {t: store.db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in TABLES}  # noqa: S608


def test_what_is_removed_leaves_nothing_and_can_come_back(filled: Store, adder: ModuleType) -> None:
    keeping.remove(filled, ["7.txt", "8.txt", "7.txt"])
    assert _rows(filled) == dict.fromkeys(TABLES, 38)
    assert search(filled, ["lot 7"], None, Period(), 9) == []
    assert keeping.verify(filled) == []
    (again,) = add(filled, [adder.made(7)], adder.read, "made")
    assert again.outcome == "added"
    assert [h.entry.name for h in search(filled, ["lot 7"], None, Period(), 9)] == ["7.txt"]


def test_where_one_is_not_there_none_is_removed(filled: Store) -> None:
    with pytest.raises(InputError, match=r"lost\.txt"):
        keeping.remove(filled, ["7.txt", "lost.txt"])
    assert _rows(filled)["article"] == 40


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE content SET claims = x'00' WHERE article = 3", "2.txt: it is damaged"),
        ("UPDATE vectors SET exact = x'0000' WHERE article = 3", "2.txt: it is damaged"),
        ("UPDATE article SET digest = 'other' WHERE id = 3", "2.txt: it cannot be read"),
        ("DELETE FROM signs WHERE article = 3", "2.txt: a part of it is missing"),
        ("INSERT INTO signs VALUES (999, x'00')", "a row of signs belongs to no article"),
        ("UPDATE words_content SET c0 = 'other' WHERE id = 3 << 16", "the index of words is damaged"),
    ],
)
def test_damage_is_told(filled: Store, damage: str, said: str) -> None:
    filled.db.execute("PRAGMA foreign_keys = OFF")
    filled.db.execute(damage)
    (found,) = keeping.verify(filled)
    assert said in found


def test_what_another_version_has_read_is_read_anew_once(filled: Store, adder: ModuleType) -> None:
    asked: list[str] = []

    def read(documents: Sequence[Document]) -> list[Extracted]:
        asked.extend(d.id for d in documents)
        return [Extracted((), k.vectors[:0]) for k in adder.read(documents)]

    list(add(filled, [adder.made(50)], adder.read, "newer"))
    assert keeping.outdated(filled, "newer") == 40
    names = [*keeping.refresh(filled, read, "newer")]
    assert names == [f"{n}.txt" for n in range(40)]
    assert len(asked) == 40
    assert keeping.outdated(filled, "newer") == 0
    assert extracted_of(filled, named(filled, "7.txt")).claims == ()
    assert len(extracted_of(filled, named(filled, "50.txt")).claims) == 1
    assert keeping.verify(filled) == []
    assert [*keeping.refresh(filled, read, "newer")] == []


def test_compacting_frees_room_and_loses_nothing(filled: Store) -> None:
    keeping.remove(filled, [f"{n}.txt" for n in range(30)])
    filled.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = (filled.folder / FILE).stat().st_size
    keeping.compact(filled)
    assert (filled.folder / FILE).stat().st_size < before
    assert {e.name for e in entries(filled, Period())} == {f"{n}.txt" for n in range(30, 40)}
    assert keeping.verify(filled) == []
