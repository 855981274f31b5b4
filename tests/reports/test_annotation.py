from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from xcheck.records.report import Report
from xcheck.reports.annotation import render


def _items(report: Report, texts: dict[str, str]) -> list[dict[str, Any]]:
    page = json.loads(render(report, texts))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    items: list[dict[str, Any]] = page["items"]
    return items


def test_each_finding_is_an_annotation(report: Report, texts: dict[str, str]) -> None:
    items = _items(report, texts)
    assert [item["body"][0]["value"] for item in items] == [f.message for f in report.findings]
    for item in items:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:xcheck:")
        assert item["motivation"] == "assessing"
        assert {body["purpose"] for body in item["body"]} == {"commenting", "tagging"}


def test_both_selectors_find_their_text(report: Report, texts: dict[str, str]) -> None:
    targets = [target for item in _items(report, texts) for target in item["target"]]
    assert len(targets) == 3
    for target in targets:
        text = texts[Path(target["source"]).name]
        quotation, place = target["selector"]
        assert (quotation["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[place["start"] : place["end"]] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert text.index(around) + len(quotation["prefix"]) == place["start"]


def test_a_quotation_needs_no_text_at_hand(report: Report) -> None:
    selector = _items(report, {})[0]["target"][0]["selector"][0]
    assert selector.keys() == {"type", "exact"}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("news/a.txt", "news/a.txt"),
        ("two words.txt", "two%20words.txt"),
        ("half 50%?#x.txt", "half%2050%25%3F%23x.txt"),
        ("javascript:alert(1).txt", "javascript%3Aalert%281%29.txt"),
        ('é<>"{}|\\^`.txt', "%C3%A9%3C%3E%22%7B%7D%7C%5C%5E%60.txt"),
        ("half \ud83d.txt", "half%20%3F.txt"),
    ],
)
def test_a_source_is_an_iri(report: Report, path: str, source: str) -> None:
    documents = (report.documents[0].model_copy(update={"path": path}), report.documents[1])
    targets = [t for item in _items(report.model_copy(update={"documents": documents}), {}) for t in item["target"]]
    assert {t["source"] for t in targets} == {source, "south.txt"}
    assert urlsplit(source).scheme == ""
