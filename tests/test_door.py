"""The door: what opens, what a file may name, and what never hangs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xcheck.door import is_folder, opened, project, real, refusal, unplain

LONG = "a" * 300 + ".txt"
NUL = "a\0b.txt"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "outside").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    return folder


@pytest.mark.parametrize("name", [".", "a.txt", "in.txt", "gone.txt", "../desk/a.txt"])
def test_what_lies_in_the_project_is_let_in(top: Path, name: str) -> None:
    assert refusal(top / name, top) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("..", "leads out"),
        ("../secret.txt", "leads out"),
        ("/dev/zero", "leads out"),
        ("out.txt", "leads out"),
        ("outside/secret.txt", "leads out"),
        ("outside/gone.txt", "leads out"),
        ("loop.txt", "cannot be reached"),
        ("pipe.txt", "a pipe or a device"),
        (LONG, "cannot be reached"),
        (NUL, "a name that no file can have"),
    ],
)
def test_what_does_not_is_refused_with_its_reason(top: Path, name: str, why: str) -> None:
    assert why in (refusal(top / name, top) or "")


@pytest.mark.parametrize("name", ["pipe.txt", ".", "/dev/zero", "/dev/null", "gone.txt", "loop.txt", LONG, NUL])
def test_nothing_but_a_regular_file_opens(top: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"."):
        opened(top / name)


def test_a_file_opens_through_any_link(top: Path) -> None:
    with opened(top / "out.txt") as file:
        assert file.read() == b"x"


def test_the_project_is_the_working_tree_of_git_or_the_folder(top: Path) -> None:
    (top / "deep" / "er").mkdir(parents=True)
    assert project(top / "deep") == top / "deep"
    (top / ".git").mkdir()
    assert project(top / "deep" / "er") == top


@pytest.mark.parametrize("name", [LONG, NUL])
def test_names_that_no_file_can_have(top: Path, name: str) -> None:
    assert not is_folder(top / name)
    assert unplain(top / name)
    assert real(top / name) == top / name
