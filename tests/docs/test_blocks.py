"""The other blocks of code on the pages: programs run, settings load, rules and workflows are what they say."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.docs.conftest import ROOT, Block, blocks

from xcheck.config.settings import Config
from xcheck.drafts.dispositions import read_dispositions
from xcheck.engine.load import load_rules

CHECKED = {"console", "sh", "python", "toml", "yaml"}
SHOWN = {"text", "markdown", "lua", ""}  # help, which is generated; a comment in a draft; another program; a drawing


def of(language: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [pytest.param(block, id=block.place) for block in blocks(language)]


@pytest.mark.parametrize("block", of("python"))
def test_a_program_runs(block: Block, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    printed: list[str] = []
    program = compile(ast.parse(block.text), block.place, "exec")
    exec(program, {"print": lambda *words: printed.append(" ".join(map(str, words)))})  # noqa: S102
    assert printed


@pytest.mark.parametrize("block", of("toml"))
def test_settings_load(block: Block, tmp_path: Path) -> None:
    data = tomllib.loads(block.text)
    if "confirm" in data:
        (tmp_path / "decided.toml").write_text(block.text, encoding="utf-8")
        assert len(read_dispositions(tmp_path / "decided.toml").ignored) == len(data["ignore"])
    else:
        Config.model_validate(data)


@pytest.mark.parametrize("block", of("yaml"))
def test_a_block_of_yaml_is_read(block: Block) -> None:
    (data, *_) = yaml.safe_load_all(block.text)
    if "id" in data:
        (rule,) = [rule for rule in load_rules() if rule.id == data["id"]]
        assert block.text == (ROOT / rule.origin.path).read_text(encoding="utf-8")
    elif "repos" in data:
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert {h["id"] for repo in data["repos"] for h in repo["hooks"]} <= {hook["id"] for hook in hooks}
        assert {repo["rev"] for repo in data["repos"]} == {"COMMIT"}, "there is no tag yet"
    elif "jobs" in data:
        inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
        (step,) = [s for s in data["jobs"]["xcheck"]["steps"] if "newsroom/xcheck" in s["uses"]]
        assert set(step["with"]) <= set(inputs)
    else:
        assert data.keys() & {"sources", "xcheck"}


def test_no_block_escapes() -> None:
    languages = {block.language for block in blocks()}
    assert CHECKED <= languages <= CHECKED | SHOWN
