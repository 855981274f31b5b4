from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcheck.ingest.layout import lay_out, recognise
from xcheck.ingest.reading import Reading, lines
from xcheck.records.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = "A stretch of the harbour wall gave way on Friday night, the council said."
MORE = "Engineers will inspect the rest of it, and the council will meet on Monday."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(r.kind, r.text) for r in recognise(Document.from_text(text, name="a")).regions]


def test_a_wire_story() -> None:
    text = f"Harbour wall gives way\n\nOXMOUTH, March 2 (Coast News) - {PROSE}\n\n{MORE}\n\n(Reporting by Ann Lee)"
    document = recognise(Document.from_text(text, name="a", published=date(2024, 3, 2)))
    assert [r.kind for r in document.regions] == ["title", "dateline", "body", "body", "furniture"]
    assert document.regions[2].text == PROSE
    assert (document.title, document.outlet, document.published) == (
        "Harbour wall gives way",
        "Coast News",
        date(2024, 3, 2),
    )


def test_a_tabloid_page() -> None:
    head = "OFF THE WALL\nMayor fumes as harbour crumbles\nBy Ann Lee\nOxmouth Courier"
    text = f"{head}\n{PROSE}\nWashed out\n{MORE}\nMost read"
    assert [kind for kind, _ in kinds(text)] == [
        "furniture",
        "title",
        "byline",
        "furniture",
        "body",
        "subtitle",
        "body",
        "furniture",
    ]
    document = recognise(Document.from_text(text, name="a"))
    assert (document.title, document.byline, document.outlet) == (
        "Mayor fumes as harbour crumbles",
        "By Ann Lee",
        "Oxmouth Courier",
    )


def test_a_standfirst_under_the_headline() -> None:
    assert kinds(f"Harbour wall gives way\nCouncil to meet on Monday as engineers look at the rest\nAnn Lee\n{PROSE}")[
        1:3
    ] == [
        ("subtitle", "Council to meet on Monday as engineers look at the rest"),
        ("byline", "Ann Lee"),
    ]


def test_a_headline_in_title_case_may_end_in_a_full_stop() -> None:
    assert kinds(f"Harbour Wall Gives Way After Stormy Night.\n\n{PROSE}")[0][0] == "title"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE}\n{MORE}",
        "Ten men fell into the water",
        f"“No,” said Bo Ek.\n{PROSE}",
        f"{PROSE}\n\nHe said so:\n\n{MORE}",
    ],
)
def test_prose_alone_is_body(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_prose_of_no_full_stops_is_left_alone() -> None:
    assert [kind for kind, _ in kinds("Ten men fell\nNine were saved\nOne is missing")][1:] == ["body", "body"]


def test_the_seeds() -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))]
    assert [[k for k in kinds(t) if k[0] != "body"] for t in texts] == [
        [
            (
                "title",
                "China Fears the Worst as North Korea Strengthens Ties with Russia: The U.S. Is Watching Closely",
            ),
            ("byline", "Daniel Kim Views"),
            ("furniture", "Most Commented"),
        ],
        [("title", "US official claims China concerned over growing Russia-North Korea ties")],
    ]


@pytest.mark.parametrize(
    ("around", "given_day", "published"),
    [
        ("Friday, March 1, 2024", None, date(2024, 3, 1)),
        ("Friday, March 1, 2024", date(2025, 1, 1), date(2024, 3, 1)),
        ("Friday, March 1", date(2025, 1, 1), date(2024, 3, 1)),
        ("Friday, March 1", None, None),
        ("By Ann Lee", date(2025, 1, 1), date(2025, 1, 1)),
    ],
)
def test_the_day_of_publication(around: str, given_day: date | None, published: date | None) -> None:
    reading = Reading(f"Harbour wall gives way\n{around}\n{PROSE}")
    assert lay_out(reading, name="a", published=given_day).published == published


def test_a_copyright_line_gives_the_year() -> None:
    text = f"Harbour wall gives way\nFriday, March 1\n{PROSE}\n© 2023-2024 Coast News"
    assert recognise(Document.from_text(text, name="a")).published == date(2024, 3, 1)


def test_a_day_that_the_prose_mentions_is_not_the_day_of_publication() -> None:
    assert (
        recognise(
            Document.from_text(f"Harbour wall gives way\n{PROSE} It was built on 3 May 1921.", name="a")
        ).published
        is None
    )


def test_what_is_recognised_stays() -> None:
    once = recognise(Document.from_text(f"Harbour wall gives way\n{PROSE}", name="a"))
    assert recognise(once) is once


@given(st.text(alphabet=st.sampled_from("aB .\n\r\t-—:()'“”1©\u2028\u200b"), max_size=200))
def test_regions_cover_every_line_in_order_and_slice_to_their_text(text: str) -> None:
    document = recognise(Document.from_text(text, name="a"))
    assert all(text[r.start : r.end] == r.text for r in document.regions)
    assert all(a.end <= b.start for a, b in zip(document.regions, document.regions[1:], strict=False))
    covered = {i for r in document.regions for i in range(r.start, r.end)}
    assert all(i in covered or text[i].isspace() for start, end in lines(text) for i in range(start, end))
    assert len(document.plain) == len(text)


def test_teasers_below_their_label_are_furniture() -> None:
    text = (
        "Harbour wall gives way\n\nThe wall in Oxmouth gave way on Friday, the council said.\n\nRelated stories\n\n"
        "Ferry fares to rise again in May\n\nMayor of Port Hale to marry in the spring, friends of the couple say\n\n"
        "Some 200 people were moved to the school.\n\nAnn Lee contributed to this report.\n"
    )
    regions = recognise(Document.from_text(text, name="a")).regions
    assert [r.kind for r in regions] == ["title", "body", "furniture", "furniture", "furniture", "body", "furniture"]
