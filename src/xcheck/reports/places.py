"""Where a passage stands in its file, for programs that open the file there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from xcheck.records.finding import Evidence
from xcheck.reports.summary import line_ends

# Of these formats the text that a person reads is the file's own; of the others no line of the file can be named.
_AS_WRITTEN = (".txt", ".text", ".md", ".markdown")


class Place(NamedTuple):
    """A stretch of a file: lines and columns count from 1, columns in code points; ``end_column`` is the one after."""

    line: int
    column: int
    end_line: int
    end_column: int


def as_written(path: str) -> bool:
    """Whether offsets of a document of this path count in its file."""
    return PurePosixPath(path.lower()).suffix in _AS_WRITTEN


def place(evidence: Evidence, path: str, texts: Mapping[str, str]) -> Place | None:
    """Where the words stand that a finding turns on; ``None`` where that cannot be told of the file.

    ``path`` is that of the evidence's document; ``texts`` by document id gives the lines.
    """
    text = texts.get(evidence.document)
    if text is None or not as_written(path):
        return None
    return placed(text, *turning(evidence))


def turning(evidence: Evidence) -> tuple[int, int]:
    """The shortest stretch ``(start, end)`` with every word that the finding turns on; without one, the passage."""
    if not evidence.focus:
        return evidence.start, evidence.end
    return evidence.focus[0][0], max(end for _, end in evidence.focus)


def placed(text: str, start: int, end: int) -> Place:
    """The lines and columns of the stretch ``[start, end)`` of a text."""
    return Place(*_line_and_column(text, start), *_line_and_column(text, end))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    ends = line_ends(text)
    before = bisect_left(ends, offset)
    return before + 1, offset - (ends[before - 1] + 1 if before else 0) + 1
