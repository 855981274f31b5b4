"""What is done to one article, or to the articles of one story. It is called apart, and knows nothing of stores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from xcheck.corpus import documents, marked
from xcheck.corpus.raw import Raw
from xcheck.records.claim import Claim
from xcheck.records.report import Report
from xcheck.records.rule import Rule
from xcheck.reports import index
from xcheck.resources import forget_results, loaded
from xcheck.stories.group import Story

Row = dict[str, Any]


def read(raw: Raw) -> tuple[Row, Row]:
    """Give the row of a raw article's document, and that of its marks. Raises InputError where it is set aside."""
    row = documents.row(document := documents.document(raw))
    return row, {**marked.row(document), "digest": row["digest"]}


def claims(document: Mapping[str, Any]) -> list[Row]:
    """Give the rows of the claims of a document's row."""
    from xcheck import api  # noqa: PLC0415 - heavy, and who asks for the work does not need it

    return [_claim(number, claim) for number, claim in enumerate(api.claims(documents.of_row(document)))]


def _claim(number: int, claim: Claim) -> Row:
    source = claim.attribution.source if claim.attribution else None
    return {
        "id": claim.id,
        "document": claim.document,
        "number": number,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "speaker": (source.name or source.text) if source else None,
        "record": claim.model_dump_json(exclude_defaults=True),
    }


class Compared(NamedTuple):
    """What a comparison comes to: the rows of its findings, its row of the index, and its page."""

    findings: list[Row]
    told: Row
    page: str


def compare(
    story: Story, rows: Sequence[Mapping[str, Any]], claimed: Sequence[Mapping[str, Any]], *, judged: bool, page: str
) -> Compared:
    """Compare the articles of a story by the rows of their documents and claims; ``page`` is where its page will be."""
    from xcheck import api  # noqa: PLC0415 - as above
    from xcheck.engine.load import stable  # noqa: PLC0415
    from xcheck.options import Options  # noqa: PLC0415
    from xcheck.reports import html  # noqa: PLC0415

    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for row in sorted(claimed, key=itemgetter("document", "number")):
        claims_of[row["document"]].append(Claim.model_validate_json(row["record"]))
    articles = [(document := documents.of_row(row), claims_of[document.id]) for row in rows]
    report = api.compare_claims(articles, Options(judged=judged, rules=stable(_rules())), told=[story])
    found = Compared(
        findings=[_finding(story.id, report, place) for place in range(len(report.findings))],
        told=index.entry(report, page)._asdict(),
        page=html.render(report, {document.id: document.text for document, _ in articles}, _rules()),
    )
    forget_results()  # which the next story has no use for: a process that kept them would grow with the corpus
    return found


@loaded
def _rules() -> tuple[Rule, ...]:
    """The rules that ship, read once and not for each story: that would take as long as half the comparison."""
    from xcheck.engine.load import load_rules  # noqa: PLC0415 - as above

    return load_rules()


def _finding(story: str, report: Report, place: int) -> Row:
    finding = report.findings[place]
    return {
        "story": story,
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "type": finding.type,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "documents": [evidence.document for evidence in finding.evidence],
        "record": finding.model_dump_json(),
    }
