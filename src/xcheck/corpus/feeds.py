"""RSS and Atom: the entries of a feed, as far as they hold text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

import feedparser

from xcheck.corpus.raw import Raw, set_aside, sized
from xcheck.errors import InputError
from xcheck.ingest.fragments import paragraphs
from xcheck.ingest.reading import LARGEST_FILE
from xcheck.records.base import whole


def read_feed(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """The entries of a feed, each named by its place. Raises InputError where the file is no feed, or too large."""
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise InputError(f"the feed has more than the {LARGEST_FILE:,} bytes allowed: split it")
    found = feedparser.parse(io.BytesIO(data))  # never a string, which might be an address that it would fetch
    if not found.entries and (found.bozo or not found.version):
        raise InputError("this is neither RSS nor Atom")
    outlet = found.feed.get("title")
    for number, entry in enumerate(found.entries, 1):
        yield _entry(entry, f"{name}#{number}", outlet)


def _entry(entry: Any, name: str, outlet: str | None) -> Raw:
    path = entry.get("link") or name
    markup = max([c.get("value") or "" for c in entry.get("content", ())] + [entry.get("summary") or ""], key=len)
    text = "\n\n".join(paragraphs(markup))
    if not text:
        return set_aside(name, "the entry has no text: it may be that the feed holds headlines alone", path)
    title = " ".join(paragraphs(entry.get("title") or "")) or None
    return sized(
        Raw(
            name=name,
            path=path,
            data=whole(text).encode(),
            title=title,
            byline=entry.get("author"),
            outlet=outlet,
            published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        )
    )


def _day(parsed: Any) -> date | None:
    return date(*parsed[:3]) if parsed else None
