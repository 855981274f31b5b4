"""An article before it is read: its bytes, and what the thing that held it says about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from xcheck.errors import InputError
from xcheck.ingest.reading import LARGEST_FILE

MOST = 64  # articles of a partition
MOST_BYTES = 64_000_000


@dataclass(frozen=True)
class Raw:
    """What one article is made of.

    ``name`` will be the document's id, ``path`` is what a person knows it by: an address, where there is one. ``kind``
    is the suffix of the format that ``data`` is in. ``published`` is the article's own day; ``seen``, of a crawl,
    serves where the article gives none. ``reason`` is set instead of ``data`` for what is set aside.
    """

    name: str
    path: str
    kind: str = ".txt"
    data: bytes = b""
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    seen: date | None = None
    reason: str | None = None


def set_aside(name: str, reason: str, path: str | None = None) -> Raw:
    """What stands for an article that is not read."""
    return Raw(name=name, path=path or name, reason=reason)


def sized(raw: Raw) -> Raw:
    """The same, set aside where it has more bytes than an article may have."""
    if len(raw.data) <= LARGEST_FILE:
        return raw
    return set_aside(raw.name, f"it has more than the {LARGEST_FILE:,} bytes allowed", raw.path)


def whole(raws: Iterable[Raw], name: str) -> Iterator[Raw]:
    """The articles of a file as far as it can be read; one that stands for the rest where it cannot, or holds none."""
    count = 0
    try:
        for raw in raws:
            count += 1
            yield raw
    except InputError as error:
        yield set_aside(f"{name}#{count + 1}", f"the file is not read from here on: {error}", name)
    else:
        if not count:
            yield set_aside(name, "there is no article in it")


def batches(raws: Iterable[Raw]) -> Iterator[list[Raw]]:
    """The articles in order, so many at a time that a partition is neither long to make nor large to hold."""
    batch: list[Raw] = []
    size = 0
    for raw in raws:
        batch.append(raw)
        size += len(raw.data)
        if len(batch) == MOST or size >= MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
