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
