"""Findings as an editor shows them."""

from __future__ import annotations

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    PositionEncodingKind,
)

from xcheck.cli.lsp.checking import Checked, Idle
from xcheck.cli.lsp.positions import Lines
from xcheck.records.finding import Evidence, Finding, Severity
from xcheck.reports.passage import visible
from xcheck.reports.places import as_written, turning
from xcheck.reports.summary import told

SOURCE = "xcheck"
_SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked, encoding: PositionEncodingKind | str | None) -> list[Diagnostic]:
    """What was found in the draft, in the order of the report, then its idle suppressions.

    Agreements are left out, and what was accepted before. Positions are in ``encoding``.
    """
    lines = {name: Lines(text, encoding) for name, text in checked.texts.items()}
    shown = [f for f in checked.report.findings if f.kind != "agreement" and f.baseline != "unchanged"]
    found = [_diagnostic(finding, checked, lines) for finding in shown]
    idle = [_idle(one, lines[checked.draft.id]) for one in checked.idle]
    return [*(diagnostic for diagnostic in found if diagnostic), *idle]


def _diagnostic(finding: Finding, checked: Checked, lines: dict[str, Lines]) -> Diagnostic | None:
    own = next((e for e in finding.evidence if e.document == checked.draft.id), None)
    if own is None:
        return None
    others = [e for e in finding.evidence if e is not own]
    return Diagnostic(
        range=lines[own.document].range(*turning(own)),
        message=visible(told(finding)),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[_related(other, checked, lines) for other in others],
        data={"line": lines[own.document].position(own.start).line},
    )


def _related(evidence: Evidence, checked: Checked, lines: dict[str, Lines]) -> DiagnosticRelatedInformation:
    """Another passage, of a source or of the draft itself; of a format without lines of its own, the file alone."""
    file = checked.files[evidence.document]
    at = lines[evidence.document].range(*turning(evidence)) if as_written(file.name) else Lines("").range(0, 0)
    return DiagnosticRelatedInformation(Location(file.as_uri(), at), visible(evidence.text))


def _idle(idle: Idle, lines: Lines) -> Diagnostic:
    message = f"This suppression is idle: {visible(idle.reason)}"
    return Diagnostic(lines.range(idle.start, idle.end), message, DiagnosticSeverity.Warning, source=SOURCE)
