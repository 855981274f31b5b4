from __future__ import annotations

import os
from pathlib import Path

import pytest

from xcheck.cli.options import Color
from xcheck.cli.writing import colored, terminal_width, write_text
from xcheck.errors import UsageError


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        (Color.AUTO, {}, True, True),
        (Color.AUTO, {}, False, False),
        (Color.AUTO, {"TERM": "dumb"}, True, False),
        (Color.AUTO, {"NO_COLOR": "1"}, True, False),
        (Color.AUTO, {"NO_COLOR": ""}, True, True),
        (Color.AUTO, {"FORCE_COLOR": "1"}, False, True),
        (Color.AUTO, {"FORCE_COLOR": ""}, False, False),
        (Color.AUTO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        (Color.ALWAYS, {"NO_COLOR": "1"}, False, True),
        (Color.NEVER, {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(choice: Color, environment: dict[str, str], terminal: bool, expected: bool) -> None:  # noqa: FBT001
    assert colored(choice, environment, terminal=terminal) is expected


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("100", 100), ("1000", 160)])
def test_width(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    write_text("ñew\n", str(path))
    assert path.read_bytes() == "ñew\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text("new", str(tmp_path / "report.md"))
    finally:
        os.umask(before)
    assert (tmp_path / "report.md").stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_text("new", str(tmp_path / "link.md"))
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "new"


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match=r"report\.md: No space left"):
        write_text("new", str(path))
    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_device_is_written_to(capfd: pytest.CaptureFixture[str]) -> None:
    write_text("into the void", os.devnull)
    assert Path(os.devnull).exists()
    assert capfd.readouterr().out == ""


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"):
        write_text("x", str(tmp_path))
