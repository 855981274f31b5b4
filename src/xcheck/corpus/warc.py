"""WARC files (ISO 28500), as web crawls leave them: one page a response."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
_MOST = 2_000_000  # bytes of the lines of a record: its headers, those of its page, and the sizes of the page's chunks
_KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}


def read_warc(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """The pages of a WARC file, each named by its place among them. Raises InputError where the file is broken."""
    number = 0
    pages = ArchiveIterator(stream)
    pages.reader.readline = lines = _Lines(pages.reader.readline)
    try:
        for record in pages:
            lines.left = _MOST
            if record.rec_type in _HOLD_PAGES:
                number += 1
                yield _page(record, f"{name}#{number}")
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise InputError(f"no WARC record is found there ({error})") from error


class _Lines:
    """Reads the lines of a record, of which warcio itself would hold any number, of any length."""

    def __init__(self, readline: Callable[[int], bytes]) -> None:
        self._readline = readline
        self.left = _MOST

    def __call__(self, length: int | None = None) -> bytes:
        """Give a line, or so much of it. Raises InputError where those of one record come to too much."""
        line = self._readline(min(length or _MOST, _MOST))
        self.left -= len(line)
        if self.left < 0 or len(line) == _MOST:
            raise InputError(f"the headers of a record have more than the {_MOST:,} bytes allowed")
        return line


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
