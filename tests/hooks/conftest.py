"""A newsroom's repository, with one draft that is clean and one source, and a home without anybody's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CLEAN = "# Storm cuts power in Quillby\n\nThe storm left 3,000 homes in Quillby without power, the grid company said.\n"
WRONG = CLEAN.replace("3,000", "2,000")
SOURCE = "The storm left 3,000 homes in Quillby without power, the grid company said.\n"
SETTINGS = 'drafts = ["drafts"]\nagainst = ["sources"]\n'

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def newsroom(tmp_path: Path, run: Run) -> Path:
    """The repository, with one commit."""
    folder = tmp_path / "newsroom"
    for name, text in {"drafts/storm.md": CLEAN, "sources/grid.txt": SOURCE, "xcheck.toml": SETTINGS}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Storm"]):
        assert run(folder, "git", *words).returncode == 0
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a program in a folder, where ``xcheck`` and ``python`` are those of this environment."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PIP_COMPILE": "no",  # what is imported is compiled then, a small part of what is installed
        **{f"GIT_{who}_{what}": "ada@news.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }

    def started(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=folder, env={**environment, **more}, capture_output=True, text=True, check=False
        )

    return started
