"""Takes the pictures of the review and the desk into ``docs/screenshots``: ``make screenshots``.

The two seeds, a story of 30 articles, and the pages of the desk; desktop and phone, light and dark. Needs Chromium.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import xcheck
from xcheck.records.document import Document
from xcheck.reports import html

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "docs")]
from desk_screenshots import take  # noqa: E402

from story import story  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"


class Shot(NamedTuple):
    """A picture: of which section, in which width and height of the window, light or dark."""

    name: str
    section: str
    width: int
    height: int
    dark: bool = False


SHOTS = (
    Shot("overview", "overview", 1440, 1000),
    Shot("side-by-side", "side-by-side", 1440, 900),
    Shot("side-by-side-dark", "side-by-side", 1440, 900, dark=True),
    Shot("matrix", "matrix", 1440, 900),
    Shot("phone", "overview", 390, 844),
    Shot("phone-findings-dark", "side-by-side", 390, 844, dark=True),
)


def main() -> None:
    """Writes the pictures of both stories."""
    FOLDER.mkdir(exist_ok=True)
    seeds = [xcheck.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _take(browser, "seeds", seeds)
        _take(browser, "thirty", story(30, 800))
        take(browser, FOLDER)


def _take(browser: Browser, name: str, documents: Sequence[Document]) -> None:
    report = xcheck.compare(documents)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.html"
        path.write_text(html.render(report, {d.id: d.text for d in documents}), encoding="utf-8")
        for shot in SHOTS:
            _shoot(browser, path, shot, FOLDER / f"{name}-{shot.name}.png")


def _shoot(browser: Browser, page_path: Path, shot: Shot, target: Path) -> None:
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page.goto(page_path.as_uri())
    page.locator(f"#{shot.section}").evaluate("section => section.id !== 'overview' && section.scrollIntoView()")
    if shot.section == "side-by-side" and shot.width < 500:
        page.locator("#list h4 button").first.click()
    page.wait_for_timeout(200)
    page.screenshot(path=target)
    page.close()


if __name__ == "__main__":
    main()
