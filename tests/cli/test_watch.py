"""``--watch``: again after each change of what is read, until it is interrupted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from xcheck import api
from xcheck.cli.ending import Done
from xcheck.cli.options import Format
from xcheck.cli.targets import Target
from xcheck.cli.watch import Watched, follow
from xcheck.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck


@pytest.fixture
def desk(articles: Path) -> Path:
    (articles / "deep" / ".git").mkdir(parents=True)
    return articles


CHANGED = (
    *("north.txt", "south.txt", "xcheck.toml", "deep/new.md", "deep/notes.json", "deep/.hidden.md"),
    *("deep/.git/x.md", "deep/.git", "deep"),
)


def test_what_is_read_concerns_and_nothing_else(desk: Path) -> None:
    watched = Watched.of([Path("north.txt"), Path("deep")], [])
    concerned = [name for name in CHANGED if watched.concerned(Change.modified, str(desk.resolve() / name))]
    assert concerned == ["north.txt", "xcheck.toml", "deep/new.md"]


def test_a_new_folder_is_searched(desk: Path) -> None:
    before = Watched.of([Path("deep")], [])
    (desk / "deep" / "er").mkdir()
    assert before.concerned(Change.added, str(desk.resolve() / "deep" / "er"))
    assert not before.concerned(Change.modified, str(desk.resolve() / "deep" / "er"))
    assert Watched.of([Path("deep")], []).places - before.places == {desk.resolve() / "deep" / "er"}


def test_what_is_written_is_not_waited_for(desk: Path) -> None:
    watched = Watched.of([Path("north.txt"), Path("b.json")], [Target(Format.JSON, "b.json")])
    assert not watched.concerned(Change.modified, str(desk.resolve() / "b.json"))


def acts(*acts: Callable[[], None], read: Path) -> Callable[[], Done]:
    """Runs that do this, one after the other; the last is interrupted."""
    left = [*acts]

    def once() -> Done:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()
        return Done(0, (read,))

    return once


def writing(path: Path, text: str) -> Callable[[], None]:
    def act() -> None:
        path.write_text(text, encoding="utf-8")

    return act


def failing(error: Exception, path: Path) -> Callable[[], None]:
    def act() -> None:
        path.write_text("changed before it fails\n", encoding="utf-8")
        raise error

    return act


def test_it_runs_again_also_for_what_changes_during_a_run(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    north = desk / "north.txt"
    once = acts(writing(north, "One.\n"), writing(north, "Two.\n"), read=north)
    with pytest.raises(KeyboardInterrupt):
        follow(once, ["north.txt"], [], quiet=False)
    told = "Waiting for changes; Ctrl-C ends it.\nnorth.txt changed\n"
    assert capsys.readouterr() == ("", told * 2)


def test_quiet_says_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    north = desk / "north.txt"
    with pytest.raises(KeyboardInterrupt):
        follow(acts(writing(north, "One.\n"), read=north), ["north.txt"], [], quiet=True)
    assert capsys.readouterr() == ("", "")


def test_what_goes_wrong_later_is_told_and_mended_by_a_change(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    north = desk / "north.txt"
    once = acts(
        failing(InputError("nothing to compare"), north),
        failing(ConfigurationError("xcheck.toml:1: odd"), north),
        writing(north, "One.\n"),
        read=north,
    )
    with pytest.raises(KeyboardInterrupt):
        follow(once, ["north.txt"], [], quiet=True)
    assert capsys.readouterr().err == "xcheck: nothing to compare\nxcheck: xcheck.toml:1: odd\n"


def test_a_mistake_of_usage_ends_it_at_once(xcheck: Xcheck, desk: Path) -> None:
    for arguments in (
        ["run", "north.txt", "-", "--watch"],
        ["run", "north.txt", "south.txt", "--select", "no-such-rule", "--watch"],
        ["check", "north.txt", "--against", "-", "--watch"],
        ["check", "north.txt", "--against", "south.txt", "--diff", "-", "--watch"],
        ["check", "north.txt", "--against", "south.txt", "--write-baseline", "--watch"],
    ):
        done = xcheck(*arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("xcheck: ")


def test_the_library_that_is_missing_is_named(xcheck: Xcheck, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    done = xcheck("run", "north.txt", "south.txt", "--watch")
    assert done == (2, "", "xcheck: --watch needs the extra 'watch': pip install 'xcheck-claims[watch]'\n")


def test_an_interruption_ends_it_quietly(xcheck: Xcheck, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "compare_articles", interrupted)
    assert xcheck("run", "north.txt", "south.txt", "--watch") == (130, "", "")


def test_a_terminal_is_cleared_before_each_further_run(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    north = desk / "north.txt"
    with pytest.raises(KeyboardInterrupt):
        follow(acts(writing(north, "One.\n"), read=north), ["north.txt"], [], quiet=True)
    assert capsys.readouterr().out == "\x1b[2J\x1b[3J\x1b[H"
