from __future__ import annotations

import pytest

from xcheck.errors import InputError
from xcheck.ingest.rtf import LARGEST_RTF, read_rtf


def test_words_and_paragraphs() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\b Wall gives way}\par The caf\'e9 shut, {\i Bo Ek} said.\par}"
    )
    assert read_rtf(data).text == "Wall gives way\nThe café shut, Bo Ek said."


def test_letters_beyond_the_code_page() -> None:
    assert read_rtf(rb"{\rtf1\ansi \u8220?No,\u8221? he said.}").text == "“No,” he said."


@pytest.mark.parametrize("data", [b"", b"The wall fell.", b"%PDF-1.7"])
def test_what_is_no_rich_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="rich text"):
        read_rtf(data)


def test_it_is_bounded() -> None:
    with pytest.raises(InputError, match="allowed"):
        read_rtf(b"{\\rtf1 " + b"a" * LARGEST_RTF)
