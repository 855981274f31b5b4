"""The tables, and how an older file becomes a newer one: one step a version, counted by ``user_version``."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from xcheck.errors import UsageError

_FIRST = """
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('comparison', 'draft')),
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'failed')),
  problem TEXT NOT NULL DEFAULT '',
  draft TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  made TEXT NOT NULL,
  maker TEXT NOT NULL
) STRICT;
CREATE TABLE articles (
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (case_id, position)
) STRICT;
CREATE TABLE versions (
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  text TEXT NOT NULL,
  report BLOB,
  made TEXT NOT NULL,
  maker TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
) STRICT;
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  rule TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('open', 'confirmed', 'false-alarm', 'dismissed')),
  note TEXT NOT NULL,
  made TEXT NOT NULL,
  maker TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_of_case ON decisions (case_id, fingerprint, id);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  made TEXT NOT NULL,
  maker TEXT NOT NULL
) STRICT;
CREATE TABLE exports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  form TEXT NOT NULL,
  made TEXT NOT NULL,
  maker TEXT NOT NULL
) STRICT;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)  # the n-th leads from user_version n to n + 1; those that went out never change


def migrate(connection: sqlite3.Connection, file: Path) -> None:
    """Bring the tables to the newest version, each step whole or not at all.

    Raises UsageError where the file was made by a newer xcheck.
    """
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise UsageError(f"{file}: made by a newer xcheck (version {version} of its tables): upgrade xcheck")
    for number in range(version, len(MIGRATIONS)):
        # A second process may be here as well: whoever begins first does the step, the other finds it done.
        connection.executescript(
            f"BEGIN IMMEDIATE; {MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
            if _version(connection) == number
            else ""
        )


def _version(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found
