"""What git knows of the drafts: the patch since a revision, and the files that it does not know yet."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from xcheck.door import root
from xcheck.errors import UsageError

# Nothing of a repository's own configuration may shape the patch or start a program.
_PLAIN = ("-c", "core.quotepath=true", "-c", "core.fsmonitor=false")
_DIFF = ("--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "-M", "-U3")


def patch_since(revision: str, folder: Path) -> str:
    """The patch from a revision to the files as they stand; from where the branch left it, if the revision went on.

    Raises UsageError where git is missing, the folder is in no repository, or the revision is unknown.
    """
    if revision.startswith("-") or not revision.strip():
        raise UsageError(f"--changed-since {revision}: name a revision, such as HEAD or origin/main")
    known = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known is None:
        if _git(folder, "rev-parse", "--git-dir") is None:
            raise UsageError("--changed-since: this folder is in no git repository; --diff takes a patch from anywhere")
        raise UsageError(f"--changed-since {revision}: git knows no such revision here (a shallow clone has few)")
    base = _git(folder, "merge-base", known.strip(), "HEAD") or known
    patch = _git(folder, "diff", *_DIFF, base.strip(), "--")
    if patch is None:
        raise UsageError(f"--changed-since {revision}: git cannot tell what changed")
    return patch


def unknown_to_git(folder: Path, paths: Sequence[Path]) -> frozenset[Path]:
    """Those of some files, as absolute paths, that git has never seen: they are new as a whole."""
    top = root(folder)
    if top is None or not paths:
        return frozenset()
    listed = _git(top, "ls-files", "--others", "-z", "--", *(path.as_posix() for path in paths))
    return frozenset(top / name for name in (listed or "").split("\0") if name)


def _git(folder: Path, *arguments: str) -> str | None:
    """What a command of git prints, or None where it fails."""
    command = ["git", *_PLAIN, *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - no shell, fixed words
    except OSError as error:
        raise UsageError("--changed-since needs git, which is not installed: give --diff a patch") from error
    # As bytes, so that a line keeps its carriage return.
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None
