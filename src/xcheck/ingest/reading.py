"""What a reader gives: the text of one file, and what the file's own format says about it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from xcheck.errors import InputError
from xcheck.ingest.mending import mended
from xcheck.records.base import Span, whole
from xcheck.records.document import Region, RegionKind

LARGEST_FILE = 20_000_000
LARGEST_TEXT = 250_000  # characters: 40,000 words, a short novel
MOST_SENTENCES = 2_500  # each is held against each of the other article
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


class UnsuitableError(InputError):
    """The file reads well, but holds no article to compare: it is empty, or not English."""


@dataclass(frozen=True)
class Reading:
    """One file as its format shows it. All offsets count in ``text``.

    ``regions`` are those that the format settles, in order; ``blocks`` are the paragraphs ``(start, end)`` among which
    the rest lies, ``None`` where the lines have to show them. ``markup`` are stretches inside a paragraph that a
    person does not see, in order.
    """

    text: str
    regions: tuple[Region, ...] = ()
    blocks: tuple[tuple[int, int], ...] | None = None
    markup: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    sources: tuple[str, ...] = ()

    def packed(self) -> bytes:
        """The reading as another process takes it; halves of characters survive in it."""
        facts = {name: getattr(self, name) for name in ("text", "blocks", "markup", "title", "byline", "outlet")}
        regions = [(r.start, r.end, r.kind) for r in self.regions]
        day = self.published.isoformat() if self.published else None
        return json.dumps({**facts, "regions": regions, "published": day, "sources": self.sources}).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """The reading that another process has packed."""
        facts = json.loads(data)
        text, day = facts["text"], facts.pop("published")
        regions = (Region(start=i, end=j, text=text[i:j], kind=kind) for i, j, kind in facts.pop("regions"))
        blocks, markup, sources = (facts.pop(name) for name in ("blocks", "markup", "sources"))
        return cls(
            regions=tuple(regions),
            blocks=None if blocks is None else tuple((i, j) for i, j in blocks),
            markup=tuple((i, j) for i, j in markup),
            published=date.fromisoformat(day) if day else None,
            sources=tuple(sources),
            **facts,
        )


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not blank, as ``(start, end)`` without the blanks around them, in order."""
    found = []
    for line in LINE.finditer(text):
        span = Span.of(text, line.start(), line.end())
        if span.end > span.start:
            found.append((span.start, span.end))
    return found


def region(text: str, start: int, end: int, kind: RegionKind) -> Region:
    """The stretch ``[start, end)`` of a text, without the blanks around it, as a region."""
    span = Span.of(text, start, end)
    return Region(start=span.start, end=span.end, text=span.text, kind=kind)


def joined(paragraphs: list[tuple[RegionKind | None, str]], **facts: object) -> Reading:
    """The reading of a format without a text of its own: one line a paragraph, each with the kind that is settled."""
    kept = [(kind, " ".join(mended(whole(words)).split())) for kind, words in paragraphs]
    kept = [(kind, words) for kind, words in kept if words]
    regions, blocks, offset = [], [], 0
    for kind, words in kept:
        end = offset + len(words)
        blocks.append((offset, end))
        if kind is not None:
            regions.append(Region(start=offset, end=end, text=words, kind=kind))
        offset = end + 1
    text = "\n".join(words for _, words in kept)
    return Reading(text, tuple(regions), tuple(blocks), **facts)  # type: ignore[arg-type]
