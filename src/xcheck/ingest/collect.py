"""From the paths of a command line to documents: files, folders, standard input; and what was skipped, and why."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from xcheck.door import is_folder, project, real, refusal
from xcheck.errors import InputError
from xcheck.ingest.english import is_english
from xcheck.ingest.files import KNOWN, SUFFIXES, cause, content, kind_refused, read_as
from xcheck.ingest.layout import lay_out
from xcheck.ingest.reading import LARGEST_TEXT, MOST_SENTENCES, Reading, UnsuitableError
from xcheck.records.document import Document
from xcheck.records.report import Skipped

_END = re.compile(r"[.!?…][”’\"')\]]*\s+|[\n\r]+")


@dataclass(frozen=True)
class _Input:
    """A file: where it lies, how the output calls it, whether the user named it; ``data`` is set for a stream."""

    path: Path
    name: str
    named: bool
    data: bytes | None = None


def read(path: Path | str, published: date | None = None) -> Document:
    """The article in one file, with its layout recognised.

    ``published`` serves where the article itself gives no date, or a date without a year. Raises InputError, which
    names the file and the way out, where it is missing, unreadable, no article, too large or not English.
    """
    file = Path(path)
    return _document(_Input(file, _shown(file, file.parent), named=True), published)


def collect(
    paths: Sequence[Path | str],
    *,
    published: date | None = None,
    stdin: bytes | None = None,
    stdin_name: str = "stdin.txt",
) -> tuple[list[Document], list[Skipped]]:
    """All articles under some paths, sorted by id, and the inputs that were skipped, sorted by path.

    Folders are searched through: hidden files and linked folders are passed over. ``-`` stands for ``stdin``, called
    ``stdin_name``, which takes the place of the file of that name. ``published`` is as in ``read``. Raises InputError
    where a named file cannot be read or a folder holds no article; empty and foreign ones are skipped.
    """
    found, skipped = located(paths, published=published, stdin=stdin, stdin_name=stdin_name)
    return [document for _, document in found], skipped


def located(
    paths: Sequence[Path | str],
    *,
    published: date | None = None,
    stdin: bytes | None = None,
    stdin_name: str = "stdin.txt",
) -> tuple[list[tuple[Path, Document]], list[Skipped]]:
    """What ``collect`` gives, each document with the real path of its file, through whatever links it was reached."""
    skipped: list[Skipped] = []
    inputs = list(_distinct(_inputs(paths, stdin, stdin_name, skipped), skipped))
    documents = []
    for item in _told_apart(inputs):
        try:
            documents.append((real(item.path), _document(item, published)))
        except InputError as error:
            if item.named and not isinstance(error, UnsuitableError):
                raise
            skipped.append(Skipped(path=item.name, reason=str(error).removeprefix(f"{item.name}: ")))
    return sorted(documents, key=lambda d: d[1].id), sorted(skipped, key=lambda s: (s.path, s.reason))


def _inputs(
    paths: Sequence[Path | str], stdin: bytes | None, stdin_name: str, skipped: list[Skipped]
) -> Iterator[_Input]:
    streams = [p for p in paths if str(p) == "-"]
    if streams:
        yield _Input(Path(stdin_name), _shown(Path(stdin_name), Path(stdin_name).parent), named=True, data=stdin or b"")
    skipped.extend(Skipped(path="-", reason="given twice") for _ in streams[1:])
    for given in paths:
        path = Path(given)
        if str(given) == "-":
            continue
        if is_folder(path):
            yield from _in_folder(path, skipped)
        else:
            yield _Input(path, _shown(path, path.parent), named=True)


def _in_folder(folder: Path, skipped: list[Skipped]) -> Iterator[_Input]:
    found = 0
    refused: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(place, name)
            if path.is_symlink() and (why := refusal(path, project(folder))):
                skipped.append(Skipped(path=_shown(path, folder), reason=f"a link that {why}: name it itself"))
            elif path.suffix.lower() in SUFFIXES:
                found += 1
                yield _Input(path, _shown(path, folder), named=False)
            else:
                why = kind_refused(path.suffix.lower()) or f"no article by its name: xcheck {KNOWN}"
                skipped.append(Skipped(path=_shown(path, folder), reason=why))
    skipped.extend(Skipped(path=_shown(Path(e.filename), folder), reason=cause(e)) for e in refused)
    if not found:
        raise InputError(f"{_printable(folder.as_posix())}: no article in this folder: xcheck {KNOWN}")


def _distinct(inputs: Iterable[_Input], skipped: list[Skipped]) -> Iterator[_Input]:
    """Each file once, however often and by whatever links it is reached; a stream before the file it stands for."""
    seen: dict[str, _Input] = {}
    for item in inputs:
        key = str(real(item.path))
        if key not in seen:
            seen[key] = item
        elif item.named and not seen[key].named:
            skipped.append(Skipped(path=item.name, reason=f"the same file as {seen[key].name}"))
            seen[key] = _Input(seen[key].path, seen[key].name, named=True)
        else:
            skipped.append(Skipped(path=item.name, reason=f"the same file as {seen[key].name}"))
    yield from seen.values()


def _told_apart(inputs: Sequence[_Input]) -> list[_Input]:
    """Different files of one name get as many of their folders as tell them apart, whatever their order."""
    named: dict[str, list[_Input]] = {}
    for item in inputs:
        named.setdefault(item.name, []).append(item)
    return [replace(item, name=_longer(item, named[item.name])) for item in inputs]


def _longer(item: _Input, twins: Sequence[_Input]) -> str:
    """The end of the file's path that none of the others has."""
    if len(twins) == 1:
        return item.name
    parts = _absolute(item.path).parts
    others = [_absolute(twin.path).parts for twin in twins if twin is not item]
    least = len(Path(item.name).parts)
    length = next(n for n in range(least, len(parts) + 1) if all(other[-n:] != parts[-n:] for other in others))
    return _printable(Path(*parts[-length:]).as_posix())


