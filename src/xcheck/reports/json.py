"""The report as JSON: the same object as ``report.model_dump(mode="json")``, the same bytes each time."""

from __future__ import annotations

import json

from xcheck.records.report import Report


def render(report: Report) -> str:
    """The report as indented JSON in the order of its fields, with a newline at the end."""
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
