"""The pages of the documentation, and the blocks of code in them."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]


def module(path: Path) -> ModuleType:
    """A script of the checkout as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


site = module(ROOT / "docs" / "website.py")
PAGES: tuple[Path, ...] = tuple(site.pages(ROOT))
# Files that the commands on the pages name, beside those of docs/example and seeds: drafts, and sources of them.
DRAFTS = ("draft.md", "drafts/strike.md")
SOURCES = ("interview.txt", "council.md", "sources/courier.txt")


class Block(NamedTuple):
    """A fenced block: its page, the line of its first line (from 1), its language and its text."""

    page: Path
    line: int
    language: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(*languages: str) -> list[Block]:
    """The fenced blocks of all pages in some languages, or in any if none is named."""
    return [block for page in PAGES for block in _blocks(page) if not languages or block.language in languages]


def _blocks(page: Path) -> list[Block]:
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    return [Block(page, t.map[0] + 2, t.info.strip(), t.content) for t in tokens if t.type == "fence" and t.map]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with everything that the commands on the pages name."""
    folder = tmp_path_factory.mktemp("pages")
    for name in ("docs/example", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    courier, herald = (ROOT / "docs" / "example" / f"{name}.txt" for name in ("courier", "herald"))
    for names, text in ((DRAFTS, herald), (SOURCES, courier)):
        for name in names:
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(text, folder / name)
    (folder / "xcheck-dispositions.toml").write_text("", encoding="utf-8")
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@news.example"]
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "Pages"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder
