"""Make a saved page fit to be searched: notices and pop-ups go, an aside that holds the article becomes one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xcheck.ingest import heads

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOXES = frozenset({"div", "section", "aside", "dialog", "form", "p"})
_OVERLAY = re.compile(
    r"cookie|consent|gdpr|onetrust|popup|pop-up|lightbox|interstitial|(?<![a-z])(?:modal|overlay|dialog|cmp)(?![a-z])",
    re.IGNORECASE,
)
_MOST_WORDS = 250  # in a notice; a frame around the whole page has more
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_BREAK = re.compile(r"(?<!\s)\s+[|–—·»:-]\s+|(?:(?<!\s)\s+)?\|\s*")
_HEADINGS = 20
_LEAST = 3


def prepare(page: HtmlElement) -> None:
    """Take notices and pop-ups off a page, and make an article of an aside that has most of its words."""
    words = _counted(page)
    overlays = [e for e in page.iter(*_BOXES) if _is_overlay(e) and words[e] <= _MOST_WORDS]
    gone = 0
    for element in overlays:
        if element.getparent() is not None:
            gone += words[element]
            element.drop_tree()
    for aside in page.iter("aside"):
        if 2 * words[aside] > words[page] - gone:
            aside.tag = "article"


def _counted(page: HtmlElement) -> dict[HtmlElement, int]:
    """The number of words in each element, in one pass from the last to the first."""
    words: dict[HtmlElement, int] = {}
    for element in reversed(list(page.iter())):
        seen = isinstance(element.tag, str) and element.tag not in ("script", "style", "template", "noscript")
        own = len((element.text or "").split()) if seen else 0
        inner = sum(words[c] + len((c.tail or "").split()) for c in element) if seen else 0
        words[element] = own + inner
    return words


def _is_overlay(element: HtmlElement) -> bool:
    """Whether an element calls itself a notice or a pop-up."""
    if (
        element.tag == "dialog"
        or element.get("aria-modal") == "true"
        or element.get("role") in ("dialog", "alertdialog")
    ):
        return True
    return bool(_OVERLAY.search(f"{element.get('id', '')} {element.get('class', '')}"[:500]))


def headings(page: HtmlElement) -> list[str]:
    """The page's own title first, then its first headings."""
    named = [" ".join((page.findtext(".//title") or "").split())]
    for heading, _ in zip(page.iter("h1", "h2"), range(_HEADINGS), strict=False):
        named.append(" ".join("".join(heading.itertext()).split()))
    return named


def headline(title: str | None, named: list[str], outlet: str | None) -> str | None:
    """The headline without the name of the site: the heading that the page's title repeats, else what is left of it."""
    whole, *others = named
    for heading in others:
        long = len(heading.split()) >= _LEAST and 2 * len(heading) >= len(whole)
        if long and heading.casefold() in whole.casefold():
            return heading
    left = without_site(whole, outlet)
    if len((title or "").split()) < _LEAST <= len(left.split()):  # a section's name, "News", is no headline
        return left
    return without_site(title, outlet) if title else title


def without_site(title: str, outlet: str | None) -> str:
    """A title whose first or last part names the site, without that part."""
    breaks = list(_BREAK.finditer(title))
    if breaks and _is_site(title[breaks[-1].end() :], outlet):
        return title[: breaks[-1].start()]
    if breaks and _is_site(title[: breaks[0].start()], outlet):
        return title[breaks[0].end() :]
    return title


def _is_site(part: str, outlet: str | None) -> bool:
    named = outlet is not None and part.strip().casefold() == outlet.casefold()
    return named or bool(_SITE.fullmatch(part.strip())) or heads.outlet(part.strip()) is not None
