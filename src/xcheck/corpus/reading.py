"""The articles of a source, whatever holds them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import IO

from xcheck.corpus.inputs import Kind, Source, size
from xcheck.corpus.raw import Raw, set_aside, sized, whole
from xcheck.corpus.store import opened
from xcheck.corpus.unpacking import unpacked
from xcheck.errors import InputError
from xcheck.ingest.reading import LARGEST_FILE


def raws(source: Source) -> Iterator[Raw]:
    """What each article of a source is made of, in order; what cannot be read is set aside."""
    for url, name in source.files:
        if source.kind == "articles":
            yield _file(url, name)
        else:
            yield from whole(_records(source.kind, url, name), name)


def _file(url: str, name: str) -> Raw:
    try:
        with opened(url) as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        return set_aside(name, f"it cannot be read ({error.strerror or error})")
    return sized(Raw(name=name, path=name, kind=posixpath.splitext(name)[1].lower(), data=data))


def _records(kind: Kind, url: str, name: str) -> Iterator[Raw]:
    read = _reader(kind)
    try:
        with opened(url) as stream:
            yield from read(stream if kind == "parquet" else unpacked(stream, size(url)), name)
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror or error})") from error


def _reader(kind: Kind) -> Callable[[IO[bytes], str], Iterator[Raw]]:
    """The reader of a kind, which brings its library along only then."""
    if kind == "lines":
        from xcheck.corpus.lines import read_lines as chosen  # noqa: PLC0415
    elif kind == "warc":
        from xcheck.corpus.warc import read_warc as chosen  # noqa: PLC0415
    elif kind == "feed":
        from xcheck.corpus.feeds import read_feed as chosen  # noqa: PLC0415
    else:
        from xcheck.corpus.fields import read_table as chosen  # noqa: PLC0415
    return chosen
