"""Which reports a run writes, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from xcheck.cli.options import Format
from xcheck.door import is_folder
from xcheck.errors import UsageError

STANDARD_OUTPUT = "-"


class Target(NamedTuple):
    """One report: its format, and the file it goes to (``-``: standard output)."""

    form: Format
    path: str


def targets(form: Format | None, outputs: Sequence[str]) -> tuple[Target, ...]:
    """The reports that ``--format`` and each ``--output FORMAT=PATH`` ask for; a terminal report where neither does.

    Raises UsageError where one cannot be written, before anything has been read.
    """
    found = [_parsed(output) for output in outputs]
    if form is not None or not outputs:
        found.insert(0, Target(form or Format.TERMINAL, STANDARD_OUTPUT))
    for i, target in enumerate(found):
        if target.path in {other.path for other in found[:i]}:
            raise UsageError(f"two reports would go to {target.path}: give each its own --output")
        if not is_folder(Path(target.path).absolute().parent):
            raise UsageError(f"--output {target.form}={target.path}: there is no folder {Path(target.path).parent}")
    return tuple(found)


def _parsed(output: str) -> Target:
    name, equals, path = output.partition("=")
    if name not in list(Format) or not equals or not path:
        raise UsageError(f"--output {output}: write FORMAT=PATH, with one of the formats {', '.join(Format)}")
    return Target(Format(name), path)
