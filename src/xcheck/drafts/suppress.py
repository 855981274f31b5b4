"""Findings that somebody has let pass: by a comment in the draft, by the configuration, by an editor's decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from xcheck.ingest.directives import DIRECTIVE, alone
from xcheck.records.document import Document
from xcheck.records.finding import Finding
from xcheck.records.report import Report, Suppressed, UnusedSuppression
from xcheck.records.rule import Rule

_IGNORE = re.compile(
    r"ignore[ \t]*+(?:\[([^\[\]]*)\][ \t]*+)?(?::[ \t]*+)?(?:until[ \t]++(\d{4}-\d\d-\d\d)[ \t]*+(?::[ \t]*+)?)?(.*)"
)
_FINGERPRINT = re.compile(r"(?:X[A-Z]+[0-9]{3}-)?([0-9a-f]{16})")


@dataclass(frozen=True)
class Suppression:
    """What is let pass: rules (ids, names) or findings (ids, fingerprints), why, and the last day, if there is one.

    One that is written in a draft holds for the passages of ``document`` on the line ``line`` alone. ``fault`` says
    what keeps a suppression from holding at all.
    """

    names: tuple[str, ...]
    reason: str
    place: str
    written: Literal["text", "file"]
    until: date | None = None
    document: str | None = None
    line: int = 0
    fault: str | None = None


def in_text(draft: Document, rules: Sequence[Rule]) -> Iterator[Suppression]:
    """The suppressions that a draft holds, in order: for the line that they stand on, or else for the next."""
    lines = draft.text.split("\n")
    for number, line in enumerate(lines, 1):
        for found in DIRECTIVE.finditer(line):
            yield _read(found[1].strip(), draft, number, _target(lines, number), rules)


def suppressed(
    report: Report, suppressions: Sequence[Suppression], documents: Iterable[Document], today: date
) -> Report:
    """The report without what is let pass, which is told apart, as is each suppression that lets nothing pass."""
    valid = [s for s in suppressions if _is_valid(s, today)]
    holding = _holding(report.findings, valid, {d.id: d for d in documents})
    used = {s for own in holding.values() for s in own}
    passed = (_passed(f, holding[f.id][0]) for f in report.findings if f.id in holding)
    return report.model_copy(
        update={
            "findings": tuple(f for f in report.findings if f.id not in holding),
            "suppressed": (*report.suppressed, *passed),
            "unused_suppressions": (
                *report.unused_suppressions,
                *(_unused(s, today) for s in suppressions if s not in used),
            ),
        }
    )


def _holding(
    findings: Iterable[Finding], valid: Sequence[Suppression], documents: Mapping[str, Document]
) -> dict[str, list[Suppression]]:
    """The suppressions that cover each finding that any covers, by its id."""
    held = {f.id: [s for s in valid if _covers(s, f, documents)] for f in findings}
    return {name: own for name, own in held.items() if own}


def _is_valid(suppression: Suppression, today: date) -> bool:
    return not suppression.fault and (suppression.until is None or suppression.until >= today)


def fingerprint_of(name: str) -> str | None:
    """The fingerprint that a finding's id or fingerprint names, None for anything else."""
    found = _FINGERPRINT.fullmatch(name)
    return found[1] if found else None


def _passed(finding: Finding, by: Suppression) -> Suppressed:
    return Suppressed(finding=finding, reason=by.reason, written=by.written, place=by.place, until=by.until)


def _read(written: str, draft: Document, number: int, target: int, rules: Sequence[Rule]) -> Suppression:
    found = _IGNORE.fullmatch(written)
    named, day, reason = (found[1] or "", found[2] or "", found[3].strip()) if found else ("", "", "")
    ids = {rule.name: rule.id for rule in rules}
    names = tuple(ids.get(name.casefold(), name) for part in named.split(",") if (name := part.strip()))
    until, late = _day(day) if day else (None, None)
    return Suppression(
        names=names or (written[:80],),
        reason=reason,
        place=f"{draft.path}:{number}",
        written="text",
        until=until,
        document=draft.id,
        line=target,
        fault=late or _fault(names, reason, rules),
    )


def _day(written: str) -> tuple[date | None, str | None]:
    try:
        return date.fromisoformat(written), None
    except ValueError:
        return None, f"{written} is no day"


def _fault(names: Sequence[str], reason: str, rules: Sequence[Rule]) -> str | None:
    """What is wrong with a suppression in a text. There is none for everything, and none without a reason."""
    if not names:
        return "it names no rule: write ignore[XQ002] and a reason"
    known = {rule.id.casefold() for rule in rules}
    unknown = [name for name in names if name.casefold() not in known and not fingerprint_of(name)]
    if unknown:
        return f"no rule is called {unknown[0]!r}"
    return None if reason else "it gives no reason"


def _target(lines: Sequence[str], number: int) -> int:
    """The line that a suppression on a line holds for: this one, or the next with words if it has none of its own."""
    if not alone(lines[number - 1]):
        return number
    following = (i for i in range(number + 1, len(lines) + 1) if lines[i - 1].strip() and not alone(lines[i - 1]))
    return next(following, number)


def _covers(suppression: Suppression, finding: Finding, documents: Mapping[str, Document]) -> bool:
    if not any(_names(name, finding) for name in suppression.names):
        return False
    if suppression.document is None:
        return True
    document = documents[suppression.document]
    return any(
        document.line_of(e.start) <= suppression.line <= document.line_of(max(e.start, e.end - 1))
        for e in finding.evidence
        if e.document == document.id
    )


def _names(name: str, finding: Finding) -> bool:
    mark = fingerprint_of(name)
    return mark == finding.fingerprint if mark else name.casefold() == finding.rule.casefold()


def _unused(suppression: Suppression, today: date) -> UnusedSuppression:
    if suppression.fault:
        reason = suppression.fault
    elif suppression.until and suppression.until < today:
        reason = f"it ended on {suppression.until.isoformat()}"
    elif any(fingerprint_of(name) for name in suppression.names):
        reason = (
            "no such finding is left: the claim or its evidence reads differently now, or nothing is wrong any more"
        )
    else:
        reason = "nothing of that kind is found on its line"
    return UnusedSuppression(names=", ".join(suppression.names), place=suppression.place, reason=reason)
