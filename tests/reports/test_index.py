"""The index leads to every story, the surest divergences first, and no word of an article acts in it."""

from __future__ import annotations

import re

import pytest

from xcheck.reports import index
from xcheck.reports.index import Entry, Totals


def _entry(number: int, *, weight: float = 0.0, headline: str = "Fire", message: str | None = None) -> Entry:
    return Entry(f"pages/{number:04}.html", headline, 2, int(weight > 0), 0, 1, message, weight)


def test_the_surest_divergence_comes_first() -> None:
    page = index.pages([_entry(1, weight=0.6), _entry(2), _entry(3, weight=0.9, message="3 in a, 7 in b.")])[
        "index.html"
    ]
    assert re.findall(r'href="(pages/\d+\.html)"', page) == ["pages/0003.html", "pages/0001.html", "pages/0002.html"]
    assert "3 in a, 7 in b." in page


def test_the_order_of_the_stories_changes_nothing() -> None:
    entries = [_entry(n, weight=n % 3 / 4) for n in range(20)]
    assert index.pages(entries) == index.pages(entries[::-1])


def test_many_stories_go_over_several_pages_that_lead_to_each_other() -> None:
    pages = index.pages([_entry(n) for n in range(2 * index.STORIES + 1)])
    assert [*pages] == ["index.html", "index-2.html", "index-3.html"]
    assert len(re.findall(r'href="pages/', "".join(pages.values()))) == 2 * index.STORIES + 1
    assert 'rel="next" href="index-2.html"' in pages["index.html"]
    assert 'rel="prev" href="index-2.html"' in pages["index-3.html"]
    assert f'start="{2 * index.STORIES + 1}"' in pages["index-3.html"]


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        (Totals(), "0 articles tell a story alone. 0 things were set aside."),
        (Totals(1, 1), "1 article tells a story alone. 1 thing was set aside."),
    ],
)
def test_what_is_not_listed_is_counted(totals: Totals, told: str) -> None:
    assert told in index.pages([], totals)["index.html"]


def test_a_headline_cannot_act() -> None:
    page = index.pages([_entry(1, headline="<script>steal()</script>\u202e")])["index.html"]
    assert "<script" not in page
    assert "script-src 'none'" in page.replace("&#39;", "'")
    assert "U+202E" in page
