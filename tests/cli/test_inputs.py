"""What a run reads is not written over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck


@pytest.fixture
def desk(articles: Path) -> Path:
    """The articles of a project, with everything else that a check may read."""
    for name, text in {
        "blank.txt": "",
        "xcheck.toml": 'extend = "house.toml"\ndispositions = "d.toml"\n',
        "house.toml": "",
        "d.toml": "",
        "b.json": json.dumps({"accepted": []}),
        "p.patch": "",
        "deep/x.md": "",
        "deep/notes.json": "{}",
        "deep/.hidden.md": "",
    }.items():
        (articles / name).parent.mkdir(exist_ok=True)
        (articles / name).write_text(text, encoding="utf-8")
    (articles / "link.txt").symlink_to("north.txt")
    (articles / "hard.txt").hardlink_to(articles / "north.txt")
    return articles


READ = [
    "north.txt",
    "./deep/../north.txt",
    "link.txt",
    "hard.txt",
    "south.txt",
    "xcheck.toml",
    "house.toml",
    "deep/x.md",
]


@pytest.mark.parametrize("path", READ)
def test_run_writes_over_no_input(xcheck: Xcheck, desk: Path, path: str) -> None:
    before = (desk / path).read_bytes()
    done = xcheck("run", "north.txt", "south.txt", "deep", "--output", f"json={path}")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xcheck: --output json={path}: this file is read as an input")
    assert (desk / path).read_bytes() == before


@pytest.mark.parametrize("path", [*READ, "d.toml", "b.json", "p.patch"])
def test_check_writes_over_no_input(xcheck: Xcheck, desk: Path, path: str) -> None:
    before = (desk / path).read_bytes()
    (desk / "deep" / "x.md").write_text("", encoding="utf-8")
    given = ["north.txt", "--against", "south.txt", "--against", "deep", "--baseline", "b.json", "--diff", "p.patch"]
    done = xcheck("check", *given, "--output", f"json={path}")
    assert (done.code, done.out) == (2, "")
    assert "this file is read as an input" in done.err
    assert (desk / path).read_bytes() == before


@pytest.mark.parametrize("path", ["north.txt", "south.txt", "xcheck.toml", "d.toml", "deep/x.md"])
def test_the_baseline_goes_over_no_other_input(xcheck: Xcheck, desk: Path, path: str) -> None:
    before = (desk / path).read_bytes()
    given = ["north.txt", "--against", "south.txt", "--against", "deep"]
    done = xcheck("check", *given, "--baseline", path, "--write-baseline")
    assert (done.code, done.out) == (2, "")
    assert f"--write-baseline: {path} is read as another input" in done.err
    assert (desk / path).read_bytes() == before


def test_what_is_not_read_may_be_written_over(xcheck: Xcheck, desk: Path) -> None:
    for path in ("deep/notes.json", "deep/.hidden.md", "old.json"):
        (desk / path).write_text("{}", encoding="utf-8")
        assert xcheck("run", "north.txt", "south.txt", "deep", "--quiet", "--output", f"json={path}") == (0, "", "")
        assert json.loads((desk / path).read_text(encoding="utf-8"))["findings"]


def test_an_article_on_standard_input_keeps_its_file(
    xcheck: Xcheck, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (desk / "north.txt").open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        done = xcheck("run", "-", "south.txt", "--stdin-filename", "north.txt", "--output", "json=north.txt")
    assert done.code == 2
    assert "this file is read as an input" in done.err
