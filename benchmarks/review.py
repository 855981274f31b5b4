"""How large the review of a story is, and how long a filter takes in the browser: ``python benchmarks/review.py``.

Prints a line for 2, 5 and 30 articles of 800 words: findings, seconds to compare and to render, megabytes, and the
milliseconds of scripting of the slowest of several filters. Needs Chromium and playwright, as ``make browser`` does.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import xcheck
from story import story
from xcheck.reports import html

_FILTERS = """() => {
  const times = [];
  const timed = (act) => { const start = performance.now(); act(); times.push(performance.now() - start); };
  const set = (id, value) => timed(() => {
    const control = document.getElementById(id);
    control.value = value;
    control.dispatchEvent(new Event("input"));
  });
  for (const button of document.querySelectorAll("[data-kind]")) {
    timed(() => button.click());
    timed(() => button.click());
  }
  for (const [id, values] of [["search", ["ferry", "hull taken"]], ["severity", ["warning"]], ["source", ["1"]]]) {
    for (const value of [...values, ""]) set(id, value);
  }
  return Math.max(...times);
}"""


def measure(count: int, browser: Browser, folder: Path) -> str:
    """One line of figures for a story of ``count`` articles."""
    documents = story(count, 800)
    start = time.perf_counter()
    report = xcheck.compare(documents)
    compared = time.perf_counter()
    path = folder / f"{count}.html"
    path.write_text(html.render(report, {d.id: d.text for d in documents}), encoding="utf-8")
    rendered = time.perf_counter()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri())
    opened = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
    page.wait_for_timeout(1000)  # nobody filters in the first second
    slowest = page.evaluate(_FILTERS)
    return (
        f"{count:>3} articles  {len(report.findings):>6} findings  compare {compared - start:6.1f} s  "
        f"render {rendered - compared:5.2f} s  {path.stat().st_size / 1e6:5.2f} MB  open {opened} ms  "
        f"slowest filter {slowest:.0f} ms"
    )


def main() -> None:
    """Prints the figures."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for count in (2, 5, 30):
            print(measure(count, browser, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
