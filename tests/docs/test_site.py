"""The documentation site: built strictly, complete, and without anything from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.conftest import PAGES, ROOT, site

FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//|<link\b[^>]*href=["']?(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "site"
    site.build(ROOT, folder)
    return folder


def _listed(entries: list[object]) -> Iterator[str]:
    for entry in entries:
        for value in entry.values() if isinstance(entry, dict) else ():
            yield from _listed(value) if isinstance(value, list) else [value]


def test_every_page_is_listed_once() -> None:
    settings = tomllib.loads((ROOT / site.CONFIGURATION).read_text(encoding="utf-8"))
    listed = list(_listed(settings["project"]["nav"]))
    assert sorted(listed) == sorted(page.relative_to(ROOT).as_posix() for page in PAGES)


def test_every_page_is_built_and_fetches_nothing(built: Path) -> None:
    made = list(built.rglob("*.html"))
    assert len(made) == len(PAGES) + 1  # and the page for what is not found
    assert [path.name for path in made if FETCHED.search(path.read_text(encoding="utf-8"))] == []
    styles = "".join(path.read_text(encoding="utf-8") for path in built.rglob("*.css"))
    assert not re.search(r"url\(['\"]?(?:https?:)?//|@import", styles)


@pytest.mark.parametrize("link", ["docs/nowhere.md", "docs/rules.md#nowhere"])
def test_a_broken_link_fails(tmp_path: Path, link: str) -> None:
    shutil.copytree(ROOT / "docs" / "example", tmp_path / "docs" / "example")
    (tmp_path / "docs" / "rules.md").write_text("# Rules\n", encoding="utf-8")
    (tmp_path / "README.md").write_text(f"# xcheck\n\n[Broken]({link})\n", encoding="utf-8")
    (tmp_path / site.CONFIGURATION).write_text('[project]\nsite_name = "x"\ndocs_dir = "pages"\nsite_dir = "html"\n')
    with pytest.raises(subprocess.CalledProcessError) as failed:
        site.build(tmp_path, tmp_path / "site")
    assert "does not exist" in failed.value.stderr + failed.value.stdout
    assert not (tmp_path / "site").exists()
