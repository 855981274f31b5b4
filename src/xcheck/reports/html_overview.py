"""The head of the review: the weightiest divergences, and the articles with their strips and coverage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Reports
from xcheck.records.claim import Claim
from xcheck.records.finding import Finding
from xcheck.records.report import Report, ReportedDocument
from xcheck.reports.html_article import Block, ShownText, Tick, blocks, ticks
from xcheck.reports.html_names import Name, lettered, letters
from xcheck.reports.html_standing import Coverage, Standing, coverage
from xcheck.reports.matrix import Matrix
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


Shown = tuple[str, tuple[Run, ...], tuple[str, ...]]  # an article's letter, a passage, the letters of its reprints


class Headline(NamedTuple):
    """One of the weightiest findings for the template: its sentence, its passages with their letters and reprints."""

    finding: Finding
    message: tuple[Run, ...]
    passages: tuple[Shown, ...]


def articles(
    report: Report, texts: Mapping[str, ShownText], named: Mapping[str, Name], standing: Mapping[str, Standing]
) -> list[Article]:
    """The articles of a report in its order. ``texts`` by document id are shown; ``standing`` is by claim id."""
    covered = coverage(report, standing)
    found = []
    of: dict[str, list[tuple[int, Claim]]] = {d.id: [] for d in report.documents}
    for i, claim in enumerate(report.claims):
        of.setdefault(claim.document, []).append((i, claim))
    for position, document in enumerate(report.documents):
        own = of[document.id]
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


def headlines(report: Report, named: Mapping[str, Name], story: Matrix) -> list[Headline]:
    """The weightiest divergences, each thing and each passage once: of several over one the first stands for all."""
    most = lexicon(Reports).shown.weightiest
    row_of = {f.id: i for i, row in enumerate(story.rows) for f in row.findings}
    found: list[Headline] = []
    told: set[object] = set()
    for finding in dict(by_weight(report.findings)).get("divergence", ()):
        topics = {(e.document, e.start) for e in finding.evidence} | {row_of.get(finding.id, finding.id)}
        if len(found) < most and not topics & told:
            told |= topics
            found.append(Headline(finding, lettered(finding.message, letters(named)), _passages(finding, named)))
    return found


def _passages(finding: Finding, named: Mapping[str, Name]) -> tuple[Shown, ...]:
    """The passages of a finding, with the letters of their articles and of those that reprint them."""
    return tuple(
        (named[e.document].letter, runs(e), tuple(named[d].letter for d in e.reprints if d in named))
        for e in finding.evidence
        if e.document in named
    )


def _support(document: ReportedDocument) -> int | None:
    return None if document.support is None else round(100 * document.support)
