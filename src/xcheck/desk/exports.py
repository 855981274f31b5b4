"""What a case can be saved as: the formats of the report, and the case as one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from xcheck.records.report import Report
from xcheck.reports import annotation, claimreview, html, json, markdown, table_csv

Render = Callable[[Report, Mapping[str, str]], str]


class Form(NamedTuple):
    """A format: what people call it, the suffix and the media type of its files, and what renders it."""

    name: str
    suffix: str
    media: str
    render: Render


def _matrix(report: Report, _: Mapping[str, str]) -> str:
    return table_csv.render_matrix(report)


def _json(report: Report, _: Mapping[str, str]) -> str:
    return json.render(report)


def _claimreview(report: Report, _: Mapping[str, str]) -> str:
    return claimreview.render(report)


FORMS: Mapping[str, Form] = {
    "html": Form("The review, one page", "html", "text/html", html.render),
    "markdown": Form("Text for an e-mail (Markdown)", "md", "text/markdown", markdown.render),
    "csv": Form("Findings for a spreadsheet (CSV)", "csv", "text/csv", table_csv.render),
    "matrix": Form("Who says what, for a spreadsheet (CSV)", "matrix.csv", "text/csv", _matrix),
    "json": Form("The report for programs (JSON)", "json", "application/json", _json),
    "claimreview": Form("ClaimReview (JSON-LD)", "claimreview.json", "application/ld+json", _claimreview),
    "annotation": Form("Web Annotations (JSON-LD)", "annotation.json", "application/ld+json", annotation.render),
}
