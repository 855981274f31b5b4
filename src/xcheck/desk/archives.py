"""What lies in a ZIP archive that came from anywhere, within limits. Names in it are only told, never used as paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NamedTuple

from xcheck.desk.limits import LARGEST_UNPACKED, MOST_MEMBERS
from xcheck.errors import InputError
from xcheck.ingest.reading import LARGEST_FILE

_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError)


class Member(NamedTuple):
    """A file of an archive: its name as written there, and its bytes."""

    name: str
    data: bytes


def members(data: bytes, *, largest: int = LARGEST_FILE, most: int = MOST_MEMBERS) -> list[Member]:
    """The files of an archive in its order; folders and hidden files are left out.

    ``largest`` is the most bytes of one file, ``most`` the most entries. What the archive says of its sizes is not
    believed. Raises InputError where it is broken, locked or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > most:
                raise InputError(f"the archive has {len(entries):,} entries, more than the {most:,} allowed: split it")
            wanted = [entry for entry in entries if not entry.is_dir() and not _hidden(entry.filename)]
            return _read(archive, wanted, largest)
    except _BROKEN as error:
        raise InputError("the archive cannot be read: it is broken, or no ZIP file") from error


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], largest: int) -> list[Member]:
    found: list[Member] = []
    left = LARGEST_UNPACKED
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise InputError("the archive is locked with a password: unlock it first")
        with archive.open(entry) as file:
            content = file.read(min(largest, left) + 1)
        if len(content) > min(largest, left):
            raise InputError(f"the archive unpacks to more than {min(largest, left):,} bytes: split it")
        left -= len(content)
        found.append(Member(entry.filename, content))
    return found


def _hidden(name: str) -> bool:
    """Whether a program put the file there for itself: ``.DS_Store``, ``__MACOSX/…``."""
    return any(part.startswith((".", "__MACOSX")) and part.strip(".") for part in name.split("/"))
