"""Offsets in code points to the lines and columns of an editor (Language Server Protocol 3.17, "Position")."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

# The protocol knows these line ends and no others: a form feed or U+2028 stays inside its line.
_LINE_END = re.compile(r"\r\n|\r|\n")
_UNIT_BYTES = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


class Lines:
    """The lines of a text, in the units that editor and server have agreed on: code units of ``encoding``."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str | None = None) -> None:
        ends = list(_LINE_END.finditer(text))
        self._text = text
        self._starts = [0, *(end.end() for end in ends)]
        self._stops = [*(end.start() for end in ends), len(text)]
        self._codec, self._unit = _UNIT_BYTES[PositionEncodingKind(encoding or PositionEncodingKind.Utf16)]

    def position(self, offset: int) -> Position:
        """Where ``offset`` lies; inside a line end that is the end of the line, past the text its last position."""
        line = bisect_right(self._starts, offset) - 1
        until = min(offset, self._stops[line])
        return Position(line, self._units(self._text[self._starts[line] : until]))

    def range(self, start: int, end: int) -> Range:
        """The stretch ``[start, end)`` of the text."""
        return Range(self.position(start), self.position(end))

    def end_of(self, line: int) -> Position:
        """The place after a line's last sign that is no blank. ``line`` counts from 0; past the text it is last."""
        line = min(line, len(self._starts) - 1)
        written = self._text[self._starts[line] : self._stops[line]].rstrip()
        return Position(line, self._units(written))

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._unit
