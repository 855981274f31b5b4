"""Titles and ages with their holders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.entities.names import Names

Resolve = Callable[[str], Names]

TITLES = [
    ("Deputy Finance Minister Tilda Moorcott resigned.", "deputy finance minister", "tilda moorcott"),
    ("Tilda Moorcott, the deputy finance minister, resigned.", "deputy finance minister", "tilda moorcott"),
    ("The deputy finance minister, Tilda Moorcott, resigned.", "deputy finance minister", "tilda moorcott"),
    ("Ann Roe, 43, chief executive of Tarnow plc, resigned.", "chief executive of tarnow plc", "ann roe"),
    ("Ann Roe, Tarnow’s managing director, resigned.", "managing director", "ann roe"),
    ("Retired nurse Joan Pratt saw the crash.", "retired nurse", "joan pratt"),
    ("Admiral Hugh Teale, commander of the Northern Fleet, spoke.", "commander of northern fleet", "hugh teale"),
    ("Ann Roe is the mayor of Velter.", "mayor of velter", "ann roe"),
    ("Ann Roe, who chairs the harbour board, resigned.", "chair of harbour board", "ann roe"),
    ("A panel chaired by Hugh Teale will report in June.", "chair", "hugh teale"),
    ("U.S. Secretary of Labor Ann Roe met him.", "us secretary of labor", "ann roe"),
    ("Hugh Teale was appointed finance director in May.", "finance director", "hugh teale"),
]
AGES = [
    ("Gus Penhall, 40, was arrested.", "40", "gus penhall"),
    ("Gus Penhall (40) was arrested.", "40", "gus penhall"),
    ("Gus Penhall, aged 40, was arrested.", "40", "gus penhall"),
    ("Joan Pratt, who is 71, saw it.", "71", "joan pratt"),
    ("A 34-year-old man was questioned.", "34", "man"),
    ("The twins, who turn 30 in May, won.", "30", "twin"),
]


@pytest.mark.parametrize(("text", "words", "holder"), TITLES)
def test_a_title_and_its_holder(resolve: Resolve, text: str, words: str, holder: str) -> None:
    assert (words, holder) in {(t.words, t.holder) for t in resolve(text).titles if t.kind == "title"}


@pytest.mark.parametrize(("text", "age", "holder"), AGES)
def test_an_age_and_its_holder(resolve: Resolve, text: str, age: str, holder: str) -> None:
    assert [(t.words, t.holder) for t in resolve(text).titles if t.kind == "age"] == [(age, holder)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, Ben Tor and Hugh Teale resigned.",
        "The work of Ann Roe was praised.",
        "On Monday Ann Roe resigned.",
        "Ann Roe paid 40 pounds, 20 of them in coins.",
        "Ann Roe, a long way behind, finished last.",
        "The fund that Ann Roe led closed in May.",
    ],
)
def test_no_title_where_none_is_given(resolve: Resolve, text: str) -> None:
    assert resolve(text).titles == ()


def test_the_span_of_a_title_is_its_words(resolve: Resolve) -> None:
    text = "Ann Roe, the minister for roads, resigned."
    title = resolve(text).titles[0]
    assert text[title.start : title.end] == "minister for roads"
