"""The report for GitHub Actions: annotations, written as workflow commands, and the summary of the step.

Form and limits: "Workflow commands for GitHub Actions" in GitHub's documentation. A step shows 10 annotations of a
kind and a summary of one MiB; what goes beyond is dropped there without a word, so the number is told here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xcheck.records.finding import Finding, Severity
from xcheck.records.report import Report
from xcheck.reports import markdown
from xcheck.reports.passage import visible
from xcheck.reports.places import place
from xcheck.reports.summary import idle, label, location, number, told, weight

MOST_OF_A_KIND = 10
LARGEST_SUMMARY = 1024 * 1024  # bytes of UTF-8
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
_CUT = "\n\nThe report is longer than a summary may be: the rest is left out.\n"


def render(report: Report, texts: Mapping[str, str]) -> str:
    """One command a line for each finding that is new and no agreement, worst first, at most 10 of a kind.

    A notice at the end tells how many were left out, and which suppressions let nothing pass. ``texts`` by document id
    gives the lines.
    """
    paths = {d.id: d.path for d in report.documents}
    found = [f for f in report.findings if f.kind != "agreement" and f.baseline != "unchanged"]
    unused = [visible(sentence) for sentence in idle(report)]
    chosen = _chosen(found, told=bool(unused))
    left_out = len(found) - len(chosen)
    lines = [_annotation(f, paths, texts) for f in chosen]
    told = [*([f"{number(left_out, 'findings')} more: see the report"] if left_out else []), *unused]
    if told:
        lines.append("::notice title=xcheck::" + "\n".join(told).translate(_DATA))
    return "".join(line + "\n" for line in lines)


def summary(report: Report, texts: Mapping[str, str]) -> str:
    """The Markdown report, cut between two blocks where it is larger than a step's summary may be."""
    whole = markdown.render(report, texts)
    data = whole.encode("utf-8", "backslashreplace")
    if len(data) <= LARGEST_SUMMARY:
        return whole
    fitting = data[: LARGEST_SUMMARY - len(_CUT.encode())].decode("utf-8", "ignore")
    return fitting.rpartition("\n\n")[0] + _CUT


def _chosen(findings: Sequence[Finding], *, told: bool) -> list[Finding]:
    """The findings that are shown, worst first. Where there is something to tell, a notice takes one of the seats."""
    of_kind: dict[Severity, list[Finding]] = {severity: [] for severity in _COMMANDS}
    for finding in sorted(findings, key=weight):
        of_kind[finding.severity].append(finding)
    told = told or any(len(group) > MOST_OF_A_KIND for group in of_kind.values())
    seats = {severity: MOST_OF_A_KIND - (told and severity == "note") for severity in of_kind}
    return [finding for severity, group in of_kind.items() for finding in group[: seats[severity]]]


def _annotation(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str]) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding, paths, texts))
    message = "\n".join(_message(finding, paths, texts)).translate(_DATA)
    return f"::{_COMMANDS[finding.severity]} {properties}::{message}"


def _properties(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    first = finding.evidence[0]
    path = paths.get(first.document, first.document)
    yield "file", path
    found = place(first, path, texts)
    if found:
        yield from (("line", str(found.line)), ("endLine", str(found.end_line)))
        if found.line == found.end_line:  # over several lines GitHub takes no columns
            yield from (("col", str(found.column)), ("endColumn", str(found.end_column)))
    yield "title", label(finding)


def _property(value: str) -> str:
    return visible(value).translate(_PROPERTY)


def _message(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[str]:
    """The finding in a line, then a line for each passage of the other articles."""
    yield visible(told(finding))
    for evidence in finding.evidence[1:]:
        path, line = location(evidence, paths, texts)
        yield f"{visible(path)}{'' if line is None else f':{line}'}: {visible(evidence.text)}"
