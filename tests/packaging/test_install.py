"""An install from the project file alone, without a lock, by the first pip that came with Python 3.11."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OLDEST_PIP = "pip==22.3"
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Ferry sinks off Aldery | Coast Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry sinks off Aldery</h1>
<p>The ferry sank off Aldery on Monday with 40 passengers aboard, the harbour master said in the afternoon.</p>
<p>Boats from three villages brought all of them ashore before night fell, and nobody was hurt.</p></article>
</body></html>
"""

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``xcheck`` of a new environment with whatever releases the bounds in ``pyproject.toml`` let in."""
    folder = tmp_path_factory.mktemp("install") / "env"
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([*pip, OLDEST_PIP], check=True)
    subprocess.run([*pip, str(ROOT)], check=True)
    return folder / "bin" / "xcheck"


def test_a_web_page_is_read(command: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "COLUMNS": "80", "HOME": str(tmp_path)}
    done = subprocess.run(
        [command, "claims", "page.html", "--format", "jsonl"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "40 passengers" in done.stdout
    assert "Sport" not in done.stdout
