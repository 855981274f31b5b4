"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    PositionEncodingKind,
    Range,
)

from xcheck.lsp.checking import Checked
from xcheck.lsp.positions import Lines
from xcheck.records.finding import Evidence, Finding, Severity
from xcheck.reports.passage import visible
from xcheck.reports.places import as_written, turning

SOURCE = "xcheck"
_SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked, encoding: PositionEncodingKind | str | None) -> list[Diagnostic]:
    """What was found in the draft, agreements left out, in the order of the report; positions are in ``encoding``."""
    lines = {name: Lines(text, encoding) for name, text in checked.texts.items()}
    found = (_diagnostic(f, checked, lines) for f in checked.report.findings if f.kind != "agreement")
    return [diagnostic for diagnostic in found if diagnostic]


def _diagnostic(finding: Finding, checked: Checked, lines: dict[str, Lines]) -> Diagnostic | None:
    own = next((e for e in finding.evidence if e.document == checked.draft), None)
    if own is None:
        return None
    return Diagnostic(
        range=lines[own.document].range(*turning(own)),
        message=visible(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=list(_related(finding, checked, lines)),
        data={"line": lines[own.document].position(own.start).line},
    )


def _related(finding: Finding, checked: Checked, lines: dict[str, Lines]) -> Iterator[DiagnosticRelatedInformation]:
    """The passages of the other articles; of a format without lines of its own, the file alone."""
    for evidence in finding.evidence:
        file = checked.files.get(evidence.document)
        if file and evidence.document != checked.draft:
            at = _range(evidence, lines[evidence.document]) if as_written(file.name) else Lines("").range(0, 0)
            yield DiagnosticRelatedInformation(Location(file.absolute().as_uri(), at), visible(evidence.text))


def _range(evidence: Evidence, lines: Lines) -> Range:
    return lines.range(*turning(evidence))
