"""An article out of named fields, as JSON lines and Parquet have them: whatever of the usual names is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from xcheck.corpus import tables
from xcheck.corpus.raw import Raw, set_aside, sized
from xcheck.ingest.metadata import facts
from xcheck.records.base import whole

TEXTS = ("text", "body", "content", "article", "maintext")
PAGES = ("html", "page", "raw_html")
_ADDRESSES = ("url", "link", "source_url")
_ABOUT = ("title", "headline", "byline", "author", "authors", "outlet", "publisher", "publication")
_DATES = ("published", "date", "publish_date", "publishdate", "pubdate", "datepublished")
FIELDS = frozenset((*TEXTS, *PAGES, *_ADDRESSES, *_ABOUT, *_DATES))


def article(record: Mapping[str, Any], name: str) -> Raw:
    """The article of a record: its text, or else its page; its address, and what it says about itself."""
    known = {str(key).lower(): value for key, value in record.items()}
    path = _first(known, _ADDRESSES) or name
    text, page = _first(known, TEXTS), _first(known, PAGES)
    if text is None and page is None:
        return set_aside(name, f"it has no text: xcheck looks for {', '.join((*TEXTS, *PAGES))}", path)
    about = {key: value for key, value in facts(known).items() if key != "sources"}
    kind, words = (".txt", text) if text is not None else (".html", page)
    return sized(Raw(name=name, path=path, kind=kind, data=whole(words or "").encode(), **about))


def read_table(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """The articles of a Parquet file, each named by its row. Raises InputError where it cannot be read."""
    for number, record in enumerate(tables.records(stream, FIELDS), 1):
        yield article(record, f"{name}#{number}")


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of some fields that holds words."""
    return next((value for key in names if isinstance(value := record.get(key), str) and value.strip()), None)
