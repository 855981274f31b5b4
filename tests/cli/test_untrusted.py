"""A repository that is not trusted: what its files name stays inside it, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

OTHERS = "The vault at Tolmouth holds 77 keys, the guard said.\n"
DRAFT = "The vault at Tolmouth holds 12 keys, the guard said.\n"
RULE = "id: XZ999\nsecretkey: swordfish\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, the current folder, beside which lie files that are none of its business."""
    for name, text in {
        "secret.txt": OTHERS,
        "secret.yaml": RULE,
        "secret.toml": 'swordfish = "x"\n',
        "secret.json": '{"accepted": []}',
        "desk/drafts/a.md": DRAFT,
        "desk/wire/w.txt": OTHERS,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    here = tmp_path / "desk"
    for name in ("secret.txt", "secret.yaml", "secret.toml", "secret.json"):
        (here / f"link-{name}").symlink_to(tmp_path / name)
    (here / "outside").symlink_to(tmp_path)
    for name in ("pipe.txt", "pipe.yaml", "pipe.toml"):
        os.mkfifo(here / name)
    monkeypatch.chdir(here)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return here


OUT = "leads out of the project (desk)"
PIPE = "no regular file but a pipe or a device"
NAMED = [
    ('drafts = ["drafts"]\nagainst = ["{}"]', "xcheck.toml:2: 'against' names ", "txt"),
    ('drafts = ["{}"]\nagainst = ["wire"]', "xcheck.toml:1: 'drafts' names ", "txt"),
    (
        'drafts = ["drafts"]\n[[bind]]\ndrafts = ["drafts/*"]\nsources = ["{}"]',
        "xcheck.toml:2: 'bind' names ",
        "txt",
    ),
    ('drafts = ["drafts"]\nagainst = ["wire"]\nextend = "{}"', "xcheck.toml:3: 'extend' names ", "toml"),
    ('drafts = ["drafts"]\nagainst = ["wire"]\nrules = ["{}"]', "xcheck.toml:3: 'rules' names ", "yaml"),
    ('drafts = ["drafts"]\nagainst = ["wire"]\ndispositions = "{}"', "xcheck.toml:3: 'dispositions' names ", "toml"),
    ('drafts = ["drafts"]\nagainst = ["wire"]\nbaseline = "{}"', "xcheck.toml:3: 'baseline' names ", "json"),
]


@pytest.mark.parametrize("written", NAMED)
@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../secret.{}", OUT),
        ("/etc/hostname", OUT),
        ("/dev/zero", OUT),
        ("link-secret.{}", OUT),
        ("outside/secret.{}", OUT),
        ("pipe.txt", PIPE),
        ("a\\u0000b", "a name that no file can have"),
        ("a" * 300, "cannot be reached"),
    ],
)
def test_no_setting_leads_out_or_hangs(
    xcheck: Xcheck, desk: Path, written: tuple[str, str, str], path: str, why: str
) -> None:
    setting, told, suffix = written
    (desk / "xcheck.toml").write_text(setting.format(path.format(suffix)), encoding="utf-8")
    done = xcheck("check")
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert why in done.err
    assert "name it on the command line" in done.err
    assert not {"77", "swordfish"} & set(done.err.split())


@pytest.mark.parametrize("pattern", ["../*", "/etc/*", "outside/*", "*/secret.txt", "*.txt", "*/../../*", "**/**/x"])
def test_no_pattern_leads_out(xcheck: Xcheck, desk: Path, pattern: str) -> None:
    (desk / "pipe.txt").unlink()
    (desk / "xcheck.toml").write_text(f'drafts = ["drafts"]\nagainst = ["{pattern}"]', encoding="utf-8")
    done = xcheck("check")
    assert (done.code, done.out) == (2, "")
    assert "xcheck.toml:2: 'against'" in done.err


def test_a_link_in_a_folder_is_skipped_with_its_reason(xcheck: Xcheck, desk: Path) -> None:
    (desk / "xcheck.toml").write_text('drafts = ["drafts"]\nagainst = ["wire"]', encoding="utf-8")
    (desk / "wire" / "out.txt").symlink_to(desk.parent / "secret.txt")
    (desk / "wire" / "in.txt").symlink_to(desk / "drafts" / "a.md")
    done = xcheck("check", "--format", "json")
    assert done.code == 1
    assert "a link that leads out of the project (wire): name it itself" in done.out


