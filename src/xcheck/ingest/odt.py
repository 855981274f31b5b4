"""OpenDocument texts (``.odt``): what is seen, without comments and deleted words; tables and notes claim nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcheck.errors import InputError
from xcheck.ingest.reading import Reading, joined
from xcheck.records.document import RegionKind

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_CONTENT = 20_000_000
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table"
_NOTE = f"{_TEXT}note"
_UNSEEN = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation", f"{_TEXT}table-of-content"}
)
_BLANKS = frozenset({f"{_TEXT}{name}" for name in ("s", "tab", "line-break")})


def read_odt(data: bytes) -> Reading:
    """The reading of an ``.odt`` file: one line a paragraph, then the notes.

    Headings are settled; tables and notes are furniture. Raises InputError where the file is broken, locked or unpacks
    to more than ``LARGEST_CONTENT`` bytes.
    """
    root = _root(_content(data))
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise InputError("there is no text in this OpenDocument file: save the article as .odt or .docx")
    paragraphs = list(_paragraphs(body, _parents(root)))
    paragraphs.extend(("furniture", " ".join(note.itertext())) for note in body.iter(f"{_TEXT}note-body"))
    return joined(paragraphs)


def _content(data: bytes) -> bytes:
    """The part with the text. No more is unpacked than is allowed, whatever the archive says of its size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as part:
            content = part.read(LARGEST_CONTENT + 1)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise InputError("this OpenDocument file is broken or locked: save it again as .odt") from error
    if len(content) > LARGEST_CONTENT:
        raise InputError(f"the document unpacks to more than the {LARGEST_CONTENT:,} bytes allowed: split it")
    return content


def _root(content: bytes) -> _Element:
    from lxml import etree  # noqa: PLC0415 - only OpenDocument needs it here

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError("this OpenDocument file is broken or locked: save it again as .odt") from error


def _parents(root: _Element) -> dict[str, str]:
    """The style that each style of the document's own is made of."""
    return {s.get(f"{_STYLE}name", ""): s.get(f"{_STYLE}parent-style-name", "") for s in root.iter(f"{_STYLE}style")}


def _paragraphs(body: _Element, parents: dict[str, str]) -> Iterator[tuple[RegionKind | None, str]]:
    titled = False
    for element in body.iter(f"{_TEXT}h", f"{_TEXT}p", _TABLE):
        around = {up.tag for up in element.iterancestors()}
        if around & _UNSEEN or around & {_NOTE, _TABLE}:
            continue
        if element.tag == _TABLE:
            yield "furniture", " | ".join(_words(cell) for cell in element.iter(f"{_TEXT}p"))
            continue
        kind = _kind(element, parents, titled=titled)
        titled = titled or kind == "title"
        yield kind, _words(element)


def _kind(element: _Element, parents: dict[str, str], *, titled: bool) -> RegionKind | None:
    style = element.get(f"{_TEXT}style-name", "")
    names = {style.lower(), parents.get(style, "").lower()}
    if element.tag == f"{_TEXT}h":
        return "subtitle" if titled or element.get(f"{_TEXT}outline-level", "1") != "1" else "title"
    if "title" in names and not titled:
        return "title"
    return "subtitle" if "subtitle" in names else None


def _words(element: _Element) -> str:
    """The text of a paragraph, without its notes and comments."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.tag == _NOTE:
        return ""
    own = " " if element.tag in _BLANKS else (element.text or "")
    return own + "".join(_words(child) + (child.tail or "") for child in element)
