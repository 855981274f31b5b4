"""The wheel, built from the source distribution, installed in an empty environment and run far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NORTH = "Ferry sinks\n\nThe ferry sank off Aldery on Monday with 40 passengers aboard, the harbour master said.\n"
SOUTH = "Ferry lost\n\nThe ferry sank off Aldery on Monday with 90 passengers aboard, the harbour master said.\n"

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``xcheck`` of a new environment that has the locked libraries and the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = str(folder / "env" / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return folder / "env" / "bin" / "xcheck"


def xcheck(command: Path, folder: Path, *arguments: str) -> str:
    """What the command prints in ``folder``, without anything of this environment."""
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "COLUMNS": "80"}
    done = subprocess.run(
        [command, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_it_compares_two_articles(command: Path, tmp_path: Path) -> None:
    (tmp_path / "north.txt").write_text(NORTH, encoding="utf-8")
    (tmp_path / "south.txt").write_text(SOUTH, encoding="utf-8")
    report = json.loads(xcheck(command, tmp_path, "run", ".", "--format", "json"))
    assert [d["path"] for d in report["documents"]] == ["north.txt", "south.txt"]
    assert {e["document"] for f in report["findings"] for e in f["evidence"]} == {"north.txt", "south.txt"}
    assert "north.txt:3" in xcheck(command, tmp_path, "run", ".")


def test_it_brings_its_rules(command: Path, tmp_path: Path) -> None:
    assert "XQ002" in xcheck(command, tmp_path, "rules", "list")
    assert "unknown" in xcheck(command, tmp_path, "explain", "XQ002")


def test_it_is_typed_and_licensed(command: Path) -> None:
    (installed,) = command.parents[1].glob("lib/python*/site-packages")
    assert (installed / "xcheck" / "py.typed").is_file()
    assert list(installed.glob("xcheck_claims-*.dist-info/licenses/LICENSE"))
