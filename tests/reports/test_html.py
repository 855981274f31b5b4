from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

import xcheck
from xcheck.records.finding import Evidence
from xcheck.records.report import Report, Suppressed, UnusedSuppression
from xcheck.reports import html

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"' {{ 7 * 7 }} \u202e\x07"


def _data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    content: dict[str, Any] = json.loads(found[1])
    return content


def test_the_policy_admits_the_pages_own_style_and_script_alone(report: Report, texts: dict[str, str]) -> None:
    page = html.render(report, texts)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    parts = dict(part.strip().split(" ", 1) for part in policy[1].replace("&#39;", "'").split(";"))
    assert parts.keys() == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    assert {parts[name] for name in ("default-src", "base-uri", "form-action")} == {"'none'"}
    for name, pattern in (("style-src", "<style>(.*?)</style>"), ("script-src", "<script>(.*?)</script>")):
        own = re.findall(pattern, page, re.DOTALL)
        assert len(own) == 1
        assert parts[name] == f"'sha256-{base64.b64encode(hashlib.sha256(own[0].encode()).digest()).decode()}'"


def test_nothing_points_outside_and_no_handler_or_style_is_inline(report: Report, texts: dict[str, str]) -> None:
    page = html.render(report, texts)
    assert not re.search(r'(?:src|href|action)="(?!#)', page)
    assert not re.search(r"\s(?:on[a-z]+|style)=\"", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_words_of_articles_stay_words(report: Report, texts: dict[str, str]) -> None:
    documents = tuple(d.model_copy(update={"title": HOSTILE, "path": HOSTILE}) for d in report.documents)
    findings = tuple(f.model_copy(update={"message": HOSTILE}) for f in report.findings)
    hostile = report.model_copy(update={"documents": documents, "findings": findings})
    page = html.render(hostile, {name: HOSTILE + text + HOSTILE for name, text in texts.items()})
    assert page.count("<script") == 2
    assert "<img" not in page
    assert "49" not in page.split("<main>")[1].split("</main>")[0]
    assert "\u202e" not in page
    assert "&lt;U+202E&gt;" in page
    assert _data(page)["documents"][0]["path"].startswith("</script><script>")


def test_the_same_report_gives_the_same_bytes(report: Report, texts: dict[str, str]) -> None:
    assert html.render(report, texts) == html.render(report, dict(reversed(texts.items())))


def test_the_head_says_what_matters_most(report: Report, texts: dict[str, str]) -> None:
    head = html.render(report, texts).split('id="side-by-side"')[0]
    assert "1 divergence in 2 articles" in head
    assert "<mark>400 dockers</mark>" in head
    assert re.search(r'data-finding="f1"><b class="letter">A</b> gives 400 dockers; <b class="letter">B</b> says', head)


def test_a_draft_is_named_as_such(report: Report, texts: dict[str, str]) -> None:
    draft = report.documents[0].model_copy(update={"support": 0.625})
    page = html.render(report.model_copy(update={"documents": (draft, *report.documents[1:])}), texts)
    assert "1 divergence between a draft and its sources" in page
    assert "<strong>62%</strong> borne out" in page


def test_what_was_left_out_is_told(report: Report, texts: dict[str, str]) -> None:
    end = html.render(report, texts).split('id="left-out"')[1]
    assert "Two events. One pair was compared and not flagged." in end
    assert "notes.txt: empty: there is no text in it" in end


def test_what_somebody_let_pass_is_told_with_the_reason(report: Report, texts: dict[str, str]) -> None:
    passed = Suppressed(finding=report.findings[1], reason="Counted twice.", written="file", place="d.toml:3")
    idle = UnusedSuppression(names="XQ009", place="d.toml:9", reason="no such finding")
    end = html.render(report.model_copy(update={"suppressed": (passed,), "unused_suppressions": (idle,)}), texts)
    assert "Counted twice. (d.toml:3)" in end
    assert "XQ009 (d.toml:9): no such finding" in end


def test_places_count_as_a_browser_counts(report: Report, texts: dict[str, str]) -> None:
    """Before the passage stand a character beyond the basic plane, two units long, and an unseen one, spelled out."""
    text = "\U0001f6a2\u200b " + texts["north.txt"]
    moved = tuple(
        Evidence(
            document=e.document,
            start=e.start + 3,
            end=e.end + 3,
            text=e.text,
            focus=tuple((start + 3, end + 3) for start, end in e.focus),
        )
        for e in report.findings[1].evidence[:1]
    )
    one = report.findings[1].model_copy(update={"evidence": moved})
    page = html.render(report.model_copy(update={"findings": (one,)}), {**texts, "north.txt": text})
    _, start, end, focus = _data(page)["findings"][0]["evidence"][0]
    shown = "\U0001f6a2<U+200B> " + texts["north.txt"]
    units = shown.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == moved[0].text
    assert units[2 * focus[0][0] : 2 * focus[0][1]].decode("utf-16-le") == "400 dockers"


@pytest.mark.parametrize("missing", [(), ("north.txt",), ("north.txt", "south.txt")])
def test_texts_may_be_missing(report: Report, texts: dict[str, str], missing: tuple[str, ...]) -> None:
    page = html.render(report, {name: text for name, text in texts.items() if name not in missing})
    assert page.count('<article class="article"') == 2


def test_a_pairs_review_stays_within_its_size() -> None:
    """At most 150 kB over the articles' own text (the two seeds)."""
    folder = Path(__file__).resolve().parents[2] / "seeds"
    documents = [xcheck.read(path) for path in sorted(folder.glob("*.txt"))]
    texts = {d.id: d.text for d in documents}
    page = html.render(xcheck.compare(documents), texts)
    assert len(page.encode()) - sum(len(text.encode()) for text in texts.values()) <= 150_000
