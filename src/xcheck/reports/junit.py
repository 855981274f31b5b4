"""The report as JUnit XML, the form in which CI servers show tests: an agreement passes, a divergence fails."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from junitparser import Attr, Failure, JUnitXml, Skipped, TestCase, TestSuite

from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report
from xcheck.reports.passage import visible
from xcheck.reports.places import place
from xcheck.reports.summary import endings, label, location, told

_TOOL = "xcheck"
_NOTHING_FOUND = "nothing was found"


class _Case(TestCase):
    """A case with the attributes by which servers link it to a line."""

    file = Attr()
    line = Attr()


def render(report: Report, texts: Mapping[str, str]) -> str:
    """A suite for each pair of documents that findings concern, and one for the inputs that were not read.

    Agreements pass, divergences and extrapolations fail. What one article alone says is skipped, and what was let pass
    or accepted before. A report without a case has one that passes: servers take a file without tests for a failure.
    ``texts`` by document id gives the lines.
    """
    paths = {d.id: d.path for d in report.documents}
    root = JUnitXml(_TOOL)
    suites: dict[str, TestSuite] = {}
    for name, case in _cases(report, paths, texts):
        suites.setdefault(name, TestSuite(name)).add_testcase(case)
    for suite in suites.values():
        suite.add_property("claims", endings(report))
        root.add_testsuite(suite)
    root.update_statistics()  # type: ignore[no-untyped-call]
    written = io.BytesIO()
    root.write(written, pretty=True)
    return written.getvalue().decode("utf-8")


def _cases(report: Report, paths: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[tuple[str, TestCase]]:
    """Each case with the name of its suite."""
    passed = [(s.finding, f"let pass: {s.reason}") for s in report.suppressed]
    for finding, why in [*((f, _why_skipped(f)) for f in report.findings), *passed]:
        pair = dict.fromkeys(visible(paths.get(e.document, e.document)) for e in finding.evidence)
        yield " · ".join(pair), _case(finding, why, paths, texts)
    yield from (("inputs that were not read", _unread(s.path, s.reason)) for s in report.skipped)
    if not any((report.findings, report.suppressed, report.skipped)):
        yield " · ".join(visible(d.path) for d in report.documents) or _TOOL, TestCase(_NOTHING_FOUND, _TOOL)


def _unread(path: str, reason: str) -> TestCase:
    case = TestCase(visible(path), "input")
    case.result = Skipped(visible(reason))
    return case


def _why_skipped(finding: Finding) -> str | None:
    if finding.baseline == "unchanged":
        return "accepted before"
    return "no other article speaks of it" if finding.kind == "uncorroborated" else None


def _case(finding: Finding, skipped: str | None, paths: Mapping[str, str], texts: Mapping[str, str]) -> TestCase:
    message = visible(told(finding))
    case = _Case(f"{message} ({finding.id})", f"{finding.kind}.{finding.rule}")
    first = finding.evidence[0]
    path = paths.get(first.document, first.document)
    case.file = visible(path)
    found = place(first, path, texts)
    if found:
        case.line = str(found.line)
    shown = "\n".join([label(finding), *(_passage(e, paths, texts) for e in finding.evidence)])
    if skipped is None and finding.kind != "agreement":
        case.result = Failure(message, finding.severity)
        case.result[0].text = shown
    else:
        case.system_out = shown
        if skipped and finding.kind != "agreement":
            case.result = Skipped(visible(skipped))
    return case


def _passage(evidence: Evidence, paths: Mapping[str, str], texts: Mapping[str, str]) -> str:
    path, line = location(evidence, paths, texts)
    return f"- {visible(path)}{'' if line is None else f':{line}'}: {visible(evidence.text)}"
