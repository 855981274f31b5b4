"""Characters that copying has spoilt: ligatures, UTF-8 read as something else, marks in place of an apostrophe."""

from __future__ import annotations

import pytest

from xcheck.ingest.decode import decode
from xcheck.ingest.mending import LONGEST_LINE, mended
from xcheck.ingest.reading import joined
from xcheck.records.document import Document

SENTENCE = "“The café’s £5 tea – it’s fine,” said Zoë Müller…"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman"])
def test_what_was_encoded_twice_is_decoded_twice(wrong: str) -> None:
    words = "The café in São Luiz is £5 dearer, said Zoë Müller.\r\nIt shut.\n"
    assert decode(words.encode().decode(wrong).encode()) == words


def test_curly_marks_come_back() -> None:
    assert mended(SENTENCE.encode().decode("cp1252", "replace")).startswith("“The café’s £5 tea – it’s fine")


@pytest.mark.parametrize("text", [SENTENCE, "Ångström, Ærø, NAÏVE", "Ã stands alone", "Temperature: 20° – “Å”"])
def test_good_text_stays(text: str) -> None:
    assert mended(text) == text


def test_a_line_without_end_is_left_alone() -> None:
    line = "cafÃ© " * LONGEST_LINE
    assert mended(line) == line


@pytest.mark.parametrize(
    ("given", "meant"), [("ofﬁce", "office"), ("eﬀort", "effort"), ("ﬂoods raﬄe", "floods raffle")]
)
def test_ligatures_are_spelt_out_in_every_format(given: str, meant: str) -> None:
    assert decode(given.encode()) == meant
    assert joined([(None, given)]).text == meant
    assert Document.from_text(given, name="a").text == meant


@pytest.mark.parametrize("glyph", "‘‛ʼʹ′´`＇")
def test_marks_in_place_of_an_apostrophe(glyph: str) -> None:
    plain = Document.from_text(f"It didn{glyph}t stop. We{glyph}re at O{glyph}Hara{glyph}s.", name="a").plain
    assert plain == "It didn’t stop. We’re at O’Hara’s."


@pytest.mark.parametrize("text", ["It is ‘fine’, he said.", "Oʻahu and Hawaiʻi", "5′ wide", "`so`"])
def test_what_is_no_apostrophe_stays(text: str) -> None:
    assert Document.from_text(text, name="a").plain == text
