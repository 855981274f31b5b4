from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from xcheck.errors import InputError
from xcheck.ingest.layout import lay_out
from xcheck.ingest.mail import MOST_PARTS, read_mail
from xcheck.records.document import Document

PROSE = (
    "A stretch of the harbour wall in Oxmouth gave way on Friday night, the council said. Some 200 people were moved.",
    "“We heard a crack,” said Bo Ek, the harbour master. “Then the water came in, and we ran for the hill.”",
    "The council will meet on Monday. Engineers from the port will inspect the rest of it, the mayor told reporters.",
)
PAGE = (
    f"<html><body><article><h1>Harbour wall falls</h1>{''.join(f'<p>{p}</p>' for p in PROSE)}</article></body></html>"
)


def mail(
    text: str | None = "\n\n".join(PROSE), page: str | None = None, subject: str = "Fwd: Harbour wall falls"
) -> bytes:
    message = EmailMessage()
    message["Subject"] = subject
    message["Date"] = "Sat, 02 Mar 2024 08:30:00 +0100"
    if text is not None:
        message.set_content(text)
    if page is not None and text is not None:
        message.add_alternative(page, subtype="html")
    elif page is not None:
        message.set_content(page, subtype="html")
    return message.as_bytes()


def document(data: bytes) -> Document:
    return lay_out(read_mail(data), name="a.eml", published=None)


def test_a_mail_is_its_text_with_subject_and_day() -> None:
    found = document(mail())
    assert (found.title, found.published) == ("Harbour wall falls", date(2024, 3, 2))
    assert [r.text for r in found.regions if r.kind == "body"] == list(PROSE)


def test_what_is_quoted_of_an_earlier_mail_is_furniture() -> None:
    found = document(mail("\n\n".join(PROSE) + "\n\n> Where is the piece on the wall?\n"))
    assert [r.kind for r in found.regions][-1] == "furniture"


@pytest.mark.parametrize("text", [None, "Read this in the browser."])
def test_a_mail_that_is_a_page(text: str | None) -> None:
    found = document(mail(text, PAGE))
    assert [r.text for r in found.regions if r.kind == "body"] == list(PROSE)
    assert found.published == date(2024, 3, 2)


def test_a_saved_page_with_its_parts() -> None:
    archive = (
        "From: <Saved by a browser>\r\nSubject: Harbour wall falls\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{PAGE}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--x--\r\n"
    )
    assert [r.text for r in document(archive.encode()).regions if r.kind == "body"] == list(PROSE)


def test_attachments_stay_behind() -> None:
    message = EmailMessage()
    message["Subject"] = "The piece"
    message.add_attachment("The wall fell.", filename="wall.txt")
    with pytest.raises(InputError, match="attached"):
        read_mail(message.as_bytes())


@pytest.mark.parametrize(
    "data", [b"", b"Just a text.\n\nNo mail at all.\n", b"\xff\xfe\x00", b"Subject: =?x?q?a?=\n\n"]
)
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_mail(data)


def test_a_mail_has_a_bounded_number_of_parts() -> None:
    part = b"--x\r\nContent-Type: text/plain\r\n\r\nWall.\r\n"
    data = b'Subject: a\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n' + part * (MOST_PARTS + 1) + b"--x--"
    with pytest.raises(InputError, match="parts"):
        read_mail(data)


def test_a_day_that_cannot_be_is_no_day() -> None:
    data = mail().replace(b"Sat, 02 Mar 2024", b"Sat, 42 Mar 2024")
    assert document(data).published is None
