"""Files of every format, spoilt: 500 in ``make test``, 10,000 in ``make fuzz``. Each is read, or refused in words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcheck.errors import InputError
from xcheck.ingest.files import SUFFIXES, packed
from xcheck.ingest.layout import lay_out
from xcheck.ingest.reading import Reading

TEXT = (
    "The harbour wall at Velmouth gave way on Friday night, the council said. Some 200 people were moved to a school."
)
SAID = "“We heard a crack,” said Bo Ek, the harbour master, who stood on the quay with two of his men when it fell."
LD = '{"@type": "NewsArticle", "headline": "Wall falls", "datePublished": "2031-03-02", "author": [{"name": "Bo Ek"}]}'
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Wall falls | Coast Post</title>
<meta property="article:published_time" content="2031-03-02"><script type="application/ld+json">{LD}</script></head>
<body><nav><a href="/">Home</a></nav><div class="cookie" role="dialog">We use cookies.</div>
<article><h1>Wall falls</h1><time datetime="2031-03-02" itemprop="datePublished">2 March 2031</time>
<p>{TEXT}</p><h2>What is next</h2><ul><li>{SAID}</li></ul></article><aside><p>Read more</p></aside></body></html>"""
MAIL = f"""From: bo@example.org
Date: Sun, 02 Mar 2031 10:00:00 +0000
Subject: =?utf-8?q?Wall_falls?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

{TEXT}=0A=0A{SAID}
--b
Content-Type: text/html; charset="utf-8"

{PAGE}
--b--
"""
MARKDOWN = f"""---
title: Wall falls
author: [Ann Lee, {{name: Bo Ek}}]
published: 2031-03-02
sources: [wire.txt, {{path: b.md}}]
---
# Wall *falls*

{TEXT} [a link](https://example.org) and ![a picture](x.png)[^1]

> {SAID}

| a | b |
| - | - |
| 1 | 2 |

1. ~~{TEXT}~~ `code`

[^1]: A note.
<!-- xcheck: ignore[XQ002] known -->
"""
RICH = r"{\rtf1\ansi{\fonttbl\f0 Courier;}\f0 Wall falls\par " + TEXT + r"\par {\b \u8220?No\u8221?} \'e9\par}"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)
NOTE = "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
ODT = f"""<office:document-content {NAMES}><office:body><office:text><text:h text:outline-level="1">Wall falls</text:h>
<text:p>{TEXT}<text:s/>{NOTE}</text:p><table:table><text:p>1</text:p></table:table></office:text></office:body>
</office:document-content>""".encode()
TOKENS = [
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe2\x80\x9c",
        b"\xf0\x9f\x98\x80",
        b"\r",
        b"\n\n",
        b"\t",
        b" " * 300,
        b"a" * 300,
    ),
    *(
        b"<",
        b">",
        b"&#0;",
        b"&#xd800;",
        b"&lt;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"<script>",
        b"</html>",
        b"<svg>",
    ),
    *(
        b"<p>",
        b"</p>",
        b"<div>",
        b"<table>",
        b"<w:p>",
        b"<w:t/>",
        b"<text:p/>",
        b"<base href=x>",
        b"{",
        b"}",
        b"[",
        b"]",
    ),
    *(b'"', b"'", b"---\n", b"...\n", b": ", b"*a", b"&a ", b"!!python/object:x ", b"!!timestamp x", b"!!int '9e9'"),
    *(
        b"2031-13-45",
        b"9999-12-31",
        b"9" * 40,
        b"-1",
        b"1e999",
        b"nan",
        b"\\",
        b"\\bin9999999 ",
        b"\\u99999999?",
        b"\\'zz",
    ),
    *(
        b" obj",
        b"endobj",
        b"stream",
        b" 0 R",
        b"/Kids",
        b"(",
        b")",
        b"Tj",
        b"Content-Type: x",
        b"charset=utf-7",
        b"=?x?q?=",
    ),
    *(b"--b", b"> " * 30, b"- " * 30, b"# ", b"|", b"`" * 9),
]


def pdf() -> bytes:
    drawn = f"BT /F1 10 Tf 1 0 0 1 50 700 Tm ({TEXT[:70]}) Tj 0 -12 Td [({TEXT[70:]}) -300 (b)] TJ ET"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 9 9] /Contents 5 0 R >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{tail}".encode()


@cache
def word() -> bytes:
    made, stream = docx.Document(), io.BytesIO()
    made.add_heading("Wall falls", 0)
    made.add_paragraph(TEXT).add_run(SAID).bold = True
    made.add_table(1, 2).cell(0, 0).text = "ships"
    made.save(stream)
    return stream.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@cache
