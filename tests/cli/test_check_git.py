"""The gate on a newsroom's repository, three drafts and four sources under git, through the command line."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

Findings = list[dict[str, Any]]
STORM = """\
---
title: Storm leaves 3,000 homes in Quillby without power
published: 2024-05-06
---

# Storm leaves 3,000 homes in Quillby without power

The storm left 3,000 homes in Quillby without power on Friday, the grid company said.

Mayor Jon Reed asked people to stay at home.
"""
BRIDGE = """\
# Korvel bridge to close for repairs

The city of Korvel will close its old bridge on 9 September 2024, the council said on Monday.

The repair will cost 15 million euros, the council said. Buses will be led over the ring road.
"""
BAKERY = """\
# Moss shuts bakery in Tolmouth

Ida Moss shut the Harrow bakery in Tolmouth on Friday.

She said that the rent had doubled since 2019.
"""
SOURCES = {
    "grid.txt": "The storm left 3,000 homes in Quillby without power on Friday, the grid company said.\n",
    "mayor.txt": "Mayor Jon Reed asked people in Quillby to stay at home. Schools stay shut on Monday.\n",
    "council.txt": (
        "The council of Korvel said on Monday that it will close the old bridge on 9 September 2024.\n"
        "The repair of the bridge will cost 15 million euros, the council said.\n"
    ),
    "bakery.txt": (
        "Ida Moss shut the Harrow bakery in Tolmouth on Friday.\nShe said that the rent had doubled since 2019.\n"
    ),
}
COMMAND = ("check", "drafts", "--against", "sources", "--isolated", "--format", "json")
FIGURE = ("The storm left 3,000 homes", "The storm left 2,000 homes")
FORECAST = ("Buses will be led over the ring road.", "The closure will change the old town for generations.")


def newsroom(folder: Path, *, newline: str = "\n") -> Path:
    """Writes the drafts and sources and commits them."""
    for name, text in {"storm.md": STORM, "bridge.md": BRIDGE, "bakery.md": BAKERY}.items():
        write(folder / "drafts" / name, text, newline)
    for name, text in SOURCES.items():
        write(folder / "sources" / name, text, newline)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    return folder


def write(path: Path, text: str, newline: str = "\n") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.replace("\n", newline).encode())


def change(path: Path, old: str, new: str) -> None:
    """Puts words in the place of others, which stand there once."""
    data = path.read_bytes()
    assert data.count(old.encode()) == 1
    path.write_bytes(data.replace(old.encode(), new.encode()))


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "--quiet", "--message=Edit")


def git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return newsroom(tmp_path)


@pytest.fixture
def piped(xcheck: Xcheck, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs a check with a patch on standard input."""

    def run(patch: bytes, *options: object) -> Any:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(patch)))
        return xcheck(*COMMAND, "--diff", "-", *options)

    return run


def found(report: str) -> Findings:
    return [f for f in json.loads(report)["findings"] if f["kind"] != "agreement"]


def test_what_was_committed_is_clean(xcheck: Xcheck, desk: Path) -> None:
    done = xcheck(*COMMAND)
    assert (done.code, found(done.out)) == (0, [])


def test_a_figure_that_is_new_in_the_body_and_old_in_the_headline(xcheck: Xcheck, desk: Path) -> None:
    change(desk / "drafts/storm.md", *FIGURE)
    commit(desk)
    done = xcheck(*COMMAND, "--changed-since", "HEAD~1")
    assert done.code == 1
    against, within = sorted(found(done.out), key=lambda f: f["rule"], reverse=True)
    assert (against["rule"], [e["document"] for e in against["evidence"]]) == (
        "XQ001",
        ["drafts/storm.md", "sources/grid.txt"],
    )
    assert (within["rule"], {e["document"] for e in within["evidence"]}) == ("XD001", {"drafts/storm.md"})
    assert within["evidence"][0]["text"] == "Storm leaves 3,000 homes in Quillby without power"


def test_a_forecast_that_no_source_has(xcheck: Xcheck, desk: Path) -> None:
    change(desk / "drafts/bridge.md", *FORECAST)
    commit(desk)
    done = xcheck(*COMMAND, "--changed-since", "HEAD~1")
    assert (done.code, [f["rule"] for f in found(done.out)]) == (1, ["XX001"])


def test_other_words_for_the_same_facts(xcheck: Xcheck, desk: Path) -> None:
    change(
        desk / "drafts/storm.md",
        "The storm left 3,000 homes in Quillby without power on Friday",
        "On Friday, the storm left Quillby with 3,000 homes without power",
    )
    commit(desk)
    done = xcheck(*COMMAND, "--changed-since", "HEAD~1")
    assert (done.code, found(done.out)) == (0, [])


def test_a_patch_from_git_diff_through_a_pipe(desk: Path) -> None:
    change(desk / "drafts/storm.md", *FIGURE)
    command = [sys.executable, "-m", "xcheck", *COMMAND, "--diff", "-"]
    done = subprocess.run(command, input=git(desk, "diff"), capture_output=True, check=False)
    assert done.returncode == 1
    assert [f["rule"] for f in found(done.stdout.decode())] == ["XQ001", "XD001"]


