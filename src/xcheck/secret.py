"""The user's own key, with which the entries of the cache are signed: who has not made an entry cannot forge it."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import tempfile
from pathlib import Path

from xcheck.door import opened

NAME = "key"
_SIZE = 32  # bytes
_OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def secret(folder: Path) -> bytes | None:
    """Read the key of a folder. None where there is none that only its owner could have written and read.

    A key that came with a repository never counts: git keeps no file of mode 600.
    """
    try:
        with opened(folder / NAME) as file:
            about, key = os.fstat(file.fileno()), file.read(_SIZE + 1)
    except OSError:
        return None
    return key if len(key) == _SIZE and _private(about) else None


def made(folder: Path) -> bytes:
    """Read the key of a folder, or make one in place of what cannot be one. Raises OSError where that fails."""
    known = secret(folder)
    if known is not None:
        return known
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".new-")  # of mode 600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_SIZE))
        _put(Path(temporary), folder / NAME)
    finally:
        Path(temporary).unlink(missing_ok=True)
    found = secret(folder)
    if found is None:
        raise PermissionError(f"{NAME} is not private")
    return found


def _put(new: Path, place: Path) -> None:
    """Put the new key in its place; where another run was faster, its key stays."""
    with contextlib.suppress(FileExistsError):
        os.link(new, place)
        return
    if secret(place.parent) is None:
        new.replace(place)


def _private(about: os.stat_result) -> bool:
    if os.name != "posix":  # other systems keep no such modes
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & _OPEN_TO_OTHERS
