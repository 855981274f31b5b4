"""The bytes of one file, and the reader of its format."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

from xcheck.door import opened
from xcheck.errors import InputError
from xcheck.ingest.reading import LARGEST_FILE, Reading

SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    *(".docx", ".odt", ".rtf", ".pdf", ".eml"),
)
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
    elif suffix == ".odt":
        from xcheck.ingest.odt import read_odt as chosen  # noqa: PLC0415
    elif suffix == ".rtf":
        from xcheck.ingest.rtf import read_rtf as chosen  # noqa: PLC0415
    elif suffix in (".eml", ".mhtml", ".mht"):
        from xcheck.ingest.mail import read_mail as chosen  # noqa: PLC0415
    else:
        raise InputError(kind_refused(suffix) or f"unknown kind of file {suffix or '(no suffix)'}: xcheck {KNOWN}")
    return chosen


def kind_refused(suffix: str) -> str | None:
    """Why a kind of file is not read, with the way out; None where nothing is known of it."""
    return _OTHERS.get(suffix)
