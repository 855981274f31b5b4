"""The report as JSON: the same object as ``report.model_dump(mode="json")``, the same bytes each time."""

from __future__ import annotations

import json
import re

from xcheck.records.report import Report

# Controls, marks of direction and other characters that are not seen, surrogates; and the old form of GitHub's
# workflow commands, which its runner obeys wherever in a line it stands.
_UNSEEN = re.compile(
    r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]|(?<=##)\["
)


def render(report: Report) -> str:
    """The report as indented JSON in the order of its fields, with a newline at the end."""
    fields = (f"  {_written(name)}: {_field(report, name)}" for name in Report.model_fields)
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _field(report: Report, name: str) -> str:
    """A field as it stands in the report. Of a list one item at a time is taken apart: there may be very many."""
    value = getattr(report, name)
    if not isinstance(value, tuple) or not value:
        return _within(_written(report.model_dump(mode="json", include={name})[name]), 1)
    items = (_within(_written(one.model_dump(mode="json")), 2) for one in value)
    return "[\n" + ",\n".join(f"    {item}" for item in items) + "\n  ]"


def _within(written: str, depth: int) -> str:
    """What is written, as far in as it stands: no text in JSON breaks a line."""
    return written.replace("\n", "\n" + depth * "  ")


def dumped(data: object) -> str:
    """The data as indented JSON: letters stay readable, what is not seen or would steer a terminal is escaped."""
    return _written(data) + "\n"


def _written(data: object) -> str:
    written = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
