"""What the inputs hold: files of many articles, each a source; and files of one, so many to a source."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from fsspec.implementations.local import LocalFileSystem

from xcheck.corpus.store import located
from xcheck.errors import InputError
from xcheck.ingest.files import SUFFIXES, kind_refused

Kind = Literal["articles", "lines", "parquet", "warc", "feed"]

_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".jsonl", ".ndjson"), "lines"),
    ".parquet": "parquet",
    ".warc": "warc",
    **dict.fromkeys((".rss", ".atom", ".xml"), "feed"),
    **dict.fromkeys(SUFFIXES, "articles"),
}
_PACKED = ".gz"
KNOWN = "reads .jsonl, .parquet, .warc, .rss, .atom and .xml, .gz of these, and files of one article"
MOST_FILES = 64
_CUT = 32  # one file in so many ends a source


@dataclass(frozen=True)
class Source:
    """Files that are read together, as ``(address, name)``: one of many articles, or some of one each."""

    kind: Kind
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Unread:
    """A file that is of no kind that is read, and why."""

    name: str
    reason: str


def sources(inputs: Sequence[str]) -> tuple[list[Source], list[Unread]]:
    """The sources of some files, folders and patterns, by name, and what is left out.

    The order of the inputs changes nothing. Raises InputError for one that is not there or is of no known kind, for a
    folder that holds nothing, and where two files would have one name.
    """
    named, unread = _named(inputs)
    ones = [(url, name) for name, (url, kind) in sorted(named.items()) if kind == "articles"]
    many = [Source(kind, ((url, name),)) for name, (url, kind) in sorted(named.items()) if kind != "articles"]
    return [*(Source("articles", tuple(part)) for part in _cut(ones)), *many], sorted(unread, key=str)


def _named(inputs: Sequence[str]) -> tuple[dict[str, tuple[str, Kind]], set[Unread]]:
    """The address and kind of each file that is read, by its name, and the files that are not."""
    named: dict[str, tuple[str, Kind]] = {}
    unread = set()
    for given in inputs:
        for url, name, kind in _found(given):
            if kind is None:
                why = kind_refused(posixpath.splitext(name)[1].lower()) or f"no articles by its name: xcheck {KNOWN}"
                unread.add(Unread(name, why))
            elif named.setdefault(name, (url, kind))[0] != url:
                raise InputError(f"two inputs are called {name}: start xcheck in a folder that holds both")
    return named, unread


def _found(given: str) -> Iterator[tuple[str, str, Kind | None]]:
    """Each file of an input: its address, its name and its kind."""
    system, path = located(given)
    local = isinstance(system, LocalFileSystem)
    files = _files(system, path)
    if not files:
        raise InputError(f"{given}: no such file, or no file in this folder: check the path")
    for file in files:
        name = _shown(file, posixpath.dirname(path.rstrip("/")), local=local)
        kind = _kind(name)
        if kind is None and path == file:
            raise InputError(f"{given}: unknown kind of file: xcheck {KNOWN}")
        if not any(part.startswith(".") for part in name.split("/")):
            yield (file if local else system.unstrip_protocol(file)), name, kind


def _files(system: Any, path: str) -> list[str]:
    """The files of a path: itself, all in a folder, or those that a pattern fits."""
    if system.isfile(path):
        return [path]
    if system.isdir(path):
        return sorted(system.find(path))
    return sorted(file for file in system.glob(path) if system.isfile(file)) if set(path) & set("*?[") else []


def _kind(name: str) -> Kind | None:
    stem, suffix = posixpath.splitext(name.lower())
    packed = suffix == _PACKED
    kind = _SUFFIXES.get(posixpath.splitext(stem)[1] if packed else suffix)
    return None if packed and kind in ("articles", "parquet") else kind


def _shown(file: str, base: str, *, local: bool) -> str:
    """The name from the current folder on, where the file lies inside; else from the one that holds what was given."""
    if local and (here := Path(file)).is_relative_to(Path.cwd()):
        return here.relative_to(Path.cwd()).as_posix()
    return posixpath.relpath(file, base)


def _cut(files: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Files of one article by the handful; where one ends hangs on its last name, so that a new file moves few."""
    part: list[tuple[str, str]] = []
    for file in files:
        part.append(file)
        if len(part) == MOST_FILES or hashlib.sha256(file[1].encode()).digest()[0] < 256 // _CUT:
            yield part
            part = []
    if part:
        yield part


def size(url: str) -> int:
    """How many bytes a file has as it lies there."""
    system, path = located(url)
    about: dict[str, Any] = system.info(path)
    return int(about.get("size") or 0)
