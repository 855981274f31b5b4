"""The renderer of each format, which brings its library along only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xcheck.cli.options import Format

if TYPE_CHECKING:
    from xcheck.records.report import Report
    from xcheck.records.rule import Rule


def rendered(report: Report, texts: Mapping[str, str], form: Format, rules: Sequence[Rule]) -> str:
    """The report in a format other than the terminal's.

    ``texts`` holds the documents' texts by id; ``rules`` are those that were applied.
    """
    match form:
        case Format.JSON:
            from xcheck.reports import json

            return json.render(report)
        case Format.SARIF:
            from xcheck.reports import sarif

            return sarif.render(report, texts, rules)
        case Format.JUNIT:
            from xcheck.reports import junit

            return junit.render(report, texts)
        case Format.GITHUB:
            from xcheck.reports import github

            return github.render(report, texts)
        case Format.HTML | Format.CSV | Format.MATRIX | Format.CLAIMREVIEW | Format.ANNOTATION:
            return _for_the_desk(report, texts, form, rules)
        case _:
            from xcheck.reports import markdown

            return markdown.render(report, texts)


def _for_the_desk(report: Report, texts: Mapping[str, str], form: Format, rules: Sequence[Rule]) -> str:
    """The formats of the review: docs/review.md."""
    match form:
        case Format.CSV:
            from xcheck.reports import table_csv

            return table_csv.render(report, texts)
        case Format.MATRIX:
            from xcheck.reports import table_csv

            return table_csv.render_matrix(report)
        case Format.CLAIMREVIEW:
            from xcheck.reports import claimreview

            return claimreview.render(report)
        case Format.ANNOTATION:
            from xcheck.reports import annotation

            return annotation.render(report, texts)
        case _:
            from xcheck.reports import html

            return html.render(report, texts, rules)
