"""The store: one SQLite file in a folder that the user names. Each call is one transaction."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from xcheck.desk.store.records import Case, CaseKind, Decided, Listed, Note, Precision, Version, VersionHead, Whole
from xcheck.desk.store.rows import insert, keep_articles, keep_version, packed, unpacked
from xcheck.desk.store.schema import migrate
from xcheck.errors import InputError, UsageError
from xcheck.records.document import Document
from xcheck.records.report import Report

FILE = "desk.sqlite3"
_PATIENCE = 10.0  # seconds to wait while another connection writes
_CASE = ", ".join(Case.model_fields)
_DECIDED = ", ".join(Decided.model_fields)
_LATEST = "SELECT max(id) FROM decisions GROUP BY case_id, fingerprint"


class StaleError(Exception):
    """Somebody saved a version first: nothing was written. ``newest`` is theirs."""

    def __init__(self, newest: VersionHead) -> None:
        super().__init__(f"version {newest.number} was saved first")
        self.newest = newest


def utc_now() -> str:
    """The time in UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """Cases and all that belongs to them. ``now`` gives the time that is written with each entry."""

    def __init__(self, folder: Path, now: Callable[[], str] = utc_now) -> None:
        """Opens the store, and makes it where there is none. Raises UsageError where the folder cannot hold one."""
        self._file = folder / FILE
        self._now = now
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._connected() as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection, self._file)
            self._file.chmod(0o600)
        except (OSError, sqlite3.Error) as error:
            raise UsageError(f"{folder}: cannot hold the desk's store ({error}): name a folder with --data") from error

    # ---- Cases
    def begin(self, kind: CaseKind, title: str, maker: str, *, draft: str = "", published: str = "") -> Case:
        """A new case that is being read."""
        case = Case(
            id=secrets.token_hex(8),
            kind=kind,
            title=title,
            draft=draft,
            published=published,
            made=self._now(),
            maker=maker,
        )
        with self._connected() as connection:
            insert(connection, "cases", case.model_dump())
        return case

    def finish(self, case: Case, articles: Sequence[Document], text: str, report: Report) -> Case:
        """The case is read: keep its articles (of a draft its sources), the draft's text, and the report."""
        ready = case.model_copy(update={"state": "ready"})
        with self._connected() as connection:
            self._update(connection, ready)
            keep_articles(connection, case.id, articles)
            first = Version(number=1, text=text, report=report, made=self._now(), maker=case.maker)
            keep_version(connection, case.id, first)
        return ready

    def fail(self, case: Case, problem: str) -> Case:
        """The case could not be read: keep why."""
        failed = case.model_copy(update={"state": "failed", "problem": problem})
        with self._connected() as connection:
            self._update(connection, failed)
        return failed

    def fail_unfinished(self, problem: str) -> None:
        """Cases that were being read when the desk was stopped will not be finished: say why."""
        with self._connected() as connection:
            connection.execute("UPDATE cases SET state = 'failed', problem = ? WHERE state = 'reading'", [problem])

    def _update(self, connection: sqlite3.Connection, case: Case) -> None:
        connection.execute(
            "UPDATE cases SET state = ?, problem = ?, title = ?, draft = ?, published = ? WHERE id = ?",
            [case.state, case.problem, case.title, case.draft, case.published, case.id],
        )

    def rename(self, case: Case, title: str) -> None:
        """Give a case another title."""
        with self._connected() as connection:
            self._update(connection, case.model_copy(update={"title": title}))

    def delete(self, case_id: str) -> None:
        """Forget a case and all that belongs to it."""
        with self._connected() as connection:
            connection.execute("DELETE FROM cases WHERE id = ?", [case_id])

    def case(self, case_id: str) -> Case | None:
        """The case of that id; None for none."""
        with self._connected() as connection:
            row = connection.execute(f"SELECT {_CASE} FROM cases WHERE id = ?", [case_id]).fetchone()  # noqa: S608
        return None if row is None else Case(**row)

    def cases(self, most: int = 200) -> list[Listed]:
        """The cases, the one that something last happened to first."""
        query = f"""
            SELECT {_CASE},
              (SELECT count(*) FROM articles WHERE case_id = cases.id) AS articles,
              (SELECT count(*) FROM versions WHERE case_id = cases.id) AS versions,
              (SELECT count(*) FROM decisions d WHERE case_id = cases.id AND decision != 'open'
                AND d.id IN ({_LATEST})) AS decided,
              max(made, coalesce((SELECT max(made) FROM versions WHERE case_id = cases.id), ''),
                coalesce((SELECT max(made) FROM decisions WHERE case_id = cases.id), '')) AS changed
            FROM cases ORDER BY changed DESC, id LIMIT ?"""  # noqa: S608
        with self._connected() as connection:
            rows = [dict(row) for row in connection.execute(query, [most])]
        counted = ("articles", "versions", "decided", "changed")
        return [
            Listed(case=Case(**{k: v for k, v in row.items() if k not in counted}), **{k: row[k] for k in counted})
            for row in rows
        ]

    def articles(self, case_id: str) -> list[Document]:
        """The articles of a case in their order; of a draft its sources."""
        query = "SELECT document FROM articles WHERE case_id = ? ORDER BY position"
        with self._connected() as connection:
            return [Document.model_validate_json(row[0]) for row in connection.execute(query, [case_id])]

    # ---- Versions
    def versions(self, case_id: str) -> list[VersionHead]:
        """The versions of a case, the first one first."""
        query = "SELECT number, made, maker FROM versions WHERE case_id = ? ORDER BY number"
        with self._connected() as connection:
            return [VersionHead(**row) for row in connection.execute(query, [case_id])]

    def version(self, case_id: str, number: int | None = None) -> Version | None:
        """A version of a case, the newest where no number is given; None for none."""
        query = """SELECT number, text, report, made, maker FROM versions
            WHERE case_id = ? AND number = coalesce(?, number) ORDER BY number DESC LIMIT 1"""
        with self._connected() as connection:
            row = connection.execute(query, [case_id, number]).fetchone()
        return None if row is None else Version(**(dict(row) | {"report": unpacked(row["report"])}))

    def save(self, case_id: str, text: str, base: int, maker: str) -> VersionHead:
        """Keep a text as the version after ``base``; its report comes later.

        Raises StaleError, and writes nothing, where ``base`` is no longer the newest.
        """
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            query = "SELECT number, made, maker FROM versions WHERE case_id = ? ORDER BY number DESC LIMIT 1"
            row = connection.execute(query, [case_id]).fetchone()
            if row is None:
                raise InputError("this case has no version to go on from")
            newest = VersionHead(**row)
            if newest.number != base:
                raise StaleError(newest)
            saved = Version(number=base + 1, text=text, report=None, made=self._now(), maker=maker)
            keep_version(connection, case_id, saved)
        return VersionHead(number=saved.number, made=saved.made, maker=maker)

    def report(self, case_id: str, number: int, report: Report) -> None:
        """Keep the report on a version."""
        with self._connected() as connection:
            connection.execute(
                "UPDATE versions SET report = ? WHERE case_id = ? AND number = ?", [packed(report), case_id, number]
            )

    # ---- Decisions, notes, exports
    def decide(self, case_id: str, decided: Decided) -> Decided:
        """Keep what somebody decided about a finding, beside what was decided before. It gets its id and time here."""
        kept = decided.model_copy(update={"made": self._now()})
        with self._connected() as connection:
            row = kept.model_dump(exclude={"id"}) | {"case_id": case_id}
            number = insert(connection, "decisions", row)
        return kept.model_copy(update={"id": number})

    def decisions(self, case_id: str, since: int = 0) -> list[Decided]:
        """The last decision about each finding of a case, in their order; only those after the id ``since``."""
        query = f"""SELECT {_DECIDED} FROM decisions
            WHERE case_id = ? AND id > ? AND id IN ({_LATEST}) ORDER BY id"""  # noqa: S608
        with self._connected() as connection:
            return [Decided(**row) for row in connection.execute(query, [case_id, since])]

    def precision(self) -> list[Precision]:
        """How often each rule was right, the most decided rule first: all but a false alarm was."""
        query = f"""SELECT rule, sum(decision != 'false-alarm') AS right, count(*) AS decided FROM decisions
            WHERE decision != 'open' AND id IN ({_LATEST}) GROUP BY rule ORDER BY decided DESC, rule"""  # noqa: S608
        with self._connected() as connection:
            return [Precision(**row) for row in connection.execute(query)]

    def note(self, case_id: str, text: str, maker: str) -> None:
        """Keep a note about a case."""
        with self._connected() as connection:
            row = {"case_id": case_id, "text": text, "made": self._now(), "maker": maker}
            insert(connection, "notes", row)

    def notes(self, case_id: str) -> list[Note]:
        """The notes about a case, the first one first."""
        query = "SELECT text, made, maker FROM notes WHERE case_id = ? ORDER BY id"
        with self._connected() as connection:
            return [Note(**row) for row in connection.execute(query, [case_id])]

    def exported(self, case_id: str, version: int, form: str, maker: str) -> None:
        """Write down that a version was exported in a format."""
        row = {"case_id": case_id, "version": version, "form": form, "made": self._now(), "maker": maker}
        with self._connected() as connection:
            insert(connection, "exports", row)

    # ---- A case as a whole
    def whole(self, case: Case) -> Whole:
        """Everything that is kept of a case."""
        numbers = [head.number for head in self.versions(case.id)]
        found = [self.version(case.id, number) for number in numbers]
        return Whole(
            case=case,
            articles=tuple(self.articles(case.id)),
            versions=tuple(version for version in found if version),
            decisions=tuple(self.decisions(case.id)),
            notes=tuple(self.notes(case.id)),
        )

    def add(self, whole: Whole) -> Case:
        """Keep a case that another desk has exported, under an id of its own, with who and when as they are."""
        case = whole.case.model_copy(update={"id": secrets.token_hex(8)})
        with self._connected() as connection:
            insert(connection, "cases", case.model_dump())
            keep_articles(connection, case.id, whole.articles)
            for one in whole.versions:
                keep_version(connection, case.id, one)
            for decided in whole.decisions:
                insert(connection, "decisions", decided.model_dump(exclude={"id"}) | {"case_id": case.id})
            for note in whole.notes:
                insert(connection, "notes", note.model_dump() | {"case_id": case.id})
        return case

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction: kept where the block ends well, undone where it does not."""
        connection = sqlite3.connect(self._file, timeout=_PATIENCE)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection
        finally:
            connection.close()
