from __future__ import annotations

import pytest

from xcheck.records.finding import Evidence
from xcheck.reports.passage import Run, runs, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("  two\r\n\tlines\u00a0here ", "two lines here"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("\u202eabc\u200f", "<U+202E>abc<U+200F>"),
        ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
        ("x\u2028y", "x y"),
        ("é 港 😀", "é 港 😀"),
        ("\ud800", "<U+D800>"),
        ("", ""),
    ],
)
def test_what_is_seen(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_marks_count_from_the_start_of_the_document() -> None:
    passage = Evidence(document="a", start=100, end=111, text="ten\n\n trucks", focus=((100, 103),))
    assert runs(passage) == (Run("ten", marked=True), Run(" trucks", marked=False))


def test_several_marks_and_overlaps() -> None:
    passage = Evidence(document="a", start=0, end=9, text="a bc d ef", focus=((0, 1), (2, 4), (3, 6)))
    assert [run.text for run in runs(passage) if run.marked] == ["a", "bc d"]


def test_where_everything_is_marked_nothing_is() -> None:
    passage = Evidence(document="a", start=5, end=9, text="four", focus=((0, 20),))
    assert runs(passage) == (Run("four", marked=False),)
