"""An article is untrusted: whatever stands in it, a report has the same parts and only its words are others."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from xcheck.engine.load import load_rules
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report, ReportedDocument, Skipped, Suppressed, UnusedSuppression
from xcheck.reports import annotation, claimreview, github, html, junit, markdown, sarif, table_csv, terminal
from xcheck.reports import json as plain_json

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "]]></failure><testcase name='x'/>",
    "&lt;b&gt; &#x1b; <!-- -->",
    "::error::stop",
    "##[error]stop",
    "%0A::error file=x::stop%0D%25",
    "a\n::stop-commands::x\r\n::warning::y",
    "red \x1b[31m\x9b1m \x07bell \x08 back",
    "turned \u202eround\u2066 \u200fmarks\u061c \u200b\ufeff",
    "lines\u2028and\u2029and\x85and\x0b\x0cend",
    "| a | b |\n|---|---|\n| c | d |",
    "[link](javascript:alert(1)) ![image](//x) <https://x>",
    "# heading\n\n- item\n\n```\ncode",
    "{0} {{ site }} {% raw %}",
    "half \ud83d a pair",
    "@team #12 :tada: https://x",
]


def reported(words: str) -> Report:
    """A report in which every text that comes from outside is ``words``."""
    passages = tuple(
        Evidence(document=d, start=0, end=len(words), text=words, focus=((0, min(1, len(words))),)) for d in ("n", "s")
    )
    finding = Finding(
        id="f1",
        rule="XQ002",
        kind="divergence",
        type="quantity-unknown",
        severity="warning",
        confidence=0.8,
        message=words,
        fingerprint="0123456789abcdef",
        claims=("n1", "s1"),
        evidence=passages,
    )
    return Report(
        documents=(ReportedDocument(id="n", path=f"{words}.txt", title=words), ReportedDocument(id="s", path="s.txt")),
        claims=(),
        findings=(finding,),
        skipped=(Skipped(path=words, reason=words),),
        suppressed=(Suppressed(finding=finding, reason=words, written="text", place=words),),
        unused_suppressions=(UnusedSuppression(names=words, place=words, reason=words),),
    )


def rendered(form: str, words: str) -> str:
    report, texts = reported(words), {"n": words, "s": words}
    renderers: dict[str, Callable[[], str]] = {
        "terminal": lambda: terminal.render(report, texts),
        "markdown": lambda: markdown.render(report, texts),
        "html": lambda: html.render(report, texts),
        "json": lambda: plain_json.render(report),
        "sarif": lambda: sarif.render(report, texts, load_rules()),
        "junit": lambda: junit.render(report, texts),
        "github": lambda: github.render(report, texts),
        "annotation": lambda: annotation.render(report, texts),
        "claimreview": lambda: claimreview.render(report),
        "csv": lambda: table_csv.render(report, texts),
    }
    return renderers[form]().encode("utf-8", "backslashreplace").decode()


class _Tags(HTMLParser):
    """The tags of a page in order, each with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}",))


def tags(page: str) -> object:
    parser = _Tags()
    parser.feed(page)
    return set(parser.found)  # a line break in an article makes a paragraph more


def shape(value: Any) -> object:
    """The keys and types of JSON data."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


_INLINE = ("text", "html_inline", "softbreak", "strong_open", "strong_close")  # ours: the words concerned are strong


def blocks(text: str) -> object:
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text)
    inside = [t.type for token in tokens for t in token.children or () if t.type not in _INLINE]
    return [t.type for t in tokens], inside


def commands(text: str) -> object:
    return [line.split("::")[1].partition(" ")[0] for line in text.splitlines() if line.startswith("::")], text.count(
        "\n"
    )


_LINES = ("Divergences (1)", "0 claims, 0 agreements, 1 divergence, 0 extrapolations, 1 skipped")
STRUCTURE: dict[str, Callable[[str], object]] = {
    "terminal": lambda text: [line for line in text.splitlines() if line in _LINES],
    "markdown": blocks,
    "html": tags,
    "json": lambda text: shape(json.loads(text)),
    "sarif": lambda text: shape(json.loads(text)),
    "junit": lambda text: [element.tag for element in ET.fromstring(text).iter()],  # noqa: S314 - our own output
    "github": commands,
    "annotation": lambda text: shape(json.loads(text)),
    "claimreview": lambda text: shape(json.loads(text)),
    "csv": lambda text: text.count("\n"),
}


@pytest.mark.parametrize("form", STRUCTURE)
@pytest.mark.parametrize("words", HOSTILE)
def test_an_article_changes_nothing_but_text(form: str, words: str) -> None:
    text = rendered(form, words)
    unseen = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in "\n\t\r"}
    assert not unseen
    if form != "html":  # a page is not for the log of a runner
        assert "##[" not in text
        assert form == "github" or not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert STRUCTURE[form](text) == STRUCTURE[form](rendered(form, "plain words"))
