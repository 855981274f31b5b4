from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from xcheck.errors import InputError
from xcheck.ingest import docx as reader
from xcheck.ingest.layout import lay_out
from xcheck.records.document import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {W}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:t>See council.docx.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def saved(word: WordDocument) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def document(data: bytes) -> Document:
    return lay_out(reader.read_docx(data), name="a.docx", published=None)


def changed(word: WordDocument) -> None:
    paragraph = word.add_paragraph("Some ")
    for words in (
        f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>300</w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="2" w:author="x"><w:r><w:t>200</w:t></w:r></w:ins>',
        f'<w:moveFrom {W} w:id="3" w:author="x"><w:r><w:t> quickly</w:t></w:r></w:moveFrom>',
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(words))
    paragraph.add_run(" people were moved, the council said.")
    word.add_comment(runs=paragraph.runs[-1], text="Says who?", author="x")


def test_a_document_is_read_as_if_all_changes_were_accepted() -> None:
    word = docx.Document()
    word.add_heading("Harbour wall gives way", 0)
    changed(word)
    word.add_heading("What is next", 1)
    word.add_paragraph("The council will meet on Monday.", style="List Bullet")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "ships", "3"
    doc = document(saved(word))
    assert [(r.kind, r.text) for r in doc.regions] == [
        ("title", "Harbour wall gives way"),
        ("body", "Some 200 people were moved, the council said."),
        ("subtitle", "What is next"),
        ("body", "The council will meet on Monday."),
        ("furniture", "ships | 3"),
    ]
    assert doc.title == "Harbour wall gives way"


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    word = docx.Document()
    first = word.add_paragraph("The wall fell ")
    mark = f'<w:pPr {W}><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'
    first._p.insert(0, parse_xml(mark))
    word.add_paragraph("on Friday.")
    assert document(saved(word)).text == "The wall fell on Friday."


def test_footnotes_stand_at_the_end_and_claim_nothing() -> None:
    word = docx.Document()
    word.add_paragraph("The wall fell on Friday.")
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        FOOTNOTES.encode(),
        word.part.package,
    )
    word.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    assert [(r.kind, r.text) for r in document(saved(word)).regions] == [
        ("body", "The wall fell on Friday."),
        ("furniture", "See council.docx."),
    ]


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("data", [b"", b"The wall fell.", archive(a=b"x"), saved(docx.Document())[:2000]])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="broken or locked"):
        reader.read_docx(data)


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(InputError, match="unpacks to"):
        reader.read_docx(archive(bomb=b"0" * (reader.LARGEST_CONTENT + 1)))


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """A document with other parts: ``document=...`` for ``word/document.xml``, ``rels=...`` for its relations."""
    names = {"document": "word/document.xml", "rels": "word/_rels/document.xml.rels", "types": "[Content_Types].xml"}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            key = next((key for key, name in names.items() if name == part.filename), "")
            new.writestr(part.filename, changed.get(key) or old.read(part))
        for name, content in changed.items():
            if name not in names and content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def plain(body: str) -> bytes:
    return repacked(saved(docx.Document()), document=f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())


PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def test_a_document_without_a_body_is_refused() -> None:
    data = repacked(saved(docx.Document()), document=f"<w:document {W}/>".encode())
    with pytest.raises(InputError, match="broken or locked"):
        reader.read_docx(data)


def test_a_relation_without_a_type_is_passed_over() -> None:
    word = docx.Document()
    word.add_paragraph("The wall fell on Friday.")
    with zipfile.ZipFile(io.BytesIO(saved(word))) as archive:
        rels = archive.read("word/_rels/document.xml.rels")
    odd = b'<Relationship Id="odd" Target="styles.xml"/></Relationships>'
    data = repacked(saved(word), rels=rels.replace(b"</Relationships>", odd))
    assert document(data).text == "The wall fell on Friday."


@pytest.mark.parametrize("name", ["word/a.xml", "word/a.png", "word/a.bin"])
def test_markup_that_unpacks_to_too_much_is_refused_whatever_it_is_called(name: str) -> None:
    bomb = b"<a/>" * (reader.LARGEST_MARKUP // 4)
    data = repacked(saved(docx.Document()), **{name: bomb})
    assert len(data) < 300_000
    with pytest.raises(InputError, match="bytes of markup, more than"):
        reader.read_docx(data)


def test_pictures_are_no_markup() -> None:
    word = docx.Document()
    word.add_paragraph("The wall fell on Friday.")
    data = repacked(saved(word), **{"word/media/a.bmp": b"BM" + b"\0" * (reader.LARGEST_MARKUP + 1)})
    assert document(data).text == "The wall fell on Friday."


def test_too_many_parts_or_elements_are_refused() -> None:
    with pytest.raises(InputError, match="parts, more than"):
        reader.read_docx(repacked(saved(docx.Document()), **{f"a{i}": b"" for i in range(reader.MOST_PARTS + 1)}))
    with pytest.raises(InputError, match="elements, more than"):
        reader.read_docx(plain("<w:p/>" * (reader.MOST_ELEMENTS + 1)))


def test_what_is_nested_is_read_once() -> None:
    tables, paragraphs = PARAGRAPH.format("table"), PARAGRAPH.format("paragraph")
    for _ in range(40):
        tables = f"<w:tbl><w:tr><w:tc>{tables}</w:tc></w:tr></w:tbl>"
        paragraphs = f"<w:p>{paragraphs}</w:p>"
    text = reader.read_docx(plain(tables + paragraphs)).text
    assert (text.count("table"), text.count("paragraph")) == (1, 1)


def test_many_paragraphs_whose_ends_are_deleted_take_no_time() -> None:
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>some words </w:t></w:r></w:p>"
    text = reader.read_docx(plain(gone * 20_000)).text
    assert len(text) == 20_000 * len("some words ") - 1
