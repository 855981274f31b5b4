from __future__ import annotations

import pytest
from lsprotocol.types import Position
from lsprotocol.types import PositionEncodingKind as Encoding

from xcheck.cli.lsp.positions import Lines

TEXT = "a🚢b\r\ncafe\u0301\u2028x\fy\rlast \n"
COLUMNS = {Encoding.Utf8: (5, 6), Encoding.Utf16: (3, 5), Encoding.Utf32: (2, 5)}


@pytest.mark.parametrize("encoding", COLUMNS)
def test_columns_count_the_units_of_the_encoding(encoding: Encoding) -> None:
    lines = Lines(TEXT, encoding)
    emoji, accent = COLUMNS[encoding]
    assert lines.position(TEXT.index("b")) == Position(0, emoji)
    assert lines.position(TEXT.index("\u2028")) == Position(1, accent)


def test_without_an_agreement_it_is_utf_16() -> None:
    assert Lines(TEXT).position(2) == Position(0, 3)


def test_only_the_line_ends_of_the_protocol_end_lines() -> None:
    lines = Lines(TEXT, Encoding.Utf32)
    assert [lines.position(TEXT.index(word)).line for word in ("cafe", "x", "y", "last")] == [1, 1, 1, 2]
    assert lines.position(len(TEXT)) == Position(3, 0)


def test_a_place_inside_a_line_end_is_the_end_of_the_line() -> None:
    assert Lines(TEXT, Encoding.Utf32).position(TEXT.index("\n")) == Position(0, 3)


def test_the_end_of_a_line_is_after_its_last_word() -> None:
    lines = Lines(TEXT, Encoding.Utf8)
    assert [lines.end_of(line) for line in (0, 2, 3, 9)] == [
        Position(0, 6),
        Position(2, 4),
        Position(3, 0),
        Position(3, 0),
    ]


def test_half_a_pair_is_counted_as_the_editor_does() -> None:
    assert Lines("\ud83dx", Encoding.Utf16).position(1) == Position(0, 1)
