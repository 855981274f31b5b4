"""Five articles, of which one is a reprint; and articles that would like to act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import xcheck
from xcheck.records.document import Document
from xcheck.records.report import Report
from xcheck.reports import html

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]
LEAD = "The ferry Aurelia ran aground off Brennick on Monday, and {} passengers were taken off, the coastguard said."
REST = (
    "The harbour master, Tomas Vell, said that the ship had lost its steering shortly after it left the quay. "
    "The ferry company said that divers would inspect the hull before the ship was towed back to the yard at Orme."
)
HOSTILE = (
    '</script><script>document.title = "acted"</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} {% raw %}\u202e\x00 '
    "<style>body{display:none}</style> \" ' ` & <!-- <a href=javascript:alert(2)>click</a>"
)


@pytest.fixture(scope="module")
def five() -> tuple[Report, dict[str, str]]:
    told = [f"{LEAD.format(n)}\n\n{REST}\n" for n in ("212", "about 200", "212", "340")]
    told.append("The ferry Aurelia ran aground on Monday.\n\nHow many passengers were on board remains unclear.\n")
    documents = [Document.from_text(text, name=f"{name}.txt") for name, text in zip("pqrst", told, strict=True)]
    return xcheck.compare(documents), {d.id: d.text for d in documents}


def test_two_of_five_stand_side_by_side_and_a_finding_brings_its_own(
    opened: Opened, five: tuple[Report, dict[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "five.html"
    path.write_text(html.render(*five), encoding="utf-8")
    page = opened(path)
    expect(page.locator(".article:visible")).to_have_count(2)
    report = five[0]
    wanted = next(f for f in report.findings if {e.document for e in f.evidence} == {"s.txt", "t.txt"})
    page.locator("#source").select_option("3")
    page.locator("#search").fill(wanted.rule)
    rows = page.locator("#list .finding h4 button")
    for i in range(rows.count()):
        rows.nth(i).click()
        letters = page.locator(".finding.open .card blockquote .letter").all_inner_texts()
        shown = [a.locator("header .letter").inner_text() for a in page.locator(".article:visible").all()]
        assert set(letters) <= set(shown)


def test_reprints_are_one_column(opened: Opened, five: tuple[Report, dict[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "five.html"
    path.write_text(html.render(*five), encoding="utf-8")
    page = opened(path)
    expect(page.locator(".story thead th")).to_have_count(1 + 2)
    expect(page.locator(".story thead th").nth(1)).to_contain_text("one origin with")


def test_a_claim_of_a_reprint_leads_to_what_was_found_of_its_first_print(
    opened: Opened, five: tuple[Report, dict[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "five.html"
    path.write_text(html.render(*five), encoding="utf-8")
    page = opened(path)
    page.locator("[data-pane=right]").select_option("2")
    page.locator("#article-2 a.m.divergence").first.click()
    expect(page.locator(".finding.open .card .reprints").first).to_contain_text("The same words in C")
    page.locator("[data-kind=divergence]").click()
    expect(page.locator("#article-2 .m.divergence")).to_have_count(0)


def test_a_malicious_article_runs_nothing(opened: Opened, tmp_path: Path) -> None:
    hostile = [f"{HOSTILE}\n\n{LEAD.format(n)} {HOSTILE}\n" for n in ("212", "340")]
    documents = [Document.from_text(text, name=f"{HOSTILE}{i}") for i, text in enumerate(hostile)]
    report = xcheck.compare(documents)
    title = report.documents[0].model_copy(update={"title": HOSTILE})
    report = report.model_copy(update={"documents": (title, report.documents[1])})
    path = tmp_path / "hostile.html"
    path.write_text(html.render(report, {d.id: d.text for d in documents}), encoding="utf-8")
    page = opened(path)
    for row in page.locator("#list .finding h4 button").all():
        row.click()
    expect(page.locator(".story")).to_be_visible()
    assert page.title() == "Review of 2 articles · xcheck"
    assert page.locator("main img, main script, main style, main a[href^=javascript]").count() == 0
    assert "49" not in page.locator(".strips h3").first.inner_text()
    assert "\u202e" not in page.content()
