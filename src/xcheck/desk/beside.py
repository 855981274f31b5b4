"""The findings of a draft as the page shows them beside its lines. Offsets are UTF-16 units, as a browser counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from xcheck.desk.quoting import credit, quoted
from xcheck.records.document import Document
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report
from xcheck.reports.html_words import words
from xcheck.reports.passage import runs, visible
from xcheck.reports.places import turning
from xcheck.reports.summary import by_weight, told

Called = Sequence[tuple[str, str]]

_SHOWN = ("divergence", "extrapolation")


def beside(report: Report, draft: Document, sources: Sequence[Document]) -> list[dict[str, Any]]:
    """What was found against the draft, in the order of its text; agreements are left out."""
    at = units(draft.text)
    by_id = {source.id: source for source in sources}
    names = _names(draft.id, by_id)
    found = [
        _shown(finding, own, at, by_id, names)
        for kind, group in by_weight(report.findings)
        for finding in group
        if kind in _SHOWN and (own := _own(finding, draft.id))
    ]
    return sorted(found, key=lambda one: one["from"])


def units(text: str) -> list[int]:
    """Where each code point of a text stands in UTF-16 units; one entry more, for the end."""
    return [*accumulate((1 + (c > "\uffff") for c in text), initial=0)]


def _own(finding: Finding, draft: str) -> Evidence | None:
    return next((e for e in finding.evidence if e.document == draft), None)


def _shown(
    finding: Finding, own: Evidence, at: Sequence[int], sources: Mapping[str, Document], names: Called
) -> dict[str, Any]:
    start, end = turning(own)
    others = [e for e in finding.evidence if e is not own]
    return {
        "print": finding.fingerprint,
        "rule": finding.rule,
        "kind": finding.kind,
        "type": words(finding.type or finding.kind),
        "severity": finding.severity,
        "confidence": round(100 * finding.confidence),
        "message": _named(visible(told(finding)), names),
        "from": at[start],
        "to": at[end],
        "sentence": [at[own.start], at[own.end]],
        "passages": [_passage(e, at, sources) for e in others],
    }


def _names(draft: str, sources: Mapping[str, Document]) -> Called:
    """The names that messages have for the draft and its sources, the longest first, and what people call them."""
    names = {draft: "the draft", **{name: credit(source) for name, source in sources.items()}}
    return [(visible(name), called) for name, called in sorted(names.items(), key=lambda item: -len(item[0]))]


def _named(message: str, names: Called) -> str:
    """The message with the draft and its sources called as people call them, not by the names of files."""
    for name, called in names:
        message = message.replace(name, called).replace(name.capitalize(), called)
    return message[:1].upper() + message[1:]


def _passage(evidence: Evidence, at: Sequence[int], sources: Mapping[str, Document]) -> dict[str, Any]:
    """A passage that the finding rests on: of a source, with what to quote it by; or of the draft, with its place."""
    said: dict[str, Any] = {"runs": [[run.text, int(run.marked)] for run in runs(evidence)]}
    source = sources.get(evidence.document)
    if source is None:
        return said | {"name": "This draft", "at": [at[evidence.start], at[evidence.end]]}
    return said | {"name": credit(source), "quote": quoted(evidence.text, credit(source))}
