"""How ``run`` and ``check`` end: reports written, findings weighed, an exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xcheck.cli.targets import STANDARD_OUTPUT, Target
from xcheck.cli.writing import Look, say_counts, write

if TYPE_CHECKING:
    from xcheck.records.report import Report

FINDINGS = 1


class Done(NamedTuple):
    """A finished analysis: its exit code, and the files and folders that it has read."""

    code: int
    read: tuple[Path, ...]


class Ending(NamedTuple):
    """Where the reports go, how they look, and the severity from which findings fail (None: none does)."""

    targets: Sequence[Target]
    look: Look
    quiet: bool
    fail_on: str | None


def finish(report: Report, texts: Mapping[str, str], ending: Ending) -> int:
    """Write the reports and give the exit code. ``texts`` holds the documents' texts by id."""
    for target in ending.targets:
        write(report, texts, target, ending.look)
    if not ending.quiet and all(target.path != STANDARD_OUTPUT for target in ending.targets):
        say_counts(report)
    return FINDINGS if ending.fail_on and fails(report, ending.fail_on) else 0


def fails(report: Report, least: str) -> bool:
    """Whether a report has a finding, new if there is a baseline, of at least this severity. Agreements are none."""
    from xcheck.reports.selection import SEVERITIES

    grave = SEVERITIES[[*SEVERITIES].index(least) :]  # type: ignore[arg-type]
    return any(f.kind != "agreement" and f.baseline != "unchanged" and f.severity in grave for f in report.findings)
