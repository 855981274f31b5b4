"""The bytes of one file, and the reader of its format."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from xcheck.door import opened
from xcheck.errors import InputError
from xcheck.ingest.reading import LARGEST_FILE, Reading

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf")
KNOWN = "reads .txt, .md, .html, .docx and .pdf"


def content(path: Path, data: bytes | None = None) -> bytes:
    """The bytes of a file, or ``data`` in its place. Raises InputError where they cannot be had or are too many."""
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


def reader(suffix: str) -> Callable[[bytes], Reading]:
    """The reader of a format, which brings its library along only then. Raises InputError for an unknown suffix."""
    if suffix in (".txt", ".text"):
        from xcheck.ingest.text import read_text as chosen  # noqa: PLC0415
    elif suffix in (".md", ".markdown"):
        from xcheck.ingest.markdown import read_markdown as chosen  # noqa: PLC0415
    elif suffix in (".html", ".htm", ".xhtml"):
        from xcheck.ingest.html import read_html as chosen  # noqa: PLC0415
    elif suffix == ".docx":
        from xcheck.ingest.docx import read_docx as chosen  # noqa: PLC0415
    elif suffix == ".pdf":
        from xcheck.ingest.pdf import read_pdf as chosen  # noqa: PLC0415
    else:
        raise InputError(f"unknown kind of file {suffix or '(no suffix)'}: xcheck {KNOWN}")
    return chosen
