"""The common ground of every record: frozen, closed, and with spans that are carried, never searched for."""

from __future__ import annotations

import re
from typing import Self

from pydantic import BaseModel, ConfigDict

_HALVES = re.compile(r"[\ud800-\udfff]")


def whole(text: str) -> str:
    """Replace each half of a character, which no file and no report can hold, by the sign for what is unknown."""
    return _HALVES.sub("\ufffd", text)


class Record(BaseModel):
    """An immutable value. Unknown fields are refused; a step that learns more makes a new record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A stretch of a document: half-open ``[start, end)`` in Unicode code points, with the text that lies there."""

    start: int
    end: int
    text: str

    @property
    def length(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other stretch lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The stretch ``[start, end)`` of ``text``, without the white space around it."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return cls(start=start, end=end, text=text[start:end])
