"""Findings, and the matrix of a story, as CSV after RFC 4180, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from xcheck.records.finding import Finding
from xcheck.records.report import Report
from xcheck.reports.matrix import Cell, Matrix, Row, excerpt, matrix
from xcheck.reports.passage import visible
from xcheck.reports.summary import by_weight, endings, location, told

_HEAD = ("id", "kind", "type", "severity", "confidence", "rule", "message", "fingerprint")
_PASSAGE = ("document", "line", "passage")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, texts: Mapping[str, str]) -> str:
    """One finding a line, weightiest first, with two passages; at the end how the claims ended.

    ``texts`` by document id gives the lines of the passages.
    """
    paths = {d.id: d.path for d in report.documents}
    heads = [f"{name} {side}" for side in ("left", "right") for name in _PASSAGE]
    found = [f for _, group in by_weight(report.findings) for f in group]
    rows = [_finding(f, paths, texts) for f in found]
    ended = ["", "claims", "", "", "", "", endings(report), ""] + [""] * len(heads)
    return _table([[*_HEAD, *heads], *rows, ended])


def render_matrix(report: Report) -> str:
    """One line for each thing that articles speak of, one column an origin; at the end what one origin alone says."""
    story = matrix(report)
    paths = {d.id: d.path for d in report.documents}
    heads = ["kind", "types", "claim", *(" + ".join(paths[d] for d in printed) for printed in story.columns.values())]
    ended = ["claims", "", endings(report), *("" for _ in story.columns)]
    return _table([heads, *(_row(row, story) for row in story.rows), *_lone(story), ended])


def _finding(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str]) -> list[str]:
    passages: list[str] = []
    for evidence in finding.evidence[:2]:
        path, line = location(evidence, paths, texts)
        passages += [path, "" if line is None else str(line), evidence.text]
    head = [finding.id, finding.kind, finding.type or "", finding.severity, f"{finding.confidence:.2f}", finding.rule]
    padding = [""] * (2 * len(_PASSAGE) - len(passages))
    return [*head, told(finding), finding.fingerprint, *passages, *padding]


def _row(row: Row, story: Matrix) -> list[str]:
    cells = (row.cells.get(column) for column in story.columns)
    return [row.kind, ", ".join(row.types), row.title, *("" if c is None else _cell(c) for c in cells)]


def _cell(cell: Cell) -> str:
    told = " · ".join((*cell.values, *cell.asides))
    return f"{excerpt(cell.claim)} [{told}]" if told else excerpt(cell.claim)


def _lone(story: Matrix) -> Iterable[list[str]]:
    for column, claims in story.lone.items():
        for claim in claims:
            words = excerpt(claim)
            yield ["only source", "", words, *(words if c == column else "" for c in story.columns)]


def _table(rows: Sequence[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows([_inert(field) for field in row] for row in rows)
    return file.getvalue()


def _inert(field: str) -> str:
    """The field on one line; an apostrophe keeps a spreadsheet from taking it for a formula (OWASP, CSV injection)."""
    shown = visible(field)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
