"""The door for every file: opened so that nothing hangs; and for what a file names: nothing beyond the project.

Whoever writes a configuration, a draft or a link in a repository is not trusted: such a path leads to a regular file or
a folder inside the project, with all links followed. What a user types may lie anywhere, but is a regular file as well.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

NOT_PLAIN = "no regular file but a pipe or a device"
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def opened(path: Path) -> BinaryIO:
    """Open a regular file to read. Raises OSError for anything else, such as a pipe that nobody writes to."""
    try:
        _require_plain(path.stat().st_mode)
        descriptor = os.open(path, os.O_RDONLY | _AT_ONCE)
    except ValueError as error:  # a name with NUL
        raise OSError(errno.EINVAL, "no file can have this name") from error
    try:
        _require_plain(os.fstat(descriptor).st_mode)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def root(folder: Path) -> Path | None:
    """Find the top of the working tree of git in which a folder lies; None where it lies in none."""
    here = real(folder)
    return next((at for at in (here, *here.parents) if (at / ".git").exists()), None)


def project(folder: Path) -> Path:
    """Find the project that a folder belongs to: the working tree of git around it, else the folder itself."""
    return root(folder) or real(folder)


def refusal(path: Path, top: Path) -> str | None:
    """Say why a path that a file names is refused; None where it is fine, or where there is nothing yet."""
    try:
        inside = Path(os.path.realpath(path)).is_relative_to(real(top))
    except (OSError, ValueError):
        return "is a name that no file can have"
    return unplain(path) if inside else f"leads out of the project ({real(top).name or top})"


def unplain(path: Path) -> str | None:
    """Say why a path is neither a regular file nor a folder; None where it is, or where there is nothing yet."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        return f"cannot be reached ({error.strerror})"
    except ValueError:
        return "is a name that no file can have"
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else f"is {NOT_PLAIN}"


def real(path: Path) -> Path:
    """Follow all links of a path; one that no file can have stays as it is."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _require_plain(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, NOT_PLAIN)
