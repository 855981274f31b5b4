"""The desk in a browser, through the real server and its processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from docx import Document as Word
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PATIENCE = 240_000  # milliseconds: a process that reads has to start first
COURIER = """Dockers walk out at Port Aldery

About 400 dockers walked out at Port Aldery on Monday in a dispute over night shifts, the Harbour Union said.

The walkout cost the port £2.4m, according to the port authority.
"""
HERALD = """Strike empties Aldery quays

The exact number of dockers who walked out at Port Aldery on Monday over night shifts remains unclear.

The walkout cost the port £2.9m, according to the port authority.
"""
DRAFT = """Dockers strike at Port Aldery

About 600 dockers walked out at Port Aldery on Monday in a dispute over night shifts, the Harbour Union said.
"""
HOSTILE = '</textarea></script><script>document.title = "acted"</script><img src=x onerror=alert(1)>'
COMMAND = [sys.executable, "-c", "from xcheck.__main__ import start; start()", "serve", "--port", "0"]

Start = Callable[[], str]
Enter = Callable[..., Page]


class Running:
    """A desk on a port of its own; its work outlives it."""

    def __init__(self, data: Path, folder: Path) -> None:
        self._command = [*COMMAND, str(folder), "--data", str(data)]
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        """Start it; the address to open."""
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.communicate()


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """What the desk reads takes as long as the machine needs."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a Word file and a PDF of the two articles."""
    made = tmp_path_factory.mktemp("wire")
    word = Word()
    for paragraph in COURIER.split("\n\n"):
        word.add_paragraph(paragraph)
    word.save(str(made / "courier.docx"))
    return made


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[Running]:
    made = Running(tmp_path_factory.mktemp("desk"), folder)
    yield made
    made.kill()


@pytest.fixture(scope="module")
def address(running: Running) -> str:
    return running.start()


