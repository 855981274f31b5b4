"""The findings of a report by story, for the formats that are read from top to bottom."""

from __future__ import annotations

from typing import NamedTuple

from xcheck.records.finding import Finding
from xcheck.records.report import Report
from xcheck.reports.matrix import Matrix


class Told(NamedTuple):
    """What was found in one story; ``headline`` is None where a report has no more than one."""

    headline: str | None
    documents: tuple[str, ...]
    findings: tuple[Finding, ...]


def by_story(report: Report) -> list[Told]:
    """The stories in which something was found, as the report orders them; all findings as one where it has one."""
    if len(report.stories) < 2:
        return [Told(None, tuple(d.id for d in report.documents), report.findings)]
    place = {name: i for i, story in enumerate(report.stories) for name in story.documents}
    of: dict[int, list[Finding]] = {i: [] for i in range(len(report.stories))}
    for finding in report.findings:
        of[place[finding.evidence[0].document]].append(finding)
    return [
        Told(story.headline, story.documents, tuple(of[i]))
        for i, story in enumerate(report.stories)
        if any(f.baseline != "unchanged" for f in of[i])
    ]


def loners(report: Report) -> list[str]:
    """The paths of the articles that were held against nothing, since no other tells their story."""
    if len(report.stories) < 2:
        return []
    paths = {d.id: d.path for d in report.documents}
    return [paths[story.documents[0]] for story in report.stories if len(story.documents) == 1]


def tables(report: Report, whole: Matrix) -> list[tuple[str | None, Matrix]]:
    """The matrix of each story that has rows, under its headline; of the one story of a report without one."""
    if len(report.stories) < 2:
        return [(None, whole)]
    found: list[tuple[str | None, Matrix]] = []
    for story in report.stories:
        columns = {own: printed for own, printed in whole.columns.items() if own in story.documents}
        if rows := tuple(row for row in whole.rows if columns.keys() & row.cells.keys()):
            found.append((story.headline, Matrix(columns, rows, {})))
    return found
