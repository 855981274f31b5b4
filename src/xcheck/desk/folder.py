"""The folder that the desk watches: which articles lie in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from xcheck.desk.limits import MOST_LISTED
from xcheck.door import opened, refusal
from xcheck.errors import InputError
from xcheck.ingest.files import SUFFIXES, cause
from xcheck.ingest.reading import LARGEST_FILE


class Entry(NamedTuple):
    """An article's file: its name from the folder on, its size in bytes, when it last changed (seconds since 1970)."""

    name: str
    size: int
    changed: float


def listing(folder: Path) -> list[Entry]:
    """The articles in the folder and below, the one changed last first; no hidden files, no links that lead out."""
    found = sorted(_entries(folder), key=lambda entry: (-entry.changed, entry.name))
    return found[:MOST_LISTED]


def content(folder: Path, name: str) -> bytes:
    """The bytes of an article that the listing has. Raises InputError for any other name."""
    if name not in {entry.name for entry in _entries(folder)}:
        raise InputError(f"{name}: no longer in the folder: reload the page")
    try:
        with opened(folder / name) as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(f"{name}: {cause(error)}") from error


def _entries(folder: Path) -> Iterator[Entry]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(place, name)
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES or refusal(path, folder):
                continue
            try:
                about = path.stat()
            except OSError:  # gone meanwhile
                continue
            yield Entry(path.relative_to(folder).as_posix(), about.st_size, about.st_mtime)