@pytest.fixture
def enter(browser: Browser, address: str) -> Iterator[Enter]:
    """Opens a page as a new person would. Nothing may be asked of another place, nothing said on the console."""
    told: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(path: str = "/", width: int = 1440, height: int = 900, base: str = address) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: told.append(f"{m.type}: {m.text}") if not _is_refusal(m.text) else None)
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        own = urlsplit(base).netloc
        page.on("request", lambda r: told.append(r.url) if urlsplit(r.url).netloc not in (own, "") else None)
        page.goto(base)
        if path != "/":
            page.goto(f"http://{own}{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert told == []


def _is_refusal(said: str) -> bool:
    """Whether the console says that the desk refused: a version that somebody else saved first, a case that is gone."""
    return "409" in said or "404" in said


def _compare(page: Page) -> str:
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_url("**/cases/*")
    expect(page.locator("#side-by-side")).to_be_visible(timeout=PATIENCE)
    return urlsplit(page.url).path


@pytest.fixture(scope="module")
def draft(browser: Browser, address: str) -> str:
    """The path of a draft with a source."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.get_by_label("A draft").check()
    page.get_by_label("Text of the draft").fill(DRAFT)
    page.get_by_label("Text of source 1").fill(COURIER)
    page.get_by_label("Outlet").first.fill("The Courier")
    path = _compare(page)
    context.close()
    return path


def test_two_pasted_articles_lead_to_a_finding(enter: Enter) -> None:
    page = enter()
    page.get_by_label("Text of article 1").fill(COURIER)
    page.get_by_label("Text of article 2").fill(HERALD)
    _compare(page)
    page.locator("#list h4 button").first.click()
    expect(page.locator(".finding.open .card blockquote")).to_have_count(2)


def test_a_word_file_and_a_pdf_are_dropped(enter: Enter, folder: Path, browser: Browser) -> None:
    printed = browser.new_page()
    printed.set_content("".join(f"<p>{p}</p>" for p in HERALD.split("\n\n")))
    printed.pdf(path=folder / "herald.pdf")
    printed.close()
    page = enter()
    page.locator("#files").set_input_files([folder / "courier.docx", folder / "herald.pdf"])
    expect(page.locator("#chosen li")).to_have_count(2)
    _compare(page)
    expect(page.locator(".strips")).to_contain_text("herald.pdf")
    expect(page.locator("#list .finding.divergence").first).to_be_visible()


def test_a_finding_comes_and_goes_as_one_types(enter: Enter, draft: str) -> None:
    page = enter(f"{draft}/write")
    card = page.locator(".beside", has_text="400")
    expect(card.first).to_be_visible()
    expect(page.locator("#ground mark", has_text="600").first).to_be_attached()
    text = page.get_by_label("The draft")
    text.fill(DRAFT.replace("600", "400"))
    expect(card).to_have_count(0)
    text.fill(DRAFT)
    expect(card.first).to_be_visible()
    card.first.get_by_role("button", name="Quote the source").first.click()
    passage = COURIER.split("\n\n")[1].rstrip(".")
    expect(text).to_have_value(f"{DRAFT.split(chr(10), maxsplit=1)[0]}\n\n“{passage},” The Courier reported.\n")
    expect(card).to_have_count(0)


def test_what_is_not_saved_outlives_a_reload(enter: Enter, draft: str) -> None:
    page = enter(f"{draft}/write")
    text = page.get_by_label("The draft")
    before = text.input_value()
    text.fill(before + "\nOne more line.\n")
    page.reload()
    expect(text).to_have_value(before + "\nOne more line.\n")
    page.get_by_role("button", name="Take the saved version instead").click()
    expect(text).to_have_value(before)


def test_of_two_windows_the_later_is_told_and_nothing_is_lost(enter: Enter, draft: str) -> None:
    one, other = enter(f"{draft}/write"), enter(f"{draft}/write")
    base = one.get_by_label("The draft").input_value()
    one.get_by_label("The draft").fill(base + "\nAna was here.\n")
    one.keyboard.press("Control+s")
    expect(one.locator("#kept")).to_contain_text("Version 2")
    other.get_by_label("The draft").fill(base + "\nBea was here.\n")
    other.keyboard.press("Control+s")
    dialog = other.get_by_role("dialog")
    expect(dialog).to_contain_text("saved version 2")
    expect(other.get_by_label("The draft")).to_have_value(base + "\nBea was here.\n")
    dialog.get_by_role("button", name="Save mine as version 3").press("Enter")
    expect(other.locator("#kept")).to_contain_text("Version 3")
    page = enter(f"{draft}/versions?a=2&b=3")
    expect(page.locator("del")).to_contain_text("Ana")
    expect(page.locator("ins")).to_contain_text("Bea")


def test_a_decision_in_one_browser_is_seen_in_another(enter: Enter, draft: str) -> None:
    one, other = enter(f"{draft}?version=1"), enter(f"{draft}?version=1")
    for page in (one, other):
        page.locator("#list h4 button").first.focus()
    one.keyboard.press("c")
    expect(one.locator("#list .stamp").first).to_have_text("Confirmed")
    expect(other.locator("#list .stamp").first).to_have_text("Confirmed")
    rules = enter("/rules")
    expect(rules.locator(".measured")).to_contain_text("1 of 1")


def test_a_dismissal_is_pushed_to_the_other_browser(enter: Enter, draft: str) -> None:
    one, other = enter(f"{draft}/write"), enter(f"{draft}/write")
    for page in (one, other):
        page.get_by_label("The draft").fill(DRAFT)
        expect(page.locator("#checked")).to_contain_text("Checked")
        expect(page.locator(".beside").first).to_be_visible()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    shown = other.locator("li.beside").count()
    one.get_by_role("button", name="Dismiss…").first.click()
    one.get_by_label("Why").fill("Two ports.")
    one.get_by_role("dialog").get_by_role("button", name="Dismiss", exact=True).click()
    expect(other.locator("#dismissed")).to_contain_text("1 dismissed")
    expect(other.locator("li.beside")).to_have_count(shown - 1)
    one.locator("#dismissed summary").click()
    one.get_by_role("button", name="Bring back").click()
    expect(other.locator("li.beside")).to_have_count(shown)
    assert [url for url in asked if not url.endswith("/check")] == []  # the desk has told it unasked


def test_a_case_is_saved_and_opened_again(enter: Enter, draft: str, tmp_path: Path) -> None:
    page = enter(f"{draft}?version=1")
    page.get_by_text("Save as").press("Enter")
    with page.expect_download() as saving:
        page.get_by_role("link", name="The whole case").press("Enter")
    saving.value.save_as(tmp_path / "strike.xcheck")
    page.locator("[data-opens=delete]").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Keep it").press("Enter")
    home = enter()
    home.get_by_label("Open a case of another desk").set_input_files(tmp_path / "strike.xcheck")
    home.get_by_role("button", name="Open", exact=True).click()
    expect(home.locator("#side-by-side")).to_be_visible()
    assert urlsplit(home.url).path != draft


def test_a_case_is_renamed_and_deleted_by_keyboard(enter: Enter) -> None:
    page = enter()
    page.get_by_label("Text of article 1").fill(COURIER)
    page.get_by_label("Text of article 2").fill(HERALD)
    path = _compare(page)
    page.get_by_text("Rename", exact=True).first.press("Enter")
    page.get_by_label("Title").press("Control+a")
    page.keyboard.type("Port Aldery, twice")
    page.keyboard.press("Enter")
    expect(page.locator(".crumbs")).to_contain_text("Port Aldery, twice")
    page.locator("[data-opens=delete]").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Enter")  # the focus is back on the button
    page.get_by_role("button", name="Delete it").press("Enter")
    page.wait_for_url("**/")
    expect(page.get_by_role("link", name="Port Aldery, twice")).to_have_count(0)
    page.goto(f"http://{urlsplit(page.url).netloc}{path}")
    expect(page.locator(".problem")).to_be_visible()


def test_a_hostile_article_acts_on_no_page(enter: Enter) -> None:
    page = enter()
    page.get_by_label("A draft").check()
    page.get_by_label("Text of the draft").fill(f"{HOSTILE}\n\n{DRAFT}")
    page.get_by_label("Text of source 1").fill(f"{HOSTILE}\n\n{COURIER}")
    page.get_by_label("Outlet").first.fill(HOSTILE[:100])
    path = _compare(page)
    page.get_by_text("Rename", exact=True).first.click()
    page.get_by_label("Title").fill(HOSTILE)
    page.get_by_role("button", name="Rename").click()
    for address in (path, f"{path}/write", f"{path}/versions", "/", "/rules"):
        page.goto(f"http://{urlsplit(page.url).netloc}{address}")
        if address.endswith("write"):
            expect(page.locator("#checked")).to_contain_text("Checked")
        assert page.title() != "acted"
        assert page.locator("main img, main script:not([type]), main style").count() == 0


@pytest.mark.parametrize("look", [("light", 1440), ("dark", 1440), ("light", 390), ("dark", 390)])
@pytest.mark.parametrize("path", ["/", "/rules", "{}?version=1", "{}/write", "{}/versions", "/cases/none"])
def test_axe_finds_no_violation_and_nothing_sticks_out(
    enter: Enter, draft: str, axe: str, path: str, look: tuple[str, int]
) -> None:
    theme, width = look
    page = enter(path.format(draft), width=width)
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    if path.endswith("write"):
        expect(page.locator("#checked")).to_contain_text("Checked")
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(result => result.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    assert found == [], json.dumps(found, indent=1)[:4000]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_finding_is_dismissed_by_keyboard_and_found_again_after_a_power_cut(
    enter: Enter, draft: str, running: Running
) -> None:
    page = enter(f"{draft}/write")
    page.get_by_label("The draft").fill(DRAFT)
    expect(page.locator(".beside").first).to_be_visible()
    page.get_by_label("The draft").focus()
    page.keyboard.press("F8")
    expect(page.locator(".beside .go").first).to_be_focused()
    message = page.locator(".beside .message").first.inner_text()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Dismiss…":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Two ports.")
    page.keyboard.press("Enter")
    expect(page.locator("#dismissed")).to_contain_text("1 dismissed")
    second = enter(f"{draft}/write")
    second.get_by_label("The draft").fill(DRAFT)
    expect(second.locator("#dismissed")).to_contain_text("1 dismissed")
    page.close()
    second.close()
    running.kill()
    third = enter(f"{draft}/write", base=running.start())
    third.get_by_label("The draft").fill(DRAFT)
    expect(third.locator("#dismissed")).to_contain_text("1 dismissed")
    third.locator("#dismissed summary").click()
    expect(third.locator("#dismissed")).to_contain_text("Of no matter here: Two ports.")
    expect(third.locator("#dismissed")).to_contain_text(message)