def test_a_rule_in_a_folder_that_is_a_link_out(xcheck: Xcheck, desk: Path) -> None:
    (desk / "rules").mkdir()
    (desk / "rules" / "x.yaml").symlink_to(desk.parent / "secret.yaml")
    (desk / "xcheck.toml").write_text('drafts = ["drafts"]\nagainst = ["wire"]\nrules = ["rules"]', encoding="utf-8")
    done = xcheck("check")
    assert done.code == 2
    assert f"xcheck.toml:3: 'rules' names rules/x.yaml, which {OUT}" in done.err
    assert "secretkey" not in done.err


def test_a_configuration_that_is_a_link_out(xcheck: Xcheck, desk: Path) -> None:
    (desk / "xcheck.toml").symlink_to(desk.parent / "secret.toml")
    done = xcheck("config", "show")
    assert done.code == 2
    assert done.err == f"xcheck: xcheck.toml {OUT}: name it with --config if you trust it\n"


def test_the_baseline_that_nobody_names_is_not_written_through_a_link(xcheck: Xcheck, desk: Path) -> None:
    (desk / "xcheck-baseline.json").symlink_to(desk.parent / "secret.txt")
    done = xcheck("check", "--isolated", "drafts/a.md", "--against", "wire", "--write-baseline")
    assert done.code == 2
    assert (desk.parent / "secret.txt").read_text(encoding="utf-8") == OTHERS


def test_what_a_draft_names_stays_inside(xcheck: Xcheck, desk: Path) -> None:
    for target in ("../secret.txt", "link-secret.txt", "outside/secret.txt", "pipe.txt", "/dev/zero", "'\\0'"):
        (desk / "drafts" / "a.md").write_text(f'---\nsources: ["{target}"]\n---\n\n{DRAFT}', encoding="utf-8")
        done = xcheck("check", "--isolated", "drafts/a.md")
        assert (done.code, done.out) == (3, ""), target
        assert "which is no file in desk" in done.err
        assert "77" not in done.err


def test_what_is_typed_may_lie_anywhere(xcheck: Xcheck, desk: Path) -> None:
    for source in ("../secret.txt", "link-secret.txt", "outside/secret.txt"):
        done = xcheck("check", "--isolated", "drafts/a.md", "--against", source)
        assert done.code == 1, done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "{}", "wire"],
        ["claims", "{}"],
        ["check", "{}", "--against", "wire"],
        ["check", "drafts/a.md", "--against", "{}"],
        ["check", "drafts/a.md", "--against", "wire", "--diff", "{}"],
        ["check", "drafts/a.md", "--against", "wire", "--baseline", "{}"],
        ["check", "drafts/a.md", "--against", "wire", "--dispositions", "{}"],
        ["check", "drafts/a.md", "--against", "wire", "--rules", "{}"],
        ["check", "drafts/a.md", "--against", "wire", "--config", "{}"],
        ["rules", "list", "--rules", "{}"],
        ["explain", "XQ002", "--rules", "{}"],
        ["config", "show", "--config", "{}"],
        ["init", "{}/x"],
        ["init", "{}"],
        ["run", "drafts", "wire", "--output", "json={}/x"],
        ["run", "drafts", "wire", "--output", "json={}"],
    ],
)
@pytest.mark.parametrize("path", ["pipe.txt", "/dev/zero", "a" * 300, "x/" + "a" * 5000])
def test_nothing_that_is_typed_hangs_or_crashes(xcheck: Xcheck, desk: Path, arguments: list[str], path: str) -> None:
    if path == "/dev/zero" and arguments[-1] == "json={}":
        return  # a device may be written to
    done = xcheck(*(argument.format(path) for argument in arguments))
    assert done.code in (2, 3)
    assert done.out == ""
    assert done.err.startswith("xcheck: ")


def test_a_pipe_that_is_read_is_written_to(desk: Path) -> None:
    command = [sys.executable, "-m", "xcheck", "run", "drafts", "wire", "--isolated", "--output", "csv=pipe.txt"]
    with subprocess.Popen(["cat", "pipe.txt"], stdout=subprocess.PIPE) as reader:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
        out, _ = reader.communicate(timeout=10)
    assert done.returncode == 0, done.stderr
    assert out.startswith(b"id,") or b"," in out


def test_nothing_is_kept_in_the_project_or_taken_from_it(
    xcheck: Xcheck, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name for path in desk.rglob("*")}
    home = desk.parent / "home"
    monkeypatch.delenv("XCHECK_CACHE_DIR")
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    assert xcheck("check", "--isolated", "drafts/a.md", "--against", "wire").code == 1
    assert {path.name for path in desk.rglob("*")} == before
    assert [*home.rglob("claims-*")]
    monkeypatch.setenv("XCHECK_CACHE_DIR", str(desk.parent / "kept"))
    assert xcheck("check", "--isolated", "drafts/a.md", "--against", "wire").code == 1
    assert [*(desk.parent / "kept").glob("claims-*")]
