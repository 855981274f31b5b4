"""What the paths on the command line hold."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from xcheck.errors import InputError

if TYPE_CHECKING:
    from xcheck.records.document import Document
    from xcheck.records.report import Skipped

STANDARD_INPUT = "-"
STDIN_NAME = "stdin.txt"


def gather(
    paths: Sequence[str], published: date | None, stdin_filename: str | None
) -> tuple[list[Document], list[Skipped]]:
    """The articles of the paths, and what was not read. Raises InputError where a named path cannot be read."""
    from xcheck.ingest.collect import collect
    from xcheck.ingest.reading import LARGEST_FILE

    # One byte more than a file may have is enough to see that there are too many.
    stdin = sys.stdin.buffer.read(LARGEST_FILE + 1) if STANDARD_INPUT in paths else None
    return collect(paths, published=published, stdin=stdin, stdin_name=stdin_filename or STDIN_NAME)


def no_article(said: str, skipped: Sequence[Skipped]) -> InputError:
    """The error that there is too little to work on, with the reason of each input that was skipped."""
    return InputError("\n".join([said, *(f"  skipped {s.path}: {s.reason}" for s in skipped)]))
