from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_writes_a_configuration_and_never_over_one(xcheck: Xcheck, here: Path) -> None:
    assert xcheck("init").code == 0
    written = (here / "xcheck.toml").read_text(encoding="utf-8")
    assert "# fail-on" in written
    (here / "xcheck.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    done = xcheck("init")
    assert done.code == 2
    assert "--force" in done.err
    assert xcheck("init", "--force").code == 0
    assert (here / "xcheck.toml").read_text(encoding="utf-8") == written
    assert xcheck("init", "no/such/folder").code == 2


def test_every_setting_with_its_place(xcheck: Xcheck, here: Path) -> None:
    (here / "xcheck.toml").write_text('# ours\nfail-on = "error"\nagainst = ["wire"]\n', encoding="utf-8")
    done = xcheck("config", "show")
    shown = tomllib.loads(done.out)
    assert (shown["fail-on"], shown["against"], shown["min-severity"]) == ("error", ["wire"], "note")
    lines = {line.partition(" ")[0]: line.rpartition("# ")[2] for line in done.out.splitlines()}
    assert (lines["fail-on"], lines["against"], lines["cache"]) == ("xcheck.toml:2", "xcheck.toml:3", "default")
    data = {one["key"]: one for one in json.loads(xcheck("config", "show", "--format", "json").out)}
    assert data["fail-on"] == {"key": "fail-on", "value": "error", "from": "xcheck.toml:2"}
    assert json.loads(xcheck("config", "show", "--isolated", "--format", "json").out)[1]["value"] == []


def test_run_takes_the_configuration_as_well(xcheck: Xcheck, here: Path) -> None:
    for name, count in (("a.txt", "400"), ("b.txt", "900")):
        (here / name).write_text(f"Some {count} dockers walked out at Port Aldery on Monday.\n", encoding="utf-8")
    (here / "xcheck.toml").write_text('select = ["agreement"]\n', encoding="utf-8")
    kinds = {f["kind"] for f in json.loads(xcheck("run", "a.txt", "b.txt", "--format", "json").out)["findings"]}
    assert kinds <= {"agreement"}
    all_kinds = json.loads(xcheck("run", "a.txt", "b.txt", "--format", "json", "--isolated").out)["findings"]
    assert "divergence" in {f["kind"] for f in all_kinds}


def test_the_schema_in_the_documentation_is_current(xcheck: Xcheck) -> None:
    documented = Path(__file__).parents[2] / "docs" / "schema" / "config.json"
    assert xcheck("config", "schema").out == documented.read_text(encoding="utf-8")
