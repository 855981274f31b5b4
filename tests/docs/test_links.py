"""Every relative link leads to a file of the checkout, and every anchor to a heading of that page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.docs.conftest import PAGES, ROOT

NAMED = re.compile(r"\b((?:docs|training|benchmarks)/[\w./-]+\.(?:md|py|json)|[A-Z]{5,}\.md)\b")
NAMING = [path for kind in ("src/**/*.py", "src/**/*.js", "rules/**/*.yaml") for path in sorted(ROOT.glob(kind))]


@cache
def parsed(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as GitHub makes them."""
    headings = [t for before, t in zip(parsed(page), parsed(page)[1:], strict=False) if before.type == "heading_open"]
    plain = ("".join(c.content for c in heading.children or ()) for heading in headings)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in plain}


def links(page: Path) -> Iterator[str]:
    for token in parsed(page):
        for child in token.children or ():
            target = child.attrGet("href") or child.attrGet("src")
            if isinstance(target, str) and "://" not in target:
                yield unquote(target)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_code_names_pages_that_are_there() -> None:
    named = {(path, name) for path in NAMING for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert {(path.relative_to(ROOT).as_posix(), name) for path, name in named if not (ROOT / name).exists()} == set()
    assert len(named) > 5
