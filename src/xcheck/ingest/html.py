"""Web pages: the article out of a saved page, its headline, byline and date; menus and comments stay behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from xcheck.errors import InputError
from xcheck.ingest import page_dates
from xcheck.ingest.decode import decode
from xcheck.ingest.jsonld import article
from xcheck.ingest.pages import headings, headline, prepare, without_site
from xcheck.ingest.reading import Reading, joined
from xcheck.records.document import RegionKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 5_000_000
MOST_ELEMENTS = 20_000  # so many took trafilatura two to seven seconds, twice as many seven to twelve
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_COMPLETE = 0.8

Paragraph = tuple[RegionKind | None, str]


def read_html(data: bytes) -> Reading:
    """The reading of a web page: the headline in the first line, then one line a paragraph.

    The page's own ``NewsArticle`` (JSON-LD, schema.org) is believed about headline, byline, date and outlet, and about
    the text where it has at least four fifths of the words that are seen. Raises InputError where no article is found.
    """
    if len(data) > LARGEST_PAGE:
        raise InputError(
            f"the page has {len(data):,} bytes, more than the {LARGEST_PAGE:,} allowed: save the article alone"
        )
    declared = _CHARSET.search(data[:4096])
    page = _parsed(decode(data, declared[1].decode("ascii") if declared else None))
    told, day, named = article(page), page_dates.published(page), headings(page)
    changed = [told.get("changed"), *page_dates.changes(page)]
    prepare(page)
    seen = _seen(page)
    outlet = told.get("outlet") or seen["outlet"]
    paragraphs = _body(told.get("body") or [], seen["body"])
    if not paragraphs:
        raise InputError("no article is found on this page: save its text as .txt")
    title = without_site(told["title"], outlet) if told.get("title") else headline(seen["title"], named, outlet)
    if title:
        paragraphs = [("title", title), *((k, p) for k, p in paragraphs if _same(p) != _same(title))]
    return joined(
        paragraphs,
        title=title,
        byline=told.get("byline") or seen["byline"],
        outlet=outlet,
        published=told.get("published") or day or page_dates.guessed(seen["date"], changed),
    )


def _body(told: Sequence[str], seen: list[Paragraph]) -> list[Paragraph]:
    """The text as the page's own record has it, where that is complete enough; else as it is seen."""
    enough = _COMPLETE * sum(len(text.split()) for _, text in seen)
    is_whole = bool(told) and sum(len(text.split()) for text in told) >= enough
    return [(None, text) for text in told] if is_whole else seen


def _parsed(source: str) -> HtmlElement:
    import trafilatura  # noqa: PLC0415 - half a second, which only web pages cost

    try:
        page = trafilatura.load_html(source)
    except (ValueError, RecursionError) as error:
        raise InputError("the page's HTML is broken: save its text as .txt") from error
    if page is None:
        raise InputError("this is not a web page: name the file .txt if it is plain text")
    elements = sum(1 for _ in page.iter())
    if elements > MOST_ELEMENTS:
        raise InputError(f"the page has {elements:,} elements, more than the {MOST_ELEMENTS:,} allowed: save its text")
    return page


def _seen(page: HtmlElement) -> dict[str, Any]:
    """What trafilatura takes for the article, its title, byline, outlet and date."""
    import trafilatura  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    options = {"extensive_search": False, "original_date": True, "max_date": "2099-12-31"}  # no look at the clock
    try:
        found = trafilatura.bare_extraction(
            page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=options
        )
    except (LxmlError, ValueError, RecursionError) as error:
        raise InputError("the page's HTML is broken: save its text as .txt") from error
    facts: dict[str, Any] = found.as_dict() if isinstance(found, trafilatura.settings.Document) else {}
    return {
        "title": facts.get("title"),
        "byline": facts.get("author"),
        "outlet": facts.get("sitename"),
        "date": facts.get("date"),
        "body": _paragraphs(facts.get("body")),
    }


def _paragraphs(body: HtmlElement | None) -> list[tuple[RegionKind | None, str]]:
    """The paragraphs of trafilatura's tree, its inner headings as subtitles."""
    if body is None:
        return []
    return [
        ("subtitle" if part.tag == "head" else None, "".join(part.itertext()))
        for part in body.iter("p", "head", "item", "quote")
        if not any(inner.tag in ("p", "item", "quote") for inner in part.iterdescendants())
    ]


def _same(words: str) -> str:
    return " ".join(words.split()).casefold()
