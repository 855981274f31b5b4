from __future__ import annotations

import json
from typing import Any

from xcheck.records.report import Report
from xcheck.reports.claimreview import render


def _graph(report: Report) -> list[dict[str, Any]]:
    content = json.loads(render(report))
    assert content["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = content["@graph"]
    return graph


def test_each_review_has_the_shape_that_schema_org_gives_it(report: Report) -> None:
    for review in _graph(report):
        assert review["@type"] == "ClaimReview"
        assert review["@id"].startswith("urn:xcheck:")
        assert isinstance(review["claimReviewed"], str)
        assert review["claimReviewed"]
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"]["appearance"]["@type"] == "NewsArticle"
        assert review["reviewRating"]["@type"] == "Rating"
        assert review["author"]["@type"] == "SoftwareApplication"
        assert all(work["@type"] == "NewsArticle" for work in review["citation"])
    sides = _graph(report.model_copy(update={"findings": report.findings[1:]}))
    assert len({review["@id"] for review in sides}) == 2


def test_both_sides_of_a_divergence_are_reviewed_and_an_extrapolation_once(report: Report) -> None:
    verdicts = [review["reviewRating"]["alternateName"] for review in _graph(report)]
    assert verdicts == ["not borne out by the other articles", "differs from south.txt", "differs from north.txt"]


def test_no_verdict_is_true_or_false_and_none_is_a_number(report: Report) -> None:
    for review in _graph(report):
        rating = review["reviewRating"]
        assert rating.keys() == {"@type", "alternateName"}
        assert not {"true", "false"} & set(rating["alternateName"].lower().split())


def test_in_a_check_the_draft_alone_is_reviewed(report: Report) -> None:
    draft = report.documents[0].model_copy(update={"support": 0.5})
    checked = report.model_copy(update={"documents": (draft, report.documents[1])})
    assert {r["itemReviewed"]["appearance"]["name"] for r in _graph(checked)} == {"north.txt"}


def test_agreements_are_no_reviews(report: Report) -> None:
    agreement = report.findings[1].model_copy(update={"kind": "agreement"})
    assert _graph(report.model_copy(update={"findings": (agreement,)})) == []


def test_nothing_ends_the_script_that_it_is_put_into(report: Report) -> None:
    hostile = "</script><!-- <script> & ]]>"
    documents = tuple(d.model_copy(update={"title": hostile, "path": hostile}) for d in report.documents)
    findings = tuple(f.model_copy(update={"message": hostile}) for f in report.findings)
    made = report.model_copy(update={"documents": documents, "findings": findings})
    assert not set("<>&") & set(render(made))
    assert {r["itemReviewed"]["appearance"]["name"] for r in _graph(made)} == {hostile}
