from __future__ import annotations

from xcheck.records.document import Document


def test_half_a_character_is_replaced_and_moves_no_offset() -> None:
    text = "He said \ud83d no. \U0001f600 \udc00\ud800"
    document = Document.from_text(text, name="a\ud800.txt")
    assert document.id == document.path == "a\ufffd.txt"
    assert document.text == "He said \ufffd no. \U0001f600 \ufffd\ufffd"
    assert len(document.text) == len(text)
    assert Document.model_validate_json(document.model_dump_json()) == document
