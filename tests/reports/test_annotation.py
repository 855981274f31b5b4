from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
