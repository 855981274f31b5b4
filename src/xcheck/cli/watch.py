"""``--watch``: the analysis anew whenever something that it reads has changed, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from xcheck.cli.ending import Done
from xcheck.cli.extras import require
from xcheck.cli.inputs import is_article
from xcheck.cli.targets import STANDARD_OUTPUT, Target
from xcheck.cli.writing import say
from xcheck.door import is_folder, real
from xcheck.errors import InputError, UsageError, XcheckError
from xcheck.process import live_long

if TYPE_CHECKING:
    from watchfiles import Change

_STEP, _DEBOUNCE = 100, 800  # milliseconds without a further change, and at most, that make several changes one
_WAKE = 300  # milliseconds between two looks
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"  # the screen, what has left it, the cursor to its corner


class Watched(NamedTuple):
    """What a watch waits for: files, and the articles in some folders; and the places where it listens for them."""

    files: frozenset[Path]
    folders: frozenset[Path]
    places: frozenset[Path]

    @classmethod
    def of(cls, read: Iterable[Path], targets: Iterable[Target]) -> Watched:
        """Watch what is read, and a configuration of the current folder; but nothing that is written."""
        from xcheck.config.files import OWN_FILE

        found = {real(path) for path in (*read, Path(OWN_FILE))}
        folders = frozenset(path for path in found if is_folder(path))
        files = found - folders - {real(Path(target.path)) for target in targets}
        inside = {Path(place) for folder in folders for place in _visible(folder)}
        return cls(frozenset(files), folders, frozenset(inside | {f.parent for f in files if is_folder(f.parent)}))

    def concerned(self, change: Change, path: str) -> bool:
        """Tell whether a file that has changed is one of those, or a folder that is new may hold some."""
        at, new = Path(path), change.name == "added"
        return at in self.files or any(
            is_article(at, folder) or (new and _is_within(at, folder)) for folder in self.folders
        )


def follow(
    once: Callable[[], Done], named: Iterable[str | Path], targets: Sequence[Target], *, quiet: bool
) -> NoReturn:
    """Run ``once``, and again after each change of what it reads; until it has told, of what the command line names.

    Raises UsageError where the library is missing or standard input is named. What else is wrong with the call ends
    it at the first run; what is wrong with a named input, or goes wrong later, is told, and a change may mend it.
    """
    require("watchfiles", "watch", "--watch")
    places = [Path(one) for one in named]
    if Path(STANDARD_OUTPUT) in places:
        raise UsageError("--watch cannot read standard input: name files or folders")
    live_long()
    watched = Watched.of(places, targets)
    changes = _changes(watched)
    first = True
    while True:
        changed: set[str] = set()
        try:
            read = Watched.of(once().read, targets)
            if read != watched:
                changed = next(changes)  # during the run
                watched, changes = read, _changes(read)
        except XcheckError as error:
            if first and not (places and isinstance(error, InputError)):
                raise
            say(f"xcheck: {error}")
        first = False
        if not quiet:
            say("Waiting for changes; Ctrl-C ends it.")
        _begin_anew(changed or next(filter(None, changes)), quiet=quiet)


def _changes(watched: Watched) -> Iterator[set[str]]:
    """The paths that change from now on, again and again; none where nothing has changed for a while."""
    from watchfiles import watch

    found = watch(
        *sorted(watched.places),
        watch_filter=watched.concerned,
        debounce=_DEBOUNCE,
        step=_STEP,
        rust_timeout=_WAKE,
        yield_on_timeout=True,
        recursive=False,
    )
    changes = ({path for _, path in several} for several in found)
    next(changes)  # only now it listens
    return changes


def _begin_anew(changed: set[str], *, quiet: bool) -> None:
    """An empty screen, where there is one, and what has changed."""
    from xcheck.config.files import shown
    from xcheck.reports.summary import some

    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
    if not quiet:
        say(f"{some(sorted(shown(Path(path)) for path in changed))} changed")


def _visible(folder: Path) -> Iterator[str]:
    """A folder and all inside it that are not hidden."""
    for place, folders, _ in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield place


def _is_within(path: Path, folder: Path) -> bool:
    """Tell whether a path is a folder inside another, and not hidden there."""
    return (
        is_folder(path)
        and path.is_relative_to(folder)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
