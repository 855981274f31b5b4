from __future__ import annotations

import io
import zipfile

import pytest

from xcheck.errors import InputError
from xcheck.ingest import odt
from xcheck.ingest.odt import read_odt
from xcheck.ingest.reading import Reading

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style", "table")
)


def packed(content: str, name: str = "content.xml") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return data.getvalue()


def written(body: str, styles: str = "") -> bytes:
    return packed(
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def kinds(reading: Reading) -> list[tuple[str, str]]:
    settled = {r.start: r.kind for r in reading.regions}
    return [(settled.get(start, "free"), reading.text[start:end]) for start, end in reading.blocks or ()]


def test_what_is_seen() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:p>The wall held.</text:p></text:changed-region>"
        '</text:tracked-changes><text:h text:outline-level="1">Wall gives way</text:h>'
        "<text:p>The wall <text:span>gave</text:span><text:s/>way<office:annotation><text:p>Sure?</text:p>"
        "</office:annotation> on Friday<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Says the port.</text:p></text:note-body></text:note>.</text:p>"
        '<text:h text:outline-level="2">What is next</text:h>'
        "<table:table><table:table-row><table:table-cell><text:p>Homes</text:p></table:table-cell><table:table-cell>"
        "<text:p>40</text:p></table:table-cell></table:table-row></table:table>"
        "<text:list><text:list-item><text:p>The port shuts.</text:p></text:list-item></text:list>"
    )
    assert kinds(read_odt(written(body))) == [
        ("title", "Wall gives way"),
        ("free", "The wall gave way on Friday."),
        ("subtitle", "What is next"),
        ("furniture", "Homes | 40"),
        ("free", "The port shuts."),
        ("furniture", "Says the port."),
    ]


def test_a_title_by_its_style() -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = '<text:p text:style-name="P1">Wall gives way</text:p><text:p>The wall gave way.</text:p>'
    assert kinds(read_odt(written(body, styles)))[0] == ("title", "Wall gives way")


def test_entities_are_not_followed() -> None:
    content = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><office:document-content {_NAMES}><office:body>'
    content += "<office:text><text:p>Wall &e; fell.</text:p></office:text></office:body></office:document-content>"
    assert read_odt(packed(content)).text == "Wall fell."


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", packed("<p>", "other.xml"), packed("<p>"), packed("\0")])
def test_what_is_broken_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="broken"):
        read_odt(data)


def test_a_document_without_text() -> None:
    with pytest.raises(InputError, match="no text"):
        read_odt(packed(f"<office:document-content {_NAMES}/>"))


def test_no_more_is_unpacked_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt, "LARGEST_CONTENT", 1_000)
    with pytest.raises(InputError, match="unpacks"):
        read_odt(written("<text:p>wall</text:p>" * 1_000))
