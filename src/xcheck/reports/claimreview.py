"""Divergences and extrapolations as ClaimReview (schema.org) in JSON-LD. A rating never says "true" or "false"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

from xcheck.records.claim import Claim
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report, ReportedDocument
from xcheck.reports.json import dumped
from xcheck.reports.passage import visible
from xcheck.reports.summary import endings, told

_REVIEWER = {"@type": "SoftwareApplication", "name": "xcheck", "applicationCategory": "Comparison of articles"}

_HTML = re.compile(r"[<>&]")


def render(report: Report) -> str:
    """A graph of reviews: one for each passage of a divergence, one for an extrapolation.

    In a check only the draft's passages are reviewed. Nothing is dated: the same report gives the same bytes. The text
    may be put into a ``<script>`` of a page as it is: no sign of HTML is left in it.
    """
    documents, claims = {d.id: d for d in report.documents}, {c.id: c for c in report.claims}
    drafts = {name: d for name, d in documents.items() if d.support is not None}
    reviews = [
        review
        for finding in report.findings
        if finding.kind in ("divergence", "extrapolation")
        for review in _reviews(finding, drafts or documents, documents, claims)
    ]
    content = {"@context": "https://schema.org", "abstract": f"Claims: {endings(report)}", "@graph": reviews}
    # These signs stand in JSON's strings alone, where they may be written so.
    return _HTML.sub(lambda found: f"\\u{ord(found.group()):04x}", dumped(content))


def _reviews(
    finding: Finding,
    reviewed: Container[str],
    documents: Mapping[str, ReportedDocument],
    claims: Mapping[str, Claim],
) -> Iterator[dict[str, Any]]:
    for number, evidence in enumerate(finding.evidence, start=1):
        if evidence.document in reviewed:
            claim = next((claims[c] for c in finding.claims if _makes(claims.get(c), evidence)), None)
            yield _review(finding, number, evidence, claim, documents)


def _makes(claim: Claim | None, evidence: Evidence) -> bool:
    return claim is not None and claim.document == evidence.document


def _review(
    finding: Finding, number: int, evidence: Evidence, claim: Claim | None, documents: Mapping[str, ReportedDocument]
) -> dict[str, Any]:
    others = [documents[e.document] for e in finding.evidence if e.document != evidence.document]
    rating = {"@type": "Rating", "alternateName": _verdict(finding, others)}
    return {
        "@type": "ClaimReview",
        "@id": f"urn:xcheck:{finding.fingerprint}:{number}",
        "claimReviewed": visible(claim.text if claim else evidence.text),
        "reviewAspect": finding.type or finding.kind,
        "reviewBody": visible(told(finding)),
        "reviewRating": rating,
        "author": _REVIEWER,
        "itemReviewed": _claim(claim, documents[evidence.document]),
        "citation": [_work(d) for d in others],
    }


def _verdict(finding: Finding, others: list[ReportedDocument]) -> str:
    names = ", ".join(visible(d.title or d.path) for d in others)
    if finding.kind == "extrapolation":
        return "not borne out by the other articles"
    return f"differs from {names}" if names else "differs within the article"


def _claim(claim: Claim | None, document: ReportedDocument) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "Claim", "appearance": _work(document)}
    source = claim.attribution.source if claim and claim.attribution else None
    if source is not None:
        said["author"] = {"@type": "Thing", "name": visible(source.name or source.text)}
    return said


def _work(document: ReportedDocument) -> dict[str, str]:
    work = {"@type": "NewsArticle", "name": visible(document.title or document.path), "identifier": document.path}
    return work | ({"datePublished": document.published.isoformat()} if document.published else {})
