"""What a patch, or git, says of the files at hand."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from xcheck.cli.drafts import Gathered
from xcheck.cli.gather import STANDARD_INPUT
from xcheck.door import opened, root
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.drafts.changes import Change, PatchedFile

LARGEST_PATCH = 100_000_000  # bytes


def patch_of(diff: str | None, since: str | None) -> tuple[PatchedFile, ...] | None:
    """The patch that ``--diff`` or ``--changed-since`` asks for, None for neither.

    Raises UsageError where both are given, the patch cannot be read or is none, or git knows nothing of the revision.
    """
    from xcheck.drafts.changes import read_patch
    from xcheck.drafts.git import patch_since

    if diff is not None and since is not None:
        raise UsageError("--diff and --changed-since cannot be used together")
    if since is not None:
        return read_patch(patch_since(since, Path.cwd()))
    return None if diff is None else read_patch(_text(diff))


def changed_in(found: Gathered, patch: tuple[PatchedFile, ...], *, since: bool) -> dict[str, Change]:
    """The change of each document by id; with ``since``, files that git does not know yet are new as a whole."""
    from xcheck.drafts.changes import Change, changes
    from xcheck.drafts.git import unknown_to_git

    here = Path.cwd().resolve()
    top = root(here)
    changed = changes(patch, found.documents, [here] if top in (None, here) else [top, here])
    new = unknown_to_git(here, list(found.documents)) if since else ()
    return changed | {found.documents[path].id: Change(None) for path in sorted(new) if path in found.documents}


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read(LARGEST_PATCH + 1)


def _text(diff: str) -> str:
    try:
        if diff == STANDARD_INPUT:
            data = _standard_input()
        else:
            with opened(Path(diff)) as file:
                data = file.read(LARGEST_PATCH + 1)
    except OSError as error:
        raise UsageError(f"--diff {diff}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST_PATCH:
        raise UsageError(f"--diff {diff}: larger than {LARGEST_PATCH:,} bytes")
    return data.decode("utf-8-sig", "surrogateescape")
