"""Takes the pictures of the desk, through its real server: part of ``make screenshots``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "docs" / "example"
_COMMAND = [sys.executable, "-c", "from xcheck.__main__ import start; start()", "serve", "--port", "0", "--data"]
_PATIENCE = 600_000  # milliseconds
DRAFT = """Dockers strike at Port Aldery

About 600 dockers walked out at Port Aldery on Monday in a dispute over night shifts, the Harbour Union said.

The strike will surely end within days.
"""
WIDE, PHONE = (1440, 900), (390, 844)


def take(browser: Browser, folder: Path) -> None:
    """Writes the pictures of the desk's pages into a folder: wide, on a phone, light and dark."""
    with _desk() as address:
        page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]}, reduced_motion="reduce")
        page.set_default_timeout(_PATIENCE)
        page.goto(address)
        compared = _compare(page, {})
        draft = _compare(page, {"draft_text": DRAFT})
        _shoot(page, f"{compared}", folder / "desk-review.png")
        _shoot(page, f"{draft}/write", folder / "desk-write.png", wait=".beside")
        _shoot(page, f"{draft}/write", folder / "desk-write-dark.png", wait=".beside", dark=True)
        _shoot(page, f"{draft}/write", folder / "desk-write-phone.png", wait=".beside", size=PHONE)
        page.goto(f"{_base(page)}{draft}/write")
        page.get_by_label("The draft").fill(DRAFT.replace("600", "400"))
        page.get_by_role("button", name="Save").click()
        page.wait_for_function("document.querySelector('#kept')?.textContent.includes('Version 2')")
        _shoot(page, f"{draft}/versions", folder / "desk-versions.png")
        _shoot(page, f"{compared}", folder / "desk-review-phone.png", size=PHONE)
        _shoot(page, "/", folder / "desk-home.png")
        _shoot(page, "/", folder / "desk-home-phone-dark.png", size=PHONE, dark=True)
        _shoot(page, "/rules", folder / "desk-rules.png")
        page.close()


@contextmanager
def _desk() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as data:
        command = [*_COMMAND, data, str(EXAMPLE)]
        desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603
        try:
            yield desk.stdout.readline().strip() if desk.stdout else ""
        finally:
            desk.terminate()
            desk.wait()


def _compare(page: Page, fields: dict[str, str]) -> str:
    """The path of a case of the example: its two articles, or a draft that they are sources of."""
    page.goto(_base(page))
    if fields:
        page.get_by_label("A draft").check()
    for name, text in fields.items():
        page.locator(f"[name={name}]").fill(text)
    for box in page.locator("#listed input").all():
        box.check()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_selector("#side-by-side")
    if not fields:
        page.locator("#list h4 button").first.focus()
        page.keyboard.press("c")
        page.wait_for_timeout(1500)
    return page.url.removeprefix(_base(page)).partition("#")[0]


def _base(page: Page) -> str:
    return "/".join(page.url.split("/")[:3])


def _shoot(  # noqa: PLR0913 - one picture
    page: Page, path: str, target: Path, *, wait: str = "main", size: tuple[int, int] = WIDE, dark: bool = False
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
    page.goto(f"{_base(page)}{path}")
    page.wait_for_selector(wait)
    page.wait_for_timeout(300)
    page.screenshot(path=target)
