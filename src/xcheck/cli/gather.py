"""What the paths on the command line hold."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from xcheck.cli.inputs import refuse_inputs
from xcheck.cli.targets import Target
from xcheck.errors import InputError

if TYPE_CHECKING:
    from xcheck.records.document import Document
    from xcheck.records.report import Skipped

STANDARD_INPUT = "-"
STDIN_NAME = "stdin.txt"


def gather(
    paths: Sequence[str], published: date | None, stdin_filename: str | None, targets: Sequence[Target] = ()
) -> tuple[list[Document], list[Skipped]]:
    """Read the articles of the paths, and tell what was not read.

    Raises InputError where a named path cannot be read, UsageError where one of the targets would go over an article.
    """
    from xcheck.ingest.collect import located

    refuse_inputs(targets, paths)
    stdin = standard_input() if STANDARD_INPUT in paths else None
    found, skipped = located(paths, published=published, stdin=stdin, stdin_name=stdin_filename or STDIN_NAME)
    refuse_inputs(targets, [path for path, _ in found])
    return [document for _, document in found], skipped


def standard_input() -> bytes:
    """Read standard input. One byte more than a file may have is enough to see that there are too many."""
    from xcheck.ingest.reading import LARGEST_FILE

    if sys.stdin is None:
        raise InputError("standard input is closed: give a file, or a text to -")
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def no_article(said: str, skipped: Sequence[Skipped]) -> InputError:
    """The error that there is too little to work on, with the reason of each input that was skipped."""
    return InputError("\n".join([said, *(f"  skipped {s.path}: {s.reason}" for s in skipped)]))
