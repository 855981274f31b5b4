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

LARGEST_CONTENT = 100_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "txbxContent", "pPr", "rPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}


def read_docx(data: bytes) -> Reading:
    """The reading of a ``.docx`` file: one line a paragraph, then the footnotes.

    Headings are settled; tables and footnotes are furniture. Raises InputError where the file is broken, locked or
    unpacks to more than ``LARGEST_CONTENT`` bytes.
    """
    document = _opened(data)
    paragraphs = list(_body(document))
    paragraphs.extend(("furniture", note) for note in _footnotes(document))
    return joined(paragraphs)


def _opened(data: bytes) -> WordDocument:
    import docx  # noqa: PLC0415 - only Word documents need it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        document = docx.Document(io.BytesIO(data)) if size <= LARGEST_CONTENT else None
    except Exception as error:  # the library has no error of its own for a broken file
        raise InputError("this Word document is broken or locked: save it again as .docx") from error
    if document is None:
        raise InputError(f"the document unpacks to {size:,} bytes, more than the {LARGEST_CONTENT:,} allowed")
    return document


def _body(document: WordDocument) -> Iterator[tuple[RegionKind | None, str]]:
    titled, carried = False, ""
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    for element in document.element.body.iter(f"{_W}p", f"{_W}tbl"):
        if any(up.tag in (f"{_W}tbl", f"{_W}txbxContent") for up in element.iterancestors()):
            continue
        if element.tag == f"{_W}tbl":
            yield from (
                ("furniture", " | ".join(_words(cell) for cell in row.iter(f"{_W}tc")))
                for row in element.iter(f"{_W}tr")
            )
            continue
        words = carried + _words(element)
        carried = words if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None else ""
        if carried:  # the change took the paragraph's end away
            continue
        kind = _kind(element, styles, titled=titled)
        titled = titled or kind == "title"
        yield kind, words
    yield None, carried


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
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            for note in parse_xml(relation.target_part.blob):
                if note.get(f"{_W}type") is None:  # the others are separators
                    yield " ".join(_words(paragraph) for paragraph in note.iter(f"{_W}p"))
