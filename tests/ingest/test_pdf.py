from __future__ import annotations

import io
import time

import pytest
from pypdf import PdfReader, PdfWriter

from xcheck.errors import InputError
from xcheck.ingest.bounded import bounded
from xcheck.ingest.layout import lay_out
from xcheck.ingest.pdf import MOST_PAGES, drawn, in_reading_order, paragraphs, read_pdf, without_running_heads

Drawn = tuple[int, int, str]
LEFT = [
    "A stretch of the harbour wall in",
    "Oxmouth gave way on Friday night,",
    "the council said. Some 200 inhabi-",
    "tants were moved from the quay and",
]
RIGHT = [
    "slept in a school on the hill.",
    "Engineers will inspect the rest of",
    "it, the mayor told reporters, and",
    "the council will meet on Monday.",
]


def pdf(*pages: list[Drawn], size: int = 10) -> bytes:
    """A PDF of lines drawn at ``(x, y)`` in points, in Courier, where a letter is 0.6 ``size`` wide."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    kids = []
    for page in pages:
        drawn = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for x, y, text in page)
        kids.append(f"{len(bodies) + 1} 0 R")
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        bodies.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {len(bodies) + 2} 0 R >>")
        bodies.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assembled(bodies)


def _assembled(bodies: list[str]) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{start}".encode("latin-1")


def columns() -> list[Drawn]:
    drawn = [(50, 780, "Harbour wall gives way after a night of heavy storms along the coast")]
    for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        drawn += [(50, 740 - 12 * i, left), (320, 740 - 12 * i, right)]
    return drawn


def test_columns_are_read_one_after_the_other_and_words_joined() -> None:
    document = lay_out(read_pdf(pdf(columns())), name="a.pdf", published=None)
    assert [(r.kind, r.text) for r in document.regions] == [
        ("title", "Harbour wall gives way after a night of heavy storms along the coast"),
        (
            "body",
            (
                "A stretch of the harbour wall in Oxmouth gave way on Friday night, the council said. Some 200 "
                "inhabitants were moved from the quay and slept in a school on the hill. Engineers will inspect the "
                "rest of it, the mayor told reporters, and the council will meet on Monday."
            ),
        ),
    ]


def test_running_heads_and_page_numbers_go() -> None:
    pages = []
    for n in ("one", "two", "three"):
        body = [
            f"Part {n} of the wall fell down on",
            "Friday night, the council said, and",
            f"part {n} was washed away.",
        ]
        pages.append(
            [(50, 800, "Coast Post    Page 1"), *((50, 740 - 12 * i, t) for i, t in enumerate(body)), (50, 20, "7")]
        )
    text = read_pdf(pdf(*pages)).text
    assert (
        text.splitlines()[1]
        == "Part two of the wall fell down on Friday night, the council said, and part two was washed away."
    )
    assert "Coast Post" not in text
    assert "7" not in text


def test_a_single_page_keeps_its_first_line() -> None:
    page = ["Harbour wall", "", *LEFT, *RIGHT]
    assert without_running_heads([page]) == [page]


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = [[(50, 740 - 12 * i, line) for i, line in enumerate(half)] for half in (LEFT, RIGHT)]
    assert "the quay and slept in a school" in read_pdf(pdf(*pages)).text


def test_lines_in_one_column_stay_in_order() -> None:
    assert in_reading_order([*LEFT, "", *RIGHT]) == [*LEFT, "", *RIGHT]


def test_a_compound_keeps_its_hyphen() -> None:
    assert paragraphs(["The wall-side path is shut; the wall-", "side path was old."]) == [
        "The wall-side path is shut; the wall-side path was old."
    ]


def test_paragraphs_begin_after_a_gap_an_indent_or_a_short_last_line() -> None:
    full = "The wall fell on Friday night and nobody saw it"
    lines = [full, "go down.", full, "at all, they said in a long report to the board.", "  " + full + ".", "", full]
    assert len(paragraphs(lines)) == 4


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"The wall fell.", pdf(columns())[:300]])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_pdf(data)


def test_a_locked_file_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(columns()))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(InputError, match="locked"):
        read_pdf(stream.getvalue())


def test_scanned_pages_are_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        read_pdf(pdf([]))


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(InputError, match=f"{MOST_PAGES} allowed"):
        read_pdf(pdf(*([[]] * (MOST_PAGES + 1))))


def scattered(count: int, width: int) -> bytes:
    drawn = [(97 * i % width, 1 + 89 * i % 780, "word") for i in range(count)]
    return pdf(drawn, size=1)


def test_strings_that_are_scattered_over_a_page_take_no_time() -> None:
    pages = drawn(scattered(400, 590))
    start = time.process_time()
    for page in pages:
        in_reading_order(page)
    assert time.process_time() - start < 2


def test_one_line_of_many_takes_no_time() -> None:
    start = time.process_time()
    paragraphs(["word" * 100_000, *["a line that goes on,"] * 20_000, *["half-"] * 20_000])
    assert time.process_time() - start < 5


def test_a_file_that_takes_too_long_is_refused() -> None:
    bomb = pdf([(0, 0, "a) -9999999 (" * 4000 + "a")]).replace(b") Tj", b")] TJ").replace(b"Tm (a)", b"Tm [(a)")
    with pytest.raises(InputError, match="more than 1 seconds or"):
        bounded("xcheck.ingest.files:packed", b".pdf\n" + bomb, seconds=1)
