"""The bytes of one file, and what the reader of its format makes of them."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from xcheck.door import opened
from xcheck.errors import InputError
from xcheck.ingest.bounded import bounded
from xcheck.ingest.reading import LARGEST_FILE, Reading

# The reader of each kind of file.
_READERS = {
    **dict.fromkeys((".txt", ".text"), "text:read_text"),
    **dict.fromkeys((".md", ".markdown"), "markdown:read_markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html:read_html"),
    **dict.fromkeys((".mhtml", ".mht", ".eml"), "mail:read_mail"),
    ".docx": "docx:read_docx",
    ".odt": "odt:read_odt",
    ".rtf": "rtf:read_rtf",
    ".pdf": "pdf:read_pdf",
}
SUFFIXES = tuple(_READERS)
_HERE = frozenset({".txt", ".text", ".md", ".markdown"})
MOST_READ_HERE = 100_000  # bytes of Markdown or text that are read without a process of their own
KNOWN = "reads .txt, .md, .html, .mhtml, .docx, .odt, .rtf, .pdf and .eml"
_ARCHIVE = "an archive: unpack it and give the folder"
_PICTURE = "a picture: run text recognition on it first, and save the text as .txt"
_OTHERS = {
    **dict.fromkeys((".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz"), _ARCHIVE),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".heic"), _PICTURE),
    **dict.fromkeys((".epub", ".mobi", ".azw3"), "an e-book: save the article that is in it as .html or .txt"),
    **dict.fromkeys((".doc", ".dot", ".wps"), "a document of an old Word: save it as .docx"),
    **dict.fromkeys((".pages", ".gdoc", ".wpd"), "a document of another program: export it as .docx or .pdf"),
    ".webarchive": "a web archive of Safari: save the page as .html (page source)",
    ".msg": "a mail of Outlook: save it as .eml or .txt",
}
_ADDRESS = re.compile(r"(?:https?|ftp|file|feed):/", re.IGNORECASE)


def content(path: Path, data: bytes | None = None) -> bytes:
    """The bytes of a file, or ``data`` in its place. Raises InputError where they cannot be had or are too many."""
    if data is None and _ADDRESS.match(path.as_posix()):
        raise InputError(
            "this is an address, and xcheck fetches nothing: save the page in the browser (Save page as, HTML only) "
            "and give that file"
        )
    size = _size(path) if data is None else len(data)
    if size > LARGEST_FILE:
        raise InputError(f"the file has {size:,} bytes, more than the {LARGEST_FILE:,} allowed: split it")
    if data is not None:
        return data
    try:
        with opened(path) as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(cause(error)) from error


def _size(path: Path) -> int:
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        raise InputError(cause(error)) from error
    if not stat.S_ISREG(about.st_mode):
        raise InputError("not a file: give a file, a folder, or - for standard input")
    return about.st_size


def cause(error: OSError | ValueError) -> str:
    """Why the system refused a file, with the way out."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder: check the path"
    if isinstance(error, PermissionError):
        return "no permission to read it: change its mode or leave it out"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def read_as(suffix: str, data: bytes) -> Reading:
    """The reading of a file with that suffix. Raises InputError for an unknown suffix, and for what cannot be read.

    What is more than a little text is read in a process of its own, bounded in time and memory.
    """
    if suffix not in _READERS:
        raise InputError(kind_refused(suffix) or f"unknown kind of file {suffix or '(no suffix)'}: xcheck {KNOWN}")
    if suffix in _HERE and len(data) <= MOST_READ_HERE:
        return _read(suffix, data)
    return Reading.unpacked(bounded(f"{__name__}:{packed.__name__}", f"{suffix}\n".encode() + data))


def packed(data: bytes) -> bytes:
    """What ``read_as`` has another process do: read a file whose suffix stands in the first line."""
    suffix, _, content = data.partition(b"\n")
    return _read(suffix.decode(), content).packed()


def _read(suffix: str, data: bytes) -> Reading:
    """Call the reader of a format, which brings its library along only then."""
    module, _, name = _READERS[suffix].partition(":")
    read: Callable[[bytes], Reading] = getattr(import_module(f"xcheck.ingest.{module}"), name)
    return read(data)


def kind_refused(suffix: str) -> str | None:
    """Why a kind of file is not read, with the way out; None where nothing is known of it."""
    return _OTHERS.get(suffix)
