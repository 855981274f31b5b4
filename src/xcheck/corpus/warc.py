"""WARC files (ISO 28500), as web crawls leave them: one page a response."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from xcheck.corpus.raw import Raw, set_aside, sized
from xcheck.errors import InputError
from xcheck.ingest import dates
from xcheck.ingest.decode import decode
from xcheck.ingest.reading import LARGEST_FILE

_HOLD_PAGES = ("response", "resource", "conversion")  # the others hold requests, or notes on the crawl
_KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}


def read_warc(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """The pages of a WARC file, each named by its place among them. Raises InputError where the file is broken."""
    number = 0
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type in _HOLD_PAGES:
                number += 1
                yield _page(record, f"{name}#{number}")
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise InputError(f"no WARC record is found there ({error})") from error


def _page(record: Any, name: str) -> Raw:
    """The page of a record; set aside where it is none. No more of it is unpacked than an article may have."""
    path = record.rec_headers.get_header("WARC-Target-URI") or name
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    content, _, more = _content_type(record).partition(";")
    kind = _KINDS.get(content.strip().lower())
    if status != "200":
        return set_aside(name, f"the server answered {status} and gave no page", path)
    if kind is None:
        return set_aside(name, f"{content.strip() or 'of no kind that is named'}: no page", path)
    data = record.content_stream().read(LARGEST_FILE + 1)
    if kind == ".html":
        data = _in_utf8(data, more)
    return sized(Raw(name=name, path=path, kind=kind, data=data, seen=_day(record)))


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _in_utf8(data: bytes, parameters: str) -> bytes:
    """The page as UTF-8 where the server alone names its encoding."""
    _, _, charset = parameters.partition("charset=")
    if not charset:
        return data
    try:
        return decode(data, charset.strip(" \"';")).encode()
    except InputError:
        return data


def _day(record: Any) -> date | None:
    return dates.from_metadata(record.rec_headers.get_header("WARC-Date"))
