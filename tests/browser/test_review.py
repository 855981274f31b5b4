from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from xcheck.drafts.dispositions import read_dispositions
from xcheck.records.report import Report

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]
OPEN = ".finding.open"
_IN_VIEW = """element => {
  const box = element.closest('.text').getBoundingClientRect(), line = element.getClientRects()[0];
  return line.top >= Math.max(0, box.top) && line.bottom <= Math.min(innerHeight, box.bottom);
}"""


def test_a_finding_is_reached_by_keyboard_alone_and_both_sides_come_into_view(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#list') !== null"):
            break
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#list .finding").nth(2).locator("h4 button")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#list .finding").nth(2).locator("h4 button")).to_be_focused()
    for side in (0, 1):
        lit = page.locator(f"#article-{side} .m.on").first
        expect(lit).to_be_visible()
        assert lit.evaluate(_IN_VIEW)
    assert page.locator("#thread path").get_attribute("d")


def test_tabbing_to_a_claim_brings_its_counterpart_and_its_card(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.locator("#article-0 .text").focus()
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator("#article-1 .m.on").count():
            break
    expect(page.locator("#article-0 a.m.on:focus")).to_have_count(1)
    assert page.locator("#article-1 .m.on").first.evaluate(_IN_VIEW)
    expect(page.locator(f"{OPEN} .card blockquote")).to_have_count(2)
    expect(page.locator(f"{OPEN} .card table")).to_contain_text("Who says so")


def test_pointing_at_a_claim_shows_it_too(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.locator("#side-by-side").scroll_into_view_if_needed()
    mark = page.locator("#article-1 a.m.extrapolation").first
    mark.scroll_into_view_if_needed()
    mark.hover()
    expect(mark).to_have_class("m extrapolation on")
    expect(page.locator(OPEN)).to_have_class("finding extrapolation open")


def test_a_claim_that_was_not_compared_says_why(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.locator("#article-0 a.m.alone").first.click()
    expect(page.locator("#reason")).to_contain_text("Alone.")
    expect(page.locator(OPEN)).to_have_count(0)


def test_filters_narrow_the_list_and_the_marks(opened: Opened, review: Path, seeds: tuple[Report, object]) -> None:
    page = opened(review)
    findings = seeds[0].findings
    expect(page.locator("#shown")).to_have_text(f"{len(findings)} of {len(findings)} findings")
    page.locator("[data-kind=extrapolation]").click()
    left = [f for f in findings if f.kind != "extrapolation"]
    expect(page.locator("#shown")).to_have_text(f"{len(left)} of {len(findings)} findings")
    expect(page.locator("#list .extrapolation")).to_have_count(0)
    expect(page.locator("#article-1 .m.extrapolation:not(.off)")).to_have_count(0)
    kind = next(f.type for f in left if f.type)
    page.locator("#type").select_option(kind)
    expect(page.locator("#list .finding")).to_have_count(sum(f.type == kind for f in left))
    page.locator("#type").select_option("")
    page.locator("#severity").select_option("warning")
    expect(page.locator("#list .finding")).to_have_count(sum(f.severity != "note" for f in left))
    page.locator("#search").fill("no article has these words")
    expect(page.locator("#shown")).to_have_text(f"0 of {len(findings)} findings")


def test_search_finds_the_words_of_a_passage(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.locator("#list h4 button").first.focus()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("lifeline")
    assert page.locator("#list .finding").count() > 0
    page.locator("#list h4 button").first.click()
    expect(page.locator(f"{OPEN} .card")).to_contain_text("lifeline")


def test_a_disposition_survives_a_reload_and_comes_back(
    opened: Opened, review: Path, tmp_path: Path, seeds: tuple[Report, object]
) -> None:
    page = opened(review)
    page.locator("#list h4 button").nth(1).click()
    page.locator(OPEN).get_by_role("button", name="False alarm").click()
    page.locator(OPEN).get_by_label("Note").fill('two "meetings" \\ one café\t☂')
    page.locator("#list h4 button").nth(2).focus()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.reload()
    expect(page.locator("#list .stamp")).to_have_text(["False alarm", "Confirmed"])
    expect(page.locator("#list .finding").nth(1)).to_have_class("finding divergence settled")
    page.locator("#disposition").select_option("false-alarm")
    expect(page.locator("#list .finding")).to_have_count(1)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Export dispositions").click()
    saving.value.save_as(tmp_path / "d.toml")
    kept = read_dispositions(tmp_path / "d.toml")
    assert [(i.decision, i.reason) for i in kept.ignore] == [("false-alarm", 'two "meetings" \\ one café\t☂')]
    assert len(kept.confirm) == 1
    prints = {f.fingerprint: f.rule for f in seeds[0].findings}
    assert all(prints[one.fingerprint] == one.rule for one in kept.ignore)
    assert all(prints[one.fingerprint] == one.rule for one in kept.confirm)


def test_a_finding_is_copied_as_text(opened: Opened, review: Path, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(review)
    page.locator("#list h4 button").first.focus()
    page.keyboard.press("y")
    expect(page.locator(OPEN).get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("divergence (")
    assert "seeds/000" in copied
    assert "seeds/001" in copied


def test_the_overview_leads_to_the_finding(opened: Opened, review: Path) -> None:
    page = opened(review)
    link = page.locator(".headlines h3 a").nth(1)
    words = link.inner_text()
    link.click()
    expect(page.locator(f"{OPEN} h4")).to_contain_text(words.split("“")[-1].split("”")[0])
    expect(page.locator(f"{OPEN} h4 button")).to_be_focused()


def test_the_texts_are_whole(opened: Opened, review: Path, seeds: tuple[Report, dict[str, str]]) -> None:
    page = opened(review)
    shown = page.locator(".text").evaluate_all("boxes => boxes.map(box => box.textContent)")
    assert [text.split() for text in shown] == [text.split() for text in seeds[1].values()]


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(opened: Opened, review: Path, axe: str, theme: str, width: int) -> None:
    page = opened(review, width=width)
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.locator("#list h4 button").first.click()
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(result => result.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    assert found == [], json.dumps(found, indent=1)[:4000]


@pytest.mark.parametrize("width", [1440, 768, 390, 320])
def test_nothing_sticks_out_sideways(opened: Opened, review: Path, width: int) -> None:
    page = opened(review, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_claim_leads_to_its_finding_and_back(opened: Opened, review: Path) -> None:
    page = opened(review, width=390, height=844)
    page.locator("#article-0 a.m.divergence").first.click()
    expect(page.locator(f"{OPEN} h4 button")).to_be_in_viewport()
    page.locator(OPEN).get_by_role("button", name="Show in A").click()
    expect(page.locator("#article-0 .m.on").first).to_be_in_viewport()


def test_the_reader_chooses_light_or_dark(opened: Opened, review: Path) -> None:
    page = opened(review)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    expect(page.get_by_role("button", name="Light", exact=True)).to_be_visible()


def test_print_shows_findings_with_their_passages_and_no_controls(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".card blockquote").count() > 10
    expect(page.locator(".filters")).to_be_hidden()
    assert page.pdf()[:5] == b"%PDF-"


def test_to_skip_to_the_findings_takes_the_focus_there(opened: Opened, review: Path) -> None:
    page = opened(review)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#findings")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#search")).to_be_focused()


def test_articles_open_at_the_headline_and_scroll_to_a_hit(opened: Opened, review: Path) -> None:
    page = opened(review)
    tops = "boxes => boxes.map(box => box.scrollTop)"
    assert page.locator(".text").evaluate_all(tops) == [0, 0]
    page.locator("#list h4 button").first.focus()
    page.keyboard.press("Escape")
    page.locator("#search").fill("lifeline")
    hit = page.locator(".article .m", has_text="lifeline").first
    page.wait_for_function("() => [...document.querySelectorAll('.text')].some(box => box.scrollTop > 0)")
    assert hit.evaluate(_IN_VIEW)
    expect(page.locator("#search")).to_be_focused()


def test_the_counts_of_the_kinds_follow_the_search(opened: Opened, review: Path, seeds: tuple[Report, object]) -> None:
    page = opened(review)
    counts = page.locator("[data-kind] b")
    kinds = page.locator("[data-kind]").evaluate_all("buttons => buttons.map(b => b.dataset.kind)")
    found = [str(sum(f.kind == kind for f in seeds[0].findings)) for kind in kinds]
    expect(counts).to_have_text(found)
    expect(page.locator("[data-kind=divergence]")).to_contain_text("divergence")
    page.locator("#search").fill("no article has these words")
    expect(counts).to_have_text(["0"] * len(kinds))


def test_on_a_phone_the_matrix_is_read_from_top_to_bottom(opened: Opened, review: Path) -> None:
    page = opened(review, width=390, height=844)
    row = page.locator(".story tbody tr").first
    boxes = [cell.bounding_box() for cell in row.locator("th, td:not(.none)").all()]
    for above, below in pairwise(boxes):
        assert above is not None
        assert below is not None
        assert below["y"] >= above["y"] + above["height"] - 1
        assert below["x"] + below["width"] <= 390
    expect(row.locator("td .of").first).to_be_visible()
