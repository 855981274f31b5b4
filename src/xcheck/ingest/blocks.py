"""The paragraphs of plain text: a line each, or several where the text was wrapped at a width."""

from __future__ import annotations

from itertools import pairwise

from xcheck.ingest.reading import lines

WIDEST = 120
_NARROWEST = 40
_LEAST = 4
_SHARE = 0.6


def blocks(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as ``(start, end)``, in order.

    Lines are joined where the text is wrapped: no line is wider than ``WIDEST``, and most lines that have another one
    right below them had no room left for its first word.
    """
    single = lines(text)
    width = max((end - start for start, end in single), default=0)
    if not _NARROWEST <= width <= WIDEST:
        return single
    pairs = [(a, b) for a, b in pairwise(single) if _adjacent(text, a, b)]
    full = {a for a, b in pairs if _was_full(text, a, b, width)}
    if len(full) < _LEAST or len(full) < _SHARE * len(pairs):
        return single
    return _joined(text, single, full)


def _adjacent(text: str, above: tuple[int, int], below: tuple[int, int]) -> bool:
    between = text[above[1] : below[0]].replace("\r\n", "\n")
    return between.count("\n") + between.count("\r") == 1


def _was_full(text: str, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    first = text[below[0] : below[1]].split(maxsplit=1)[0]
    return above[1] - above[0] + 1 + len(first) > width


def _joined(text: str, single: list[tuple[int, int]], full: set[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    previous = None
    for line in single:
        if previous in full and previous and _adjacent(text, previous, line):
            found[-1] = (found[-1][0], line[1])
        else:
            found.append(line)
        previous = line
    return found
