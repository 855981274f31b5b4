"""The steps of the action and of the GitLab job, run as their hosts' shells would run them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from tests.hooks.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, Any] = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")

Done = subprocess.CompletedProcess[str]


def step(run: Run, folder: Path, name: str, **inputs: str) -> Done:
    """Runs a step with its inputs, by the command that GitHub gives for ``shell: bash``."""
    values = {f"inputs.{key}": str(given.get("default", "")) for key, given in ACTION["inputs"].items()}
    values |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
    values["github.action_path"] = str(ROOT)
    script = folder.parent / "step.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    environment = {key: EXPRESSION.sub(lambda e: values[e[1]], text) for key, text in STEPS[name]["env"].items()}
    environment["GITHUB_STEP_SUMMARY"] = str(folder.parent / "summary.md")
    return run(folder, "bash", "--noprofile", "--norc", "-eo", "pipefail", str(script), **environment)


def change(newsroom: Path) -> None:
    path = newsroom / "drafts" / "storm.md"
    path.write_text(path.read_text(encoding="utf-8").replace("3,000", "2,000"), encoding="utf-8")


def test_no_input_is_a_part_of_a_program() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all(step["shell"] == "bash" for step in STEPS.values())
    assert not any(EXPRESSION.search(step["run"]) for step in STEPS.values())


@pytest.mark.hooks
def test_a_clean_draft_passes(newsroom: Path, run: Run) -> None:
    done = step(run, newsroom, "Check")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.hooks
def test_a_finding_fails_annotates_and_is_summed_up(newsroom: Path, run: Run) -> None:
    change(newsroom)
    done = step(run, newsroom, "Check", changed_since="HEAD", sarif_file="x.sarif", arguments="--ignore agreement")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=drafts/storm.md,line=3,")
    assert "## Divergences" in (newsroom.parent / "summary.md").read_text(encoding="utf-8")
    (log,) = json.loads((newsroom / "x.sarif").read_text(encoding="utf-8"))["runs"]
    assert [(r["ruleId"], r["kind"]) for r in log["results"]][:1] == [("XQ001", "fail")]


@pytest.mark.hooks
def test_an_input_is_not_run(newsroom: Path, run: Run) -> None:
    nasty = "$(touch run) `touch run` ; touch run && touch run"
    assert step(run, newsroom, "Check", arguments=nasty).returncode in (2, 3)
    assert step(run, newsroom, "Check", changed_since="$(touch run)").returncode == 2
    assert not list(newsroom.rglob("run"))


@pytest.mark.hooks
def test_what_is_to_be_installed_can_be_named(newsroom: Path, run: Run) -> None:
    wanted = f"--dry-run --no-deps --no-build-isolation {ROOT}"
    done = step(run, newsroom, "Install xcheck", install=wanted)
    assert done.returncode == 0, done.stderr


@pytest.mark.packaging
def test_from_nothing_to_a_finding(newsroom: Path, run: Run) -> None:
    environment = newsroom.parent / "environment"
    assert run(newsroom, "python", "-m", "venv", str(environment)).returncode == 0

    def there(folder: Path, *words: str, **more: str) -> Done:
        return run(folder, *words, **{**more, "PATH": f"{environment / 'bin'}:/usr/local/bin:/usr/bin:/bin"})

    installed = step(there, newsroom, "Install xcheck")
    assert installed.returncode == 0, installed.stderr
    change(newsroom)
    assert step(there, newsroom, "Check").returncode == 1


@pytest.mark.hooks
def test_the_job_of_gitlab_writes_what_it_hands_over(newsroom: Path, run: Run) -> None:
    (written,) = re.findall(r"```yaml\n# \.gitlab-ci\.yml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(), re.DOTALL)
    job = yaml.safe_load(written)["xcheck"]
    install, check = job["script"]
    assert install.startswith("pip install ")
    base = run(newsroom, "git", "rev-parse", "HEAD").stdout.strip()
    change(newsroom)
    done = run(newsroom, "sh", "-e", "-c", check, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1, done.stderr
    assert "drafts/storm.md:3" in done.stdout
    report = (newsroom / job["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8")
    assert '<failure message="' in report