def _document(item: _Input, published: date | None) -> Document:
    try:
        data = content(item.path, item.data)  # first: a missing file is missing, whatever its kind
        return fitting(read_as(item.path.suffix.lower(), data), name=item.name, published=published)
    except InputError as error:
        raise type(error)(f"{item.name}: {error}") from error


def fitting(reading: Reading, *, name: str, published: date | None = None) -> Document:
    """The document of a reading, called ``name``; ``published`` is as in ``read``.

    Raises InputError where its text is too long, and UnsuitableError where there is none, or none in English.
    """
    _judge(reading)
    return lay_out(reading, name=name, published=published)


def _judge(reading: Reading) -> None:
    """Raises InputError where the text is too long, empty or not English. Sentences are counted by their ends."""
    text = reading.text
    if len(text) > LARGEST_TEXT:
        raise InputError(f"the text has {len(text):,} characters, more than the {LARGEST_TEXT:,} allowed: split it")
    sentences = 1 + sum(1 for _ in _END.finditer(text))
    if sentences > MOST_SENTENCES:
        raise InputError(f"the text has {sentences:,} sentences, more than the {MOST_SENTENCES:,} allowed: split it")
    if not any(c.isalnum() for c in text):
        raise UnsuitableError("empty: there is no text in it")
    header = next((r.end for r in reading.regions[:1] if r.kind == "furniture"), 0)
    if not is_english(text[header:]):
        raise UnsuitableError("not English: xcheck compares English articles alone")


def _shown(path: Path, root: Path) -> str:
    """The path as the output calls it: from the current folder if it lies inside, else from the given folder."""
    absolute = _absolute(path)
    for base in (Path.cwd(), _absolute(root)):
        if absolute.is_relative_to(base) and absolute != base:
            return _printable(absolute.relative_to(base).as_posix())
    return _printable(path.name)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links away from the name that was given


def _printable(name: str) -> str:
    """A file's name may hold bytes that are no text."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
