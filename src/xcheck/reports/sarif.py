"""The report as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format", 27 March 2020).

Sections of the standard are named where the code follows from them alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import NamedTuple
from urllib.parse import quote

from xcheck.engine.page import page
from xcheck.records.finding import Evidence, Finding, Kind
from xcheck.records.report import Report, ReportedDocument, Suppressed
from xcheck.records.rule import Rule
from xcheck.reports.json import dumped
from xcheck.reports.passage import visible
from xcheck.reports.places import Place, as_written, placed, turning
from xcheck.reports.summary import ended, idle, told

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DISTRIBUTION = "xcheck-claims"
_FINGERPRINT = "xcheck/v1"
_ROOT = "%SRCROOT%"
# 3.27.9: "open" is a rule that was evaluated with too little at hand to tell whether there is a problem.
_KINDS: dict[Kind, str] = {
    "agreement": "pass",
    "divergence": "fail",
    "extrapolation": "fail",
    "uncorroborated": "open",
}
_LINK = re.compile(r"\](?=\()")
_BRACKETS, _ESCAPED = re.compile(r"[\[\]\\]"), r"\\\g<0>"  # 3.11.6: in the text of a link
_BRACES = str.maketrans({"{": "{{", "}": "}}"})

Json = dict[str, object]


class _Run(NamedTuple):
    """What the parts of a log are written from: documents by id with their index, their texts, the index of a rule."""

    documents: Mapping[str, tuple[int, ReportedDocument]]
    texts: Mapping[str, str]
    rules: Mapping[str, int]


def render(report: Report, texts: Mapping[str, str], rules: Sequence[Rule]) -> str:
    """One run as a SARIF log; of ``rules``, those that were applied, the ones that found something are described.

    ``texts`` by document id gives the lines. Columns count code points; paths count from the folder of the run.
    """
    raised = {f.rule for f in (*report.findings, *(s.finding for s in report.suppressed))}
    described = [rule for rule in rules if rule.id in raised]
    documents = {d.id: (i, d) for i, d in enumerate(report.documents)}
    run = _Run(documents, texts, {rule.id: i for i, rule in enumerate(described)})
    log: Json = {
        "tool": {"driver": _driver(described)},
        "invocations": [_invocation(report)],
        "artifacts": [_artifact(d) for d in report.documents],
        "columnKind": "unicodeCodePoints",
        "properties": {"claims": dict(ended(report))},
        "results": [
            *({**_result(f, run), "suppressions": []} for f in report.findings),
            *({**_result(s.finding, run), "suppressions": [_suppression(s)]} for s in report.suppressed),
        ],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [log]})


def _driver(rules: Sequence[Rule]) -> Json:
    own = version(_DISTRIBUTION)
    return {"name": "xcheck", "version": own, "semanticVersion": own, "rules": [_descriptor(r) for r in rules]}


def _descriptor(rule: Rule) -> Json:
    text = _unplaced(page(rule))
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _plain(rule.summary)},
        "fullDescription": {"text": _plain(rule.why)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {
            "level": rule.severity if _KINDS[rule.kind] == "fail" else "none",
            "rank": _rank(rule.confidence),
        },
        "properties": {"tags": [rule.kind, *filter(None, [rule.type])]},
    }


def _invocation(report: Report) -> Json:
    """What was not read, and what is written to let a finding pass and lets none pass."""
    skipped = [f"{s.path} was not read: {s.reason}" for s in report.skipped]
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [_notification(text) for text in skipped],
        "toolConfigurationNotifications": [_notification(text) for text in idle(report)],
    }


def _notification(text: str) -> Json:
    return {"level": "warning", "message": {"text": _plain(text)}}


def _artifact(document: ReportedDocument) -> Json:
    return {"location": {"uri": _uri(document.path), "uriBaseId": _ROOT}, "roles": ["analysisTarget"]}


def _result(finding: Finding, run: _Run) -> Json:
    kind = _KINDS[finding.kind]
    first, *others = finding.evidence
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": run.rules[finding.rule]} if finding.rule in run.rules else {}),
        "kind": kind,
        "level": finding.severity if kind == "fail" else "none",  # 3.27.10: no other level beside another kind
        "rank": _rank(finding.confidence),
        "message": {"text": " ".join([_plain(told(finding)), *_links(others, run)])},
        "locations": [_location(first, run)],
        "relatedLocations": [{"id": i, **_location(other, run)} for i, other in enumerate(others, 1)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        **({"baselineState": finding.baseline} if finding.baseline else {}),
        "properties": {"id": finding.id, "kind": finding.kind, **({"type": finding.type} if finding.type else {})},
    }


def _suppression(suppressed: Suppressed) -> Json:
    until = {"until": suppressed.until.isoformat()} if suppressed.until else {}
    return {
        "kind": "inSource" if suppressed.written == "text" else "external",
        "status": "accepted",
        "justification": visible(suppressed.reason),
        "properties": {"place": suppressed.place, **until},
    }


def _links(others: Sequence[Evidence], run: _Run) -> list[str]:
    """A link for each other passage (3.11.6): GitHub shows a related location only where the message links to it."""
    return [f"Compare [{_BRACKETS.sub(_ESCAPED, _plain(_path(e, run)))}]({i})." for i, e in enumerate(others, 1)]


def _location(evidence: Evidence, run: _Run) -> Json:
    path = _path(evidence, run)
    artifact: Json = {"uri": _uri(path), "uriBaseId": _ROOT}
    if evidence.document in run.documents:
        artifact["index"] = run.documents[evidence.document][0]
    physical: Json = {"artifactLocation": artifact}
    text = run.texts.get(evidence.document)
    if text is not None and as_written(path):
        start, end = turning(evidence)
        physical["region"] = _region(text, start, end)
        if (start, end) != (evidence.start, evidence.end):  # 3.29.5: the context is larger than the region
            physical["contextRegion"] = _region(text, evidence.start, evidence.end)
    return {"physicalLocation": physical, "message": {"text": _plain(evidence.text)}}


def _path(evidence: Evidence, run: _Run) -> str:
    found = run.documents.get(evidence.document)
    return found[1].path if found else evidence.document


def _uri(path: str) -> str:
    return quote(path, errors="backslashreplace")


def _region(text: str, start: int, end: int) -> Json:
    found: Place = placed(text, start, end)
    return {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": found.end_column,
        "snippet": {"text": text[start:end]},
    }


def _rank(confidence: float) -> float:
    return round(100 * confidence, 2)


def _plain(text: str) -> str:
    """Text that is not ours as a message without links and placeholders, on one line."""
    return _unplaced(_LINK.sub("] ", visible(text)))


def _unplaced(text: str) -> str:
    """The text with its braces doubled (3.11.5): single ones hold the place of an argument."""
    return text.translate(_BRACES)
