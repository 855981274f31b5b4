from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.desk.conftest import COURIER, HERALD, PRINT, reported

from xcheck.desk.store.records import Case, Decided, Decision
from xcheck.desk.store.schema import MIGRATIONS
from xcheck.desk.store.store import FILE, StaleError, Store
from xcheck.errors import InputError, UsageError
from xcheck.records.document import Document

SOURCE = Document.from_text(COURIER, name="courier.txt")
DRAFT = Document.from_text(HERALD, name="herald (draft).txt")


def _draft(store: Store) -> Case:
    case = store.begin("draft", "Strike", "ana", draft=DRAFT.id)
    return store.finish(case, [SOURCE], HERALD, reported([DRAFT, SOURCE], drafted=True))


def _decided(decision: Decision, *, fingerprint: str = PRINT, rule: str = "XQ001", maker: str = "ana") -> Decided:
    return Decided(id=0, fingerprint=fingerprint, rule=rule, decision=decision, note="Why.", made="", maker=maker)


def test_what_is_kept_is_there_when_the_store_is_opened_again(store: Store, tmp_path: Path) -> None:
    case = _draft(store)
    store.decide(case.id, _decided("false-alarm"))
    store.note(case.id, "Ask the port.", "bea")
    again = Store(tmp_path / "data")
    assert again.case(case.id) == case.model_copy(update={"state": "ready"})
    assert again.articles(case.id) == [SOURCE]
    version = again.version(case.id)
    assert version is not None
    assert version.text == HERALD
    assert version.report == reported([DRAFT, SOURCE], drafted=True)
    assert [(d.decision, d.maker, d.note) for d in again.decisions(case.id)] == [("false-alarm", "ana", "Why.")]
    assert [(n.text, n.maker) for n in again.notes(case.id)] == [("Ask the port.", "bea")]


def test_of_two_who_save_the_later_is_told_and_nothing_is_overwritten(store: Store) -> None:
    case = _draft(store)
    assert store.save(case.id, "Ana's text.", 1, "ana").number == 2
    with pytest.raises(StaleError) as told:
        store.save(case.id, "Bea's text.", 1, "bea")
    assert (told.value.newest.number, told.value.newest.maker) == (2, "ana")
    newest = store.version(case.id)
    assert newest is not None
    assert newest.text == "Ana's text."
    assert store.save(case.id, "Bea's text.", 2, "bea").number == 3
    assert [v.maker for v in store.versions(case.id)] == ["ana", "ana", "bea"]


def test_nothing_is_saved_to_a_case_without_a_version(store: Store) -> None:
    case = store.begin("draft", "Strike", "ana")
    with pytest.raises(InputError):
        store.save(case.id, "Text.", 0, "ana")


def test_the_last_decision_of_each_finding_holds_and_the_earlier_ones_stay(store: Store, tmp_path: Path) -> None:
    case = _draft(store)
    first = store.decide(case.id, _decided("confirmed"))
    store.decide(case.id, _decided("dismissed", fingerprint="f" * 16))
    last = store.decide(case.id, _decided("false-alarm", maker="bea"))
    assert [(d.fingerprint, d.decision) for d in store.decisions(case.id)] == [
        ("f" * 16, "dismissed"),
        (PRINT, "false-alarm"),
    ]
    assert [d.id for d in store.decisions(case.id, since=first.id + 1)] == [last.id]
    with sqlite3.connect(tmp_path / "data" / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (3,)


def test_precision_counts_all_but_false_alarms_as_right(store: Store) -> None:
    case, other = _draft(store), _draft(store)
    told: list[Decision] = ["confirmed", "dismissed", "false-alarm", "open"]
    for i, decision in enumerate(told):
        store.decide(case.id, _decided(decision, fingerprint=f"{i:016}"))
    store.decide(other.id, _decided("confirmed", fingerprint=f"{0:016}"))
    store.decide(other.id, _decided("confirmed", rule="XT001", fingerprint=f"{9:016}"))
    assert [(p.rule, p.right, p.decided) for p in store.precision()] == [("XQ001", 3, 4), ("XT001", 1, 1)]


def test_the_case_that_something_happened_to_last_comes_first(store: Store) -> None:
    one, other = _draft(store), _draft(store)
    assert [listed.case.id for listed in store.cases()] == [other.id, one.id]
    store.decide(one.id, _decided("confirmed"))
    first = store.cases()[0]
    assert (first.case.id, first.articles, first.versions, first.decided) == (one.id, 1, 1, 1)


def test_a_deleted_case_takes_everything_along(store: Store, tmp_path: Path) -> None:
    case = _draft(store)
    store.decide(case.id, _decided("confirmed"))
    store.note(case.id, "Note.", "ana")
    store.exported(case.id, 1, "csv", "ana")
    store.delete(case.id)
    with sqlite3.connect(tmp_path / "data" / FILE) as connection:
        for table in ("cases", "articles", "versions", "decisions", "notes", "exports"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608


def test_what_was_being_read_when_the_desk_stopped_says_so(store: Store) -> None:
    reading, ready = store.begin("comparison", "Strike", "ana"), _draft(store)
    store.fail_unfinished("Stopped.")
    found = store.case(reading.id)
    assert found is not None
    assert (found.state, found.problem) == ("failed", "Stopped.")
    kept = store.case(ready.id)
    assert kept is not None
    assert kept.state == "ready"


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    case = store.begin("draft", "Strike", "ana")
    with pytest.raises(sqlite3.IntegrityError):
        store.finish(case.model_copy(update={"id": "nobody"}), [SOURCE], HERALD, reported([DRAFT, SOURCE]))
    assert store.versions("nobody") == []
    assert store.articles("nobody") == []


def test_the_file_is_the_owners_alone_and_written_ahead(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "data" / FILE
    assert file.stat().st_mode & 0o077 == 0
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_a_store_of_a_newer_xcheck_is_refused(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "data" / FILE) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="newer xcheck"):
        Store(tmp_path / "data")


def test_a_folder_that_cannot_hold_a_store_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="--data"):
        Store(tmp_path / "file")
