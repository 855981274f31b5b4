from __future__ import annotations

import pytest

from xcheck.errors import InputError
from xcheck.ingest.decode import decode

WORDS = "The café on the quay – Ann’s – took £30,000 on Friday, the owner said. “Never again,” he told the council.\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_encodings_are_told_and_line_ends_kept(encoding: str) -> None:
    assert decode((WORDS * 3).encode(encoding)) == WORDS * 3


def test_latin_1() -> None:
    assert decode("The café took £30,000 on Friday, the owner said.".encode("latin-1")).startswith(
        "The café took £30,000"
    )


def test_a_declared_encoding_comes_after_utf_8() -> None:
    assert decode("Škoda".encode("cp1250"), "cp1250") == "Škoda"
    assert decode("Škoda".encode(), "cp1250") == "Škoda"
    assert decode(b"caf\xe9 on the quay", "no-such-encoding") == "café on the quay"


@pytest.mark.parametrize(
    "data",
    [b"The wall\0fell on Friday.", bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, b"\x01\x02\x03 text"],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not text"):
        decode(data)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == decode(b"\xff\xfe") == ""
