"""The hooks, run by the real pre-commit when somebody commits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from tests.hooks.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def committed(newsroom: Path, run: Run, name: str, old: str, new: str) -> tuple[int, str]:
    """Changes a file and commits it: the exit code, and what git and its hooks say."""
    path = newsroom / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    run(newsroom, "git", "add", name)
    done = run(newsroom, "git", "commit", "-q", "-m", "A change")
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def hooked(newsroom: Path, run: Run, request: pytest.FixtureRequest) -> Path:
    """The repository with one hook, which finds xcheck in this environment in place of one that pre-commit makes."""
    hook = next(hook for hook in HOOKS if hook["id"] == request.param)
    local = {key: value for key, value in hook.items() if key != "language_version"} | {"language": "system"}
    settings = {"repos": [{"repo": "local", "hooks": [local]}]}
    (newsroom / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    run(newsroom, "git", "add", ".")
    run(newsroom, "git", "commit", "-q", "-m", "Hooks")
    assert run(newsroom, "pre-commit", "install").returncode == 0
    return newsroom


def test_the_manifest_is_one_of_pre_commit(newsroom: Path, run: Run) -> None:
    done = run(newsroom, "pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert (done.returncode, done.stdout) == (0, "")
    assert all(hook["pass_filenames"] is False for hook in HOOKS)


@pytest.mark.hooks
@pytest.mark.parametrize("hooked", ["xcheck", "xcheck-changed"], indirect=True)
def test_a_wrong_figure_is_not_committed_and_a_right_one_is(hooked: Path, run: Run) -> None:
    code, said = committed(hooked, run, "drafts/storm.md", "3,000", "2,000")
    assert code == 1
    assert "XQ001" in said
    assert "drafts/storm.md:3" in said
    code, said = committed(hooked, run, "drafts/storm.md", "2,000 homes", "3,000 houses")
    assert (code, "Passed" in said) == (0, True)


@pytest.mark.hooks
@pytest.mark.parametrize("hooked", ["xcheck-changed"], indirect=True)
def test_what_was_wrong_before_is_nobody_elses(hooked: Path, run: Run) -> None:
    (hooked / "drafts" / "old.md").write_text("The storm left 50 homes in Quillby without power.\n", encoding="utf-8")
    run(hooked, "git", "add", ".")
    assert run(hooked, "git", "commit", "-q", "--no-verify", "-m", "Unseen").returncode == 0
    code, _ = committed(hooked, run, "drafts/storm.md", "the grid company said", "said the grid company")
    assert code == 0


@pytest.mark.packaging
def test_pre_commit_makes_an_environment_of_its_own(newsroom: Path, run: Run) -> None:
    (newsroom / "drafts" / "storm.md").write_text("The storm left 50 homes in Quillby without power.\n", "utf-8")
    done = run(newsroom, "pre-commit", "try-repo", str(ROOT), "xcheck", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "XQ001" in done.stdout
