from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from xcheck.records.finding import Evidence
from xcheck.records.report import Report
from xcheck.reports.markdown import escaped, render

GITHUB = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def test_the_whole_report(report: Report, texts: dict[str, str]) -> None:
    assert render(report, texts) == (
        "# north.txt · south.txt\n\n"
        "**2 claims, 0 agreements, 1 divergence, 1 extrapolation, 1 not flagged, 1 skipped**\n\n"
        "Claims: 2 alone\n\n"
        "## Divergences\n\n"
        "### north.txt gives 400 dockers; south.txt says that the number is unclear.\n\n"
        "warning · quantity-unknown · XQ002 · confidence 0.84\n\n"
        "north.txt, line 3:\n\n"
        "> Some **400 dockers** walked out on Monday\n\n"
        "south.txt, line 3:\n\n"
        "> How many dockers walked out is **unclear**\n\n"
        "## Extrapolations\n\n"
        "### north.txt forecasts in its own voice.\n\n"
        "note · XE001 · confidence 0.60\n\n"
        "north.txt, line 4:\n\n"
        "> The port **could** stay shut for weeks\n\n"
        "## Compared and not flagged\n\n- other-event: 1\n\n"
        "## Skipped\n\n- notes.txt: empty: there is no text in it\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "2) item",
        "> quoted",
        "---",
        "=== ",
        "    code",
        "*loud* and _soft_ and ~~gone~~ and `code`",
        "[link](javascript:alert) ![image](x.png) [ref]: x",
        "<script>alert(1)</script> <b>bold</b> &amp; &lt;",
        "| a | b |",
        "back\\slash \\* \\",
        "a heading ###",
        "$x$ costs $5",
        "<https://example.org> and a@b.example",
    ],
)
def test_text_shows_as_it_is_and_does_nothing(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(escaped(text))
    bare = html.unescape(re.sub(r"<!-- -->|</?p>", "", shown)).strip()
    assert bare == " ".join(text.split())


@pytest.mark.parametrize("text", ["call @team now", "see #12 there", "http://example.org", "www.example.org", ":tada:"])
def test_github_finds_nothing_to_link_or_to_call(text: str) -> None:
    assert "<!-- -->" in escaped(text)
    assert escaped(text).replace("<!-- -->", "").replace("\\", "") == text


def test_unseen_characters_are_spelled_out() -> None:
    assert escaped("a\u202eb\x1bc") == "a\\<U+202E\\>b\\<U+001B\\>c"


@pytest.mark.parametrize(
    ("text", "focus", "expected"),
    [
        ("rose by 5% on", (8, 10), "rose by **5%** on"),
        ("cost“5”more", (4, 7), "cost<strong>“5”</strong>more"),
        ("unhappy", (2, 7), "un<strong>happy</strong>"),
        ("all of it", (0, 9), "all of it"),
        ("to the end", (3, 10), "to **the end**"),
        ("spaces too", (6, 10), "spaces **too**"),
        ("nothing", (3, 3), "nothing"),
        ("beyond it", (7, 90), "beyond **it**"),
        ("*x* y", (0, 3), "**\\*x\\*** y"),
    ],
)
def test_the_words_concerned_are_strong(report: Report, text: str, focus: tuple[int, int], expected: str) -> None:
    passage = Evidence(document="n", start=0, end=len(text), text=text, focus=(focus,))
    one = report.findings[0].model_copy(update={"evidence": (passage,)})
    shown = render(report.model_copy(update={"findings": (one,)}), {})
    assert f"> {expected}\n" in shown
    assert GITHUB.render(f"> {expected}").count("<strong>") == (expected != text)
