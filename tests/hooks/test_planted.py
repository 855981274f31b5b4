"""A checkout that holds modules of the names that xcheck imports: none of them is run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.hooks.test_action import STEPS, step

if TYPE_CHECKING:
    from tests.hooks.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PLANTED = "import os\nos.open(os.environ['PLANTED'], os.O_CREAT | os.O_WRONLY)\nraise SystemExit(77)\n"
MODULES = "import sys, pip, xcheck.api, xcheck.cli.main, xcheck.cache, xcheck.reports.junit; print(*sys.modules)"


@pytest.fixture
def planted(newsroom: Path) -> Path:
    """The repository with a module under every name that a run imports, and a folder for each of them."""
    done = subprocess.run([sys.executable, "-I", "-c", MODULES], capture_output=True, text=True, check=True)
    for name in {name.partition(".")[0] for name in done.stdout.split()} - {"__main__"}:
        (newsroom / f"{name}.py").write_text(PLANTED, encoding="utf-8")
    for name in ("xcheck", "spacy"):
        (newsroom / name).mkdir()
        (newsroom / name / "__init__.py").write_text(PLANTED, encoding="utf-8")
    assert (newsroom / "typer.py").exists()
    assert (newsroom / "yaml.py").exists()
    return newsroom


def test_the_check_of_the_action_runs_none(planted: Path, run: Run) -> None:
    mark = planted.parent / "was-run"
    done = step(_marking(run, mark), planted, "Check")
    assert (done.returncode, mark.exists()) == (0, False), done.stderr


def test_the_installation_of_the_action_runs_none(planted: Path, run: Run) -> None:
    mark = planted.parent / "was-run"
    wanted = f"--dry-run --no-deps --no-index --no-build-isolation {ROOT}"
    done = step(_marking(run, mark), planted, "Install xcheck", install=wanted)
    assert (done.returncode, mark.exists()) == (0, False), done.stderr


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_the_hooks_run_none(planted: Path, run: Run, hook: dict[str, str]) -> None:
    mark = planted.parent / "was-run"
    done = _marking(run, mark)(planted, *hook["entry"].split())
    assert (done.returncode, mark.exists()) == (0, False), done.stderr


def test_no_step_starts_python_with_the_checkout_on_its_path() -> None:
    lines = [line.split() for each in STEPS.values() for line in each["run"].splitlines()]
    assert all(words[1] == "-I" for words in lines if words and words[0].startswith("python"))


def _marking(run: Run, mark: Path) -> Run:
    def started(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return run(folder, *words, PLANTED=str(mark), **more)

    return started
