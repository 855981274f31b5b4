"""Build the documentation site from the Markdown of the repository: ``make docs``.

The pages are copied to a temporary folder in the same layout, so every relative link works in the repository and on the
site. The build is strict: a link or an anchor that does not exist fails it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
CONFIGURATION = "zensical.toml"
PAGES = ("*.md", "docs/*.md", "benchmarks/*.md", "training/*.md", "editors/*/README.md")
LINKED = ("LICENSE", "docs/example/*", "docs/schema/*", "docs/screenshots/*")


def pages(root: Path) -> Iterator[Path]:
    """Every Markdown page of the documentation, in the order of its path."""
    yield from sorted(path for pattern in PAGES for path in root.glob(pattern))


def build(root: Path, site: Path) -> None:
    """Build the site of the checkout ``root`` into the folder ``site``, which is replaced.

    Raises CalledProcessError where the build fails, with what Zensical printed.
    """
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name)
        shutil.copy(root / CONFIGURATION, stage)
        for path in (*pages(root), *(path for pattern in LINKED for path in root.glob(pattern))):
            copy = stage / "pages" / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        command = [sys.executable, "-m", "zensical", "build", "--strict"]
        subprocess.run(command, cwd=stage, check=True, capture_output=True, encoding="utf-8")  # noqa: S603
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(stage / "html", site)


def main() -> None:
    """Build the site into ``site/``, or print why it could not be built and exit with 1."""
    try:
        build(ROOT, SITE)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.stdout}{error.stderr}")
    print(f"{SITE.name}/index.html")  # noqa: T201


if __name__ == "__main__":
    main()
