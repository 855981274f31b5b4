from __future__ import annotations

import textwrap

import pytest

from xcheck.ingest.blocks import blocks
from xcheck.ingest.layout import recognise
from xcheck.records.document import Document

PARAGRAPH = (
    "A stretch of the harbour wall in Oxmouth gave way on Friday night, the council said, and some two hundred people "
    "were moved from the quay. Engineers from the port will inspect the rest of it before the council meets on Monday."
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_text_is_joined_to_paragraphs(newline: str) -> None:
    wrapped = "\n\n".join(["Harbour wall gives way", *["\n".join(textwrap.wrap(PARAGRAPH, 72))] * 2]).replace(
        "\n", newline
    )
    document = recognise(Document.from_text(wrapped, name="a"))
    assert [r.kind for r in document.regions] == ["title", "body", "body"]
    body = document.regions[1]
    assert document.plain[body.start : body.end].split() == PARAGRAPH.split()
    assert "\n" not in document.plain[body.start : body.end]


def test_a_line_a_paragraph_stays_so() -> None:
    assert len(blocks("\n".join([PARAGRAPH] * 5))) == 5


def test_short_lines_of_a_list_stay_apart() -> None:
    text = "\n".join(f"Ship number {i} left the harbour of Oxmouth at night" + " x" * (i % 7) for i in range(12))
    assert len(blocks(text)) == 12


def test_a_blank_line_always_parts() -> None:
    assert len(blocks("\n\n".join(textwrap.wrap(PARAGRAPH * 4, 72)))) > 5
