"""The head of the review: the weightiest divergences, and the articles with their strips and coverage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xcheck.language.lexicon import lexicon
from xcheck.records.finding import Finding
from xcheck.records.report import Report, ReportedDocument
from xcheck.reports.html_article import Block, ShownText, Tick, blocks, ticks
from xcheck.reports.html_names import Name, lettered
from xcheck.reports.html_standing import Coverage, Standing, coverage
from xcheck.reports.passage import Run, runs
from xcheck.reports.summary import by_weight


class Article(NamedTuple):
    """An article ready for the template. ``support`` is in percent, and ``None`` but for drafts."""

    position: int
    name: Name
    blocks: tuple[Block, ...]
    ticks: tuple[Tick, ...]
    coverage: Coverage
    support: int | None


class Headline(NamedTuple):
    """One of the weightiest findings ready for the template: its sentence and its passages with their letters."""

    finding: Finding
    message: tuple[Run, ...]
    passages: tuple[tuple[str, tuple[Run, ...]], ...]


def articles(
    report: Report, texts: Mapping[str, ShownText], named: Mapping[str, Name], standing: Mapping[str, Standing]
) -> list[Article]:
    """The articles of a report in its order. ``texts`` by document id are shown; ``standing`` is by claim id."""
    covered = coverage(report, standing)
    found = []
    for position, document in enumerate(report.documents):
        own = [(i, c) for i, c in enumerate(report.claims) if c.document == document.id]
        text = texts[document.id]
        found.append(
            Article(
                position=position,
                name=named[document.id],
                blocks=tuple(blocks(text, own, standing, document.title)),
                ticks=tuple(ticks(len(text.at) - 1, [c for _, c in own], standing)),
                coverage=covered[document.id],
                support=_support(document),
            )
        )
    return found


def headlines(report: Report, named: Mapping[str, Name]) -> list[Headline]:
    """The weightiest divergences, each passage once: of several over one passage the first stands for all."""
    most = lexicon("reports")["shown"]["weightiest"]
    found: list[Headline] = []
    passages: set[tuple[str, int]] = set()
    for finding in dict(by_weight(report.findings)).get("divergence", ()):
        own = {(e.document, e.start) for e in finding.evidence}
        if not own & passages and len(found) < most:
            passages |= own
            shown = tuple((named[e.document].letter, runs(e)) for e in finding.evidence if e.document in named)
            found.append(Headline(finding, lettered(finding.message, named), shown))
    return found


def _support(document: ReportedDocument) -> int | None:
    return None if document.support is None else round(100 * document.support)
