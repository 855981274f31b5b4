"""Findings as W3C Web Annotations (Recommendation of 2017), each passage found by its words and by its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report
from xcheck.reports.json import dumped
from xcheck.reports.summary import endings, told

_CONTEXT = 32  # characters before and after a quotation; the model leaves the number open


def render(report: Report, texts: Mapping[str, str]) -> str:
    """A page of annotations, one a finding. ``texts`` by document id give what stands around a passage.

    A TextPositionSelector counts Unicode code points of the document's text, as every offset of a report does.
    """
    paths = {d.id: d.path for d in report.documents}
    items = [_annotation(f, paths, texts) for f in report.findings]
    whole = {"id": "urn:xcheck:report", "type": "AnnotationCollection", "label": f"Claims: {endings(report)}"}
    content = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "partOf": whole,
        "items": items,
    }
    return dumped(content)


def _annotation(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, Any]:
    tags = [finding.kind, *filter(None, [finding.type]), finding.severity, finding.rule]
    comment = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en"}
    return {
        "id": f"urn:xcheck:{finding.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": "xcheck"},
        "body": [
            {**comment, "value": told(finding)},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": [_target(e, paths.get(e.document, e.document), texts.get(e.document)) for e in finding.evidence],
    }


def iri(path: str) -> str:
    """Write a path as a relative IRI: each sign that has a meaning there, or that no address may hold, is encoded."""
    return quote(path, safe="/~", errors="replace")


def _target(evidence: Evidence, source: str, text: str | None) -> dict[str, Any]:
    quotation = {"type": "TextQuoteSelector", "exact": evidence.text}
    if text is not None:
        quotation["prefix"] = text[max(0, evidence.start - _CONTEXT) : evidence.start]
        quotation["suffix"] = text[evidence.end : evidence.end + _CONTEXT]
    place = {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    return {"type": "SpecificResource", "source": iri(source), "selector": [quotation, place]}
