"""``NewsArticle`` of schema.org, as JSON-LD inside a web page: what the newsroom itself says about its article."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xcheck.ingest import dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = frozenset(
    {
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "Article",
        "LiveBlogPosting",
    }
)
_TAG = re.compile(r"</?(?:p|br|div|li|h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_DEEPEST = 6
_OPENING = 40  # characters in which such a section opens


def article(page: HtmlElement) -> dict[str, Any]:
    """What the page's first article tells: title, byline, outlet, days (``published``, ``changed``), ``body``."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            content = json.loads(_bare(script.text or ""), strict=False)
        except (ValueError, RecursionError):  # newsrooms leave broken JSON in their pages: there is still the text
            continue
        for item in _objects(content, 0):
            if _KINDS.intersection(_listed(item.get("@type"))) and item.get("headline"):
                return _told(item)
    return {}


def _bare(text: str) -> str:
    """JSON without the comment or the CDATA section that old page builders set around it."""
    for opening, closing in (("<![CDATA[", "]]>"), ("<!--", "-->")):
        if opening in text[:_OPENING]:
            text = text.partition(opening)[2].lstrip(" \t\r\n*/").rpartition(closing)[0].rstrip(" \t\r\n*/")
    return text


def _objects(content: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(content, list):
        for item in content:
            yield from _objects(item, depth + 1)
    elif isinstance(content, dict):
        yield content
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(content.get(key), depth + 1)


def _told(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": _plain(item.get("headline")),
        "byline": ", ".join(name for author in _listed(item.get("author")) if (name := _name(author))) or None,
        "outlet": _name(item.get("publisher")),
        "published": dates.from_metadata(item.get("datePublished")),
        "changed": dates.from_metadata(item.get("dateModified")),
        "body": _paragraphs(item.get("articleBody")),
    }


def _listed(value: object) -> list[Any]:
    if isinstance(value, list):
        return [v for v in value[:20] if isinstance(v, str | dict)]
    return [value] if isinstance(value, str | dict) else []


def _name(value: object) -> str | None:
    return _plain(value.get("name") if isinstance(value, dict) else value)


def _plain(value: object) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _paragraphs(value: object) -> list[str]:
    if not isinstance(value, str):
        return []
    text = _ANY_TAG.sub("", _TAG.sub("\n", html.unescape(value)))
    return [line for line in text.splitlines() if line.strip()]