def parts_of_word() -> dict[str, bytes]:
    """The parts of a Word document that say something."""
    with zipfile.ZipFile(io.BytesIO(word())) as archive:
        return {n: archive.read(n) for n in archive.namelist() if not n.endswith((".jpeg", "theme1.xml", "styles.xml"))}


@cache
def valid(suffix: str) -> bytes:
    """A file of each format that reads well."""
    made: dict[str, Callable[[], bytes]] = {
        "txt": f"Wall falls\n\n{TEXT}\n\n{SAID}\n".encode,
        "md": MARKDOWN.encode,
        "html": PAGE.encode,
        "eml": MAIL.encode,
        "rtf": RICH.encode,
        "docx": word,
        "odt": lambda: zipped({"content.xml": ODT}),
        "pdf": pdf,
    }
    same = {"text": "txt", "markdown": "md", "htm": "html", "xhtml": "html", "mht": "eml", "mhtml": "eml"}
    name = suffix.removeprefix(".")
    return made[same.get(name, name)]()


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with a few changes: stretches gone, doubled, turned round, put elsewhere; signs of the format put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([1, 2, 8, 60, 600])))
        stretch, at = data[start:end], draw(st.integers(0, len(data)))
        change = draw(st.integers(0, 6))
        if change == 0:
            data = data[:start] + data[end:]
        elif change == 1:
            data = data[:start] + stretch * draw(st.integers(2, 30)) + data[end:]
        elif change == 2:
            data = data[:at] + stretch + data[at:]
        elif change == 3:
            data = data[:start] + stretch[::-1] + data[end:]
        elif change == 4:
            data = data[:start] + draw(st.binary(max_size=4)) + data[end:]
        elif change == 5:
            data = data[:start]
        else:
            data = data[:at] + draw(st.sampled_from(TOKENS)) * draw(st.sampled_from([1, 1, 3, 50])) + data[at:]
    return data


@st.composite
def restructured(draw: st.DrawFn, data: bytes) -> bytes:
    """Markup with whole elements or attributes gone, doubled, renamed or in another's place."""
    tags = [m.span() for m in re.finditer(rb"<[^<>]{1,200}>", data)]
    for _ in range(draw(st.integers(1, 3))):
        if not tags:
            break
        (start, end), (other, stop) = draw(st.sampled_from(tags)), draw(st.sampled_from(tags))
        tag = data[start:end]
        put = draw(
            st.sampled_from([b"", tag * 2, data[other:stop], tag.replace(b"=", b"_"), tag.replace(b'"', b"", 1)])
        )
        data = data[:start] + put + data[end:]
        tags = [m.span() for m in re.finditer(rb"<[^<>]{1,200}>", data)]
    return data


def changed(data: bytes) -> st.SearchStrategy[bytes]:
    return st.one_of(spoilt(data), restructured(data), restructured(data).flatmap(spoilt))


@st.composite
def repacked(draw: st.DrawFn, parts: dict[str, bytes]) -> bytes:
    """An archive of which one part is changed, gone, or another's."""
    name = draw(st.sampled_from(sorted(parts)))
    put = draw(st.one_of(changed(parts[name]), st.sampled_from([None, b"", *parts.values()])))
    others = {other: own for other, own in parts.items() if other != name}
    return zipped(others if put is None else {**others, name: put})


def files(suffix: str) -> st.SearchStrategy[bytes]:
    whole = spoilt(valid(suffix))
    if suffix == ".docx":
        return st.one_of(whole, repacked(parts_of_word()), repacked(parts_of_word()))
    if suffix == ".odt":
        parts = {"content.xml": ODT, "mimetype": b"application/vnd.oasis.opendocument.text"}
        return st.one_of(whole, repacked(parts), repacked(parts))
    return st.one_of(whole, changed(valid(suffix)))


KINDS = (".txt", ".md", ".html", ".eml", ".rtf", ".docx", ".odt", ".pdf")
file = st.sampled_from(KINDS).flatmap(lambda suffix: files(suffix).map(lambda data: (suffix, data)))


@given(file)
def test_any_file_is_read_or_refused(file: tuple[str, bytes]) -> None:
    suffix, data = file
    with suppress(InputError):
        reading = Reading.unpacked(packed(f"{suffix}\n".encode() + data))
        document = lay_out(reading, name=f"a{suffix}", published=None)
        assert all(document.text[r.start : r.end] == r.text for r in document.regions)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_files_that_are_spoilt_read_well(suffix: str) -> None:
    reading = Reading.unpacked(packed(f"{suffix}\n".encode() + valid(suffix)))
    assert "200 people" in " ".join(reading.text.split())
