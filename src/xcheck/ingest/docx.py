"""Word documents: the text as its reader sees it, all tracked changes accepted, without comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcheck.errors import InputError
from xcheck.ingest.reading import Reading, joined
from xcheck.records.document import RegionKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

LARGEST_CONTENT = 100_000_000  # bytes, pictures among them
LARGEST_MARKUP = 10_000_000  # bytes; a tree takes up to fifty times as much memory
MOST_PARTS = 1_000
MOST_ELEMENTS = 300_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "txbxContent", "pPr", "rPr", "tbl", "tr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_WITHIN = frozenset({f"{_W}p", f"{_W}tbl", f"{_W}txbxContent"})
# How pictures begin. No markup begins so, whatever the part that holds it is called.
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"\x01\0\0\0",
    b"\xd7\xcd\xc6\x9a",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}


def read_docx(data: bytes) -> Reading:
    """The reading of a ``.docx`` file: one line a paragraph, then the footnotes.

    Headings are settled; tables and footnotes are furniture. Raises InputError where the file is broken, locked or
    unpacks to more than is allowed.
    """
    import docx  # noqa: PLC0415 - only Word documents need it

    try:
        _require_small(data)
        document = docx.Document(io.BytesIO(data))
        paragraphs = list(_body(document))
        paragraphs.extend(("furniture", note) for note in _footnotes(document))
    except InputError:
        raise
    except Exception as error:  # the library has no error of its own for a broken file
        raise InputError("this Word document is broken or locked: save it again as .docx") from error
    return joined(paragraphs)


def _require_small(data: bytes) -> None:
    """Raise InputError where the parts are too many or too large, as the archive tells; more is never unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        _require(len(parts), MOST_PARTS, "parts")
        _require(sum(part.file_size for part in parts), LARGEST_CONTENT, "bytes")
        markup = [part for part in parts if not _is_picture(archive, part)]
    _require(sum(part.file_size for part in markup), LARGEST_MARKUP, "bytes of markup")


def _is_picture(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as opened:
        return opened.read(4).startswith(_PICTURES)


def _require(size: int, most: int, what: str) -> None:
    if size > most:
        raise InputError(f"the document unpacks to {size:,} {what}, more than the {most:,} allowed: split it")


def _body(document: WordDocument) -> Iterator[tuple[RegionKind | None, str]]:
    body = document.element.body
    _require(sum(1 for _ in body.iter()), MOST_ELEMENTS, "elements")
    titled, carried = False, list[str]()
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    for element in body.iter(f"{_W}p", f"{_W}tbl"):
        if any(up.tag in _WITHIN for up in element.iterancestors()):
            continue
        if element.tag == f"{_W}tbl":
            yield from (("furniture", _row(row)) for row in element.iter(f"{_W}tr"))
            continue
        carried.append(_words(element))
        if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:  # the change took the paragraph's end away
            continue
        kind = _kind(element, styles, titled=titled)
        titled = titled or kind == "title"
        yield kind, "".join(carried)
        carried = []
    yield None, "".join(carried)


def _row(row: _Element) -> str:
    """The cells of a row; what stands in a table inside a cell has rows of its own."""
    cells = (cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row)
    return " | ".join("".join(_words(part) for part in cell) for cell in cells)


def _kind(paragraph: _Element, styles: dict[str, str], *, titled: bool) -> RegionKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
    if name == "title" or (name == "heading 1" and not titled):
        return "title"
    return "subtitle" if name == "subtitle" or name.startswith("heading") else None


def _words(element: _Element) -> str:
    """The text that is seen: what is inserted, not what is deleted, moved away or hidden."""
    if element.tag in _UNSEEN or (element.tag == f"{_W}r" and _hidden(element)):
        return ""
    if element.tag == f"{_W}t":
        return element.text or ""
    return _SIGNS.get(element.tag, "") + "".join(_words(child) for child in element)


def _hidden(run: _Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "true") not in ("0", "false", "off")


def _footnotes(document: WordDocument) -> Iterator[str]:
    from docx.oxml import parse_xml  # noqa: PLC0415

    for relation in document.part.rels.values():
        kind = relation.reltype or ""
        if kind.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            notes = parse_xml(relation.target_part.blob)
            _require(sum(1 for _ in notes.iter()), MOST_ELEMENTS, "elements")
            for note in notes:
                if note.get(f"{_W}type") is None:  # the others are separators
                    own = (p for p in note.iter(f"{_W}p") if next(p.iterancestors(f"{_W}p"), None) is None)
                    yield " ".join(_words(paragraph) for paragraph in own)
