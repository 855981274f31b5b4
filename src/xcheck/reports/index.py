"""The index over many stories: one line a story with what was found in it, and a link to its page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from xcheck.records.report import Report
from xcheck.reports.html import policy, style
from xcheck.reports.summary import by_weight
from xcheck.reports.templating import page

STORIES = 200  # of a page of the index
FIRST = "index.html"
_COUNTED = ("divergence", "extrapolation", "agreement")


class Entry(NamedTuple):
    """A story in the index: how many findings of each kind it has, and the message of its weightiest divergence.

    ``page`` is the address of its report from the index on; ``weight`` the confidence of that divergence, 0 for none.
    """

    page: str
    headline: str
    articles: int
    divergence: int
    extrapolation: int
    agreement: int
    message: str | None
    weight: float


class Totals(NamedTuple):
    """What the index counts besides: articles that tell a story alone, and what was set aside."""

    alone: int = 0
    skipped: int = 0


def page_of(story: str) -> str:
    """The file of a story's page, by the story's id, which may hold what a file's name may not."""
    return hashlib.sha256(story.encode("utf-8", "surrogatepass")).hexdigest()[:20] + ".html"


def entry(report: Report, address: str) -> Entry:
    """The line of a report of one story, whose page lies at an address."""
    counts = {kind: sum(f.kind == kind for f in report.findings) for kind in _COUNTED}
    weightiest = next(iter(dict(by_weight(report.findings)).get("divergence", ())), None)
    return Entry(
        page=address,
        headline=report.stories[0].headline,
        articles=len(report.documents),
        message=weightiest.message if weightiest else None,
        weight=weightiest.confidence if weightiest else 0.0,
        **counts,
    )


def pages(entries: Sequence[Entry], totals: Totals = Totals()) -> dict[str, str]:  # noqa: B008 - it cannot change
    """The pages of the index by their file names: the stories that part most surely first, so many to a page."""
    ordered = sorted(entries, key=lambda e: (-e.weight, -e.divergence, e.headline, e.page))
    parts = [ordered[i : i + STORIES] for i in range(0, len(ordered), STORIES)] or [[]]
    names = [FIRST, *(f"index-{number}.html" for number in range(2, len(parts) + 1))]
    return {names[place]: _page(part, place, names, len(entries), totals) for place, part in enumerate(parts)}


def _page(entries: Sequence[Entry], place: int, names: Sequence[str], stories: int, totals: Totals) -> str:
    own_style = style()
    return page(
        "index.html.jinja",
        policy=policy(own_style),
        style=Markup(own_style),  # noqa: S704 - our own file
        entries=entries,
        stories=stories,
        totals=totals,
        number=place + 1,
        last=len(names),
        before=names[place - 1] if place else None,
        after=names[place + 1] if place + 1 < len(names) else None,
    )
