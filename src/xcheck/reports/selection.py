"""What of a report is shown: the findings that the reader asked for, and none else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from xcheck.engine.states import counted, shown
from xcheck.errors import UsageError
from xcheck.hints import hint
from xcheck.records.finding import DivergenceType, Finding, Kind, Severity
from xcheck.records.report import Report
from xcheck.records.rule import Rule

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True)
class Selection:
    """Which findings to show. A selector names a rule (``XQ002``), a family of rules (``XQ``), a kind or a type.

    ``select`` empty means all; ``ignore`` outranks it. ``min_confidence`` runs from 0 to 1.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = "note"
    min_confidence: float = 0.0

    def admits(self, finding: Finding) -> bool:
        """Whether the finding is shown."""
        return (
            SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.min_severity)
            and finding.confidence >= self.min_confidence
            and (not self.select or any(_names(s, finding) for s in self.select))
            and not any(_names(s, finding) for s in self.ignore)
        )


def _names(selector: str, finding: Finding) -> bool:
    wanted = selector.casefold()
    return wanted in (finding.kind, finding.type) or finding.rule.casefold().startswith(wanted)


def selected(report: Report, selection: Selection) -> Report:
    """The report with the findings that the selection admits."""
    return narrowed(report, [f for f in report.findings if selection.admits(f)])


def narrowed(report: Report, kept: Sequence[Finding]) -> Report:
    """The report with some of its findings. The others are counted, and no claim's state tells of them.

    Where no claim of one article alone is shown, those that were folded away would not be shown either.
    """
    if len(kept) == len(report.findings):
        return report
    alone = any(f.kind == "uncorroborated" for f in kept)
    folded = report.folded if alone else 0
    left_out = len(report.findings) - len(kept) + report.folded - folded
    claims = shown(report.claims, [*kept, *(s.finding for s in report.suppressed)])
    return report.model_copy(
        update={
            "findings": tuple(kept),
            "folded": folded,
            "hidden": report.hidden + left_out,
            "claims": claims,
            "states": counted(claims),
        }
    )


def resolved(selectors: Sequence[str], rules: Sequence[Rule]) -> tuple[str, ...]:
    """The selectors with every rule's name turned into its id. Raises UsageError for one that can name no finding."""
    ids = {rule.name: rule.id for rule in rules}
    known = {*get_args(Kind), *get_args(DivergenceType), *ids, *(rule.type for rule in rules if rule.type)}
    for selector in selectors:
        wanted = selector.casefold()
        if wanted not in known and not any(rule.id.casefold().startswith(wanted) for rule in rules):
            likely = hint(selector, {*known, *ids.values()})
            raise UsageError(f"no rule, family, kind or type is called {selector!r}{likely}")
    return tuple(ids.get(selector.casefold(), selector) for selector in selectors)
