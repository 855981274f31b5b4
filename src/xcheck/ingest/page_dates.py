"""The day of publication that a web page shows, told apart from the days on which it was changed."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from xcheck.ingest import dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHANGE = re.compile(r"modif|updat|revis", re.IGNORECASE)
_MOST_MARKS = 6  # elements inside a line
_LINE = 200
_DATE_META = (
    "article:published_time",
    "datePublished",
    "date",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
)


def published(page: HtmlElement) -> date | None:
    """The day of publication: of the metadata, of a line that says so, of a time that is not one of a change."""
    metas = (dates.from_metadata(m.get("content")) for m in page.iter("meta") if _name_of(m) in _DATE_META)
    lines = (" ".join("".join(e.itertext()).split()) for e in page.iter("time", "p", "span", "div") if _is_line(e))
    said = (dates.full(dates.of_issue(line)) for line in lines if dates.says_issue(line))
    return next((day for day in chain(metas, said, map(_of, page.iter("time"))) if day), None)


def _name_of(meta: HtmlElement) -> str | None:
    """What a meta element is about."""
    name: str | None = meta.get("property") or meta.get("name") or meta.get("itemprop")
    return name


def _is_line(element: HtmlElement) -> bool:
    """Whether an element is a line of its own: short, with nothing but words and their marks in it."""
    return len(element) <= _MOST_MARKS and all(not len(e) for e in element) and len(element.text_content()) <= _LINE


def _of(time: HtmlElement) -> date | None:
    """The day of a time element; of one that tells of a change, what its words say of the publication."""
    words = " ".join("".join(time.itertext()).split())
    if dates.says_change(words):
        return dates.full(dates.of_issue(words))
    return None if _is_change(time) else dates.from_metadata(time.get("datetime")) or dates.full(words)


def _is_change(time: HtmlElement) -> bool:
    """Whether a time element is that of a change, by its marks or by the words before it."""
    before = (time.getprevious().tail if time.getprevious() is not None else time.getparent().text) or ""
    marks = " ".join(time.get(name, "") for name in ("itemprop", "class", "id"))
    return bool(_CHANGE.search(marks)) or dates.says_change(before[-_LINE:])


def changes(page: HtmlElement) -> list[date | None]:
    """The days on which the page says that it was changed."""
    metas = [m for m in page.iter("meta") if _CHANGE.search(_name_of(m) or "")]
    times = [t for t in page.iter("time") if _is_change(t) or dates.says_change(t.text or "")]
    return [dates.from_metadata(e.get("content") or e.get("datetime")) for e in (*metas, *times)]


def guessed(value: object, changed: list[date | None]) -> date | None:
    """The day that trafilatura found, unless it is that of a change."""
    day = dates.from_metadata(value)
    return None if day in changed else day
