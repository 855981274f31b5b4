"""A case as a file: whole on another desk, and no way in for what somebody made up."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import COURIER, HERALD, PRINT, reported

from xcheck.desk import archives
from xcheck.desk.store import files
from xcheck.desk.store.records import Decided, Whole
from xcheck.desk.store.store import Store
from xcheck.errors import InputError
from xcheck.records.document import Document

SOURCE = Document.from_text(COURIER, name="courier.txt")
DRAFT = Document.from_text(HERALD, name="herald (draft).txt")


@pytest.fixture
def whole(store: Store) -> Whole:
    case = store.begin("draft", "Strike", "ana", draft=DRAFT.id)
    case = store.finish(case, [SOURCE], HERALD, reported([DRAFT, SOURCE], drafted=True))
    store.save(case.id, HERALD + " So it is said.", 1, "bea")
    store.decide(
        case.id,
        Decided(id=0, fingerprint=PRINT, rule="XQ001", decision="dismissed", note="Old.", made="", maker="bea"),
    )
    store.note(case.id, "Ask the port.", "bea")
    return store.whole(case)


def test_another_desk_has_all_of_it_with_who_and_when(whole: Whole, tmp_path: Path) -> None:
    other = Store(tmp_path / "other")
    case = other.add(files.read(files.written(whole)))
    again = other.whole(case)
    assert case.id != whole.case.id
    assert again.articles == whole.articles
    assert again.versions == whole.versions
    assert again.notes == whole.notes
    assert [d.model_copy(update={"id": 0}) for d in again.decisions] == [
        d.model_copy(update={"id": 0}) for d in whole.decisions
    ]


def test_the_same_case_gives_the_same_bytes(whole: Whole) -> None:
    assert files.written(whole) == files.written(whole)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_case_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        files.read(data)


def _changed(whole: Whole, name: str, change: Callable[[Any], Any]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files.written(whole))) as old, zipfile.ZipFile(held, "w") as new:
        for entry in old.namelist():
            data = json.loads(old.read(entry))
            new.writestr(entry, json.dumps(change(data) if entry == name else data))
    return held.getvalue()


def _set(*path: str | int, to: object) -> Callable[[Any], Any]:
    def change(data: Any) -> Any:
        at = data
        for part in path[:-1]:
            at = at[part]
        at[path[-1]] = to
        return data

    return change


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("manifest.json", _set("format", to="another")),
        ("manifest.json", _set("schema_version", to=2)),
        ("manifest.json", _set("case", "state", to="reading")),
        ("manifest.json", _set("case", "draft", to="nobody.txt")),
        ("versions/0001.json", _set("number", to=7)),
        ("versions/0001.json", _set("text", to="Another text.")),
        ("versions/0001.json", _set("report", "claims", 0, "start", to=-40)),
        ("versions/0001.json", _set("report", "findings", 0, "evidence", 0, "end", to=10**9)),
        ("versions/0001.json", _set("report", "findings", 0, "evidence", 0, "focus", to=[[-900, 3]])),
        ("versions/0001.json", _set("report", "findings", 0, "claims", to=["x", "y"])),
        ("versions/0001.json", _set("report", "findings", 0, "evidence", 0, "document", to="nobody.txt")),
        ("decisions.json", _set(0, "decision", to="maybe")),
        ("articles/0001.json", _set("text", to="Somebody else's words.")),
    ],
)
def test_a_case_that_does_not_hold_together_is_refused(whole: Whole, name: str, change: Callable[[Any], Any]) -> None:
    assert files.read(_changed(whole, name, lambda data: data)) == whole
    with pytest.raises(InputError):
        files.read(_changed(whole, name, change))


def _zip(entries: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _zip({f"{i}.txt": b"0" * 5_000_000 for i in range(4)})
    assert len(bomb) < 50_000
    monkeypatch.setattr(archives, "LARGEST_UNPACKED", 8_000_000)
    with pytest.raises(InputError, match="unpacks to more"):
        archives.members(bomb)
    with pytest.raises(InputError, match="unpacks to more than 1,000 bytes"):
        archives.members(bomb, largest=1000)


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    honest = _zip({"a.txt": b"0" * 100_000})
    size = (100_000).to_bytes(4, "little")
    lying = honest.replace(size, (10).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(InputError):
        archives.members(lying, largest=50_000)


def test_an_archive_of_too_many_files_is_refused() -> None:
    with pytest.raises(InputError, match="1,000 entries"):
        archives.members(_zip({f"{i}.txt": b"" for i in range(1000)}))


def test_what_programs_put_there_for_themselves_is_left_out() -> None:
    found = archives.members(_zip({"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "folder/": b"", "folder/a.txt": b"A"}))
    assert found == [archives.Member("folder/a.txt", b"A")]