def test_what_a_change_does_not_touch_is_not_shown(piped: Callable[..., Any], desk: Path) -> None:
    change(desk / "drafts/bridge.md", *FORECAST)
    commit(desk)
    change(desk / "drafts/bakery.md", "She said", "She also said")
    done = piped(git(desk, "diff"))
    assert (done.code, found(done.out)) == (0, [])


def test_a_new_sentence_in_a_line_shows_nothing_of_the_others(piped: Callable[..., Any], desk: Path) -> None:
    change(desk / "drafts/bridge.md", *FORECAST)
    commit(desk)
    change(desk / "drafts/bridge.md", FORECAST[1], f"{FORECAST[1]} Trams run as usual.")
    assert "XX001" not in [f["rule"] for f in found(piped(git(desk, "diff")).out)]


def test_after_a_rename(piped: Callable[..., Any], desk: Path) -> None:
    git(desk, "mv", "drafts/storm.md", "drafts/power cut é.md")
    renamed = git(desk, "diff", "--cached", "-M")
    assert found(piped(renamed).out) == []
    change(desk / "drafts/power cut é.md", *FIGURE)
    git(desk, "add", "--all")
    done = piped(git(desk, "diff", "--cached", "-M"))
    assert (done.code, len(found(done.out))) == (1, 2)


def test_a_new_file_counts_as_changed_throughout(xcheck: Xcheck, desk: Path) -> None:
    write(desk / "drafts/shut.md", BAKERY.replace("since 2019", "since 2019, which will end the trade for generations"))
    change(desk / "drafts/bridge.md", *FORECAST)
    documents = {e["document"] for f in found(xcheck(*COMMAND, "--changed-since", "HEAD").out) for e in f["evidence"]}
    assert "drafts/bridge.md" in documents
    write(desk / "drafts/later.md", f"# Korvel bridge\n\n{FORECAST[1]}\n")
    shown = found(xcheck(*COMMAND, "--changed-since", "HEAD").out)
    assert ["drafts/later.md"] in [[e["document"] for e in f["evidence"]] for f in shown]


def test_lines_that_end_in_crlf(
    xcheck: Xcheck, piped: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = newsroom(tmp_path, newline="\r\n")
    change(desk / "drafts/storm.md", *FIGURE)
    patch = git(desk, "diff")
    assert b"homes in Quillby without power on Friday, the grid company said.\r\n" in patch
    for form in (patch, patch.replace(b"\r\n", b"\n"), patch.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")):
        assert [f["rule"] for f in found(piped(form).out)] == ["XQ001", "XD001"]


def test_an_empty_patch_shows_nothing(piped: Callable[..., Any], desk: Path) -> None:
    change(desk / "drafts/storm.md", *FIGURE)
    done = piped(b"")
    assert (done.code, json.loads(done.out)["findings"]) == (0, [])


def test_a_patch_that_does_not_fit_the_files(piped: Callable[..., Any], desk: Path) -> None:
    change(desk / "drafts/storm.md", *FIGURE)
    patch = git(desk, "diff")
    change(desk / "drafts/storm.md", "Mayor Jon Reed asked", "Mayor Reed asked")
    done = piped(patch)
    assert (done.code, done.out) == (2, "")
    assert "the patch does not fit drafts/storm.md: in line 10" in done.err


@pytest.mark.parametrize(
    "patch", [b"no patch at all\n", b"@@ -1 +1 @@\n-a\n+b\n", b"--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n+a\n"]
)
def test_what_is_no_patch(piped: Callable[..., Any], desk: Path, patch: bytes) -> None:
    done = piped(patch)
    assert (done.code, done.out) == (2, "")
    assert "not a unified diff" in done.err


@pytest.mark.parametrize("revision", ["no-such-revision", "--output=x", ""])
def test_a_revision_that_git_does_not_know(xcheck: Xcheck, desk: Path, revision: str) -> None:
    done = xcheck(*COMMAND, f"--changed-since={revision}")
    assert (done.code, done.out) == (2, "")
    assert "--changed-since" in done.err


def test_since_where_the_branch_began(xcheck: Xcheck, desk: Path) -> None:
    git(desk, "checkout", "--quiet", "-b", "edit")
    change(desk / "drafts/bridge.md", *FORECAST)
    commit(desk)
    git(desk, "checkout", "--quiet", "main")
    change(desk / "drafts/bakery.md", "She said", "She also said")
    commit(desk)
    git(desk, "checkout", "--quiet", "edit")
    report = json.loads(xcheck(*COMMAND, "--changed-since", "main").out)
    assert {e["document"] for f in report["findings"] for e in f["evidence"]} <= {
        "drafts/bridge.md",
        "sources/council.txt",
    }
    assert [f["rule"] for f in found(json.dumps(report))] == ["XX001"]


def test_outside_of_git(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("check", "north.txt", "--against", "south.txt", "--changed-since", "HEAD")
    assert done.code == 2
    assert "no git repository" in done.err
