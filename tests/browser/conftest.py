"""A real browser on the review of the two seeds. Run by ``make browser``; plain ``pytest`` leaves it out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import xcheck
from xcheck.records.report import Report
from xcheck.reports import html

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / ".cache" / "axe.min.js"
WIDTH, HEIGHT = 1440, 900

Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("SKIPPED: no chromium here: apt-get install chromium, then make browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def seeds() -> tuple[Report, dict[str, str]]:
    documents = [xcheck.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return xcheck.compare(documents, least=0.0, everything=True), {d.id: d.text for d in documents}


@pytest.fixture(scope="session")
def review(seeds: tuple[Report, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the seeds' review."""
    path = tmp_path_factory.mktemp("review") / "review.html"
    path.write_text(html.render(*seeds), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        pytest.skip("SKIPPED: no axe-core here: make browser fetches it from the npm registry")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce", accept_downloads=True
    )
    yield made
    made.close()


@pytest.fixture
def opened(context: BrowserContext) -> Iterator[Opened]:
    """Opens a file. Whatever the test does, nothing may be asked of the outside and nothing said on the console."""
    told: list[str] = []

    def open_file(path: Path, width: int = WIDTH, height: int = HEIGHT) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.on(
            "request", lambda r: None if r.url == path.as_uri() or r.url.startswith("blob:") else told.append(r.url)
        )
        page.goto(path.as_uri())
        return page

    yield open_file
    assert told == []
