"""How the command line is read: paths behind ``--against``, ``-h``, what the shell completes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from xcheck import api
from xcheck.cli.command import spread
from xcheck.cli.complete import selectors
from xcheck.cli.main import main
from xcheck.drafts.binding import Bound
from xcheck.engine.load import load_rules
from xcheck.errors import UsageError
from xcheck.records.finding import Kind
from xcheck.records.report import Report

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

S, T = "--against=s", "--against=t"


@pytest.mark.parametrize(
    ("written", "read", "together"),
    [
        (["d", "--against", "s", "t"], ["d", S, T], ["s", "t"]),
        (["d", "--against", "s", "--against", "t"], ["d", S, T], []),
        (["d", "e", "--against", "s"], ["d", "e", S], []),
        (["d", "--against=s", "t", "-q"], ["d", S, T, "-q"], ["s", "t"]),
        (["d", "--against", "s", "-", "--isolated"], ["d", S, "--against=-", "--isolated"], ["s", "-"]),
        (["--against", "s", "--isolated", "d"], [S, "--isolated", "d"], []),
        (["--against", "s", "t", "--", "d", "--against"], [S, T, "--", "d", "--against"], ["s", "t"]),
        ([], [], []),
    ],
)
def test_every_path_up_to_the_next_option_is_a_source(written: list[str], read: list[str], together: list[str]) -> None:
    assert spread(written) == (read, together)


@pytest.mark.parametrize("written", [["d", "--against"], ["d", "--against", "--quiet"], ["--against=", "-q"]])
def test_a_source_has_to_be_named(written: list[str]) -> None:
    with pytest.raises(UsageError, match="--against needs a path"):
        spread(written)


def compared(xcheck: Xcheck, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[list[str], list[str]]:
    """The drafts and the sources that a check of these arguments compares."""
    seen: list[tuple[list[str], list[str]]] = []

    def noted(bound: list[Bound], *_: object, **__: object) -> Report:
        seen.append(([one.draft.id for one in bound], sorted({s.id for one in bound for s in one.sources})))
        return Report(documents=(), claims=(), findings=())

    monkeypatch.setattr(api, "check_drafts", noted)
    assert xcheck("check", "--isolated", *arguments).code == 0
    return seen[0]


def test_a_second_source_is_no_draft(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (articles / "draft.txt").write_text("Some 400 dockers walked out at Port Aldery on Monday.\n", encoding="utf-8")
    (articles / "other.txt").write_text("Some 300 dockers walked out at Port Aldery on Monday.\n", encoding="utf-8")
    sources = ["north.txt", "south.txt"]
    for written in (
        ["draft.txt", "--against", *sources],
        ["draft.txt", "--against", "north.txt", "--against", "south.txt"],
        ["--against", *sources, "--", "draft.txt"],
        ["--against", *sources, "--quiet", "draft.txt"],
    ):
        assert compared(xcheck, monkeypatch, *written) == (["draft.txt"], sources)
    two = compared(xcheck, monkeypatch, "draft.txt", "other.txt", "--against", "north.txt")
    assert two == (["draft.txt", "other.txt"], ["north.txt"])


def test_a_path_that_could_be_a_draft_or_a_source_is_an_error(xcheck: Xcheck, articles: Path) -> None:
    (articles / "xcheck.toml").write_text('drafts = ["north.txt"]\n', encoding="utf-8")
    done = xcheck("check", "--against", "south.txt", "north.txt")
    assert (done.code, done.out) == (2, "")
    assert "no draft is named" in done.err
    assert "(south.txt north.txt)" in done.err
    assert "xcheck check DRAFT... --against PATH..." in done.err


COMMANDS = [
    ["run"], ["check"], ["claims"], ["stories"], ["explain"], ["init"], ["lsp"], ["rules"], ["config"],
    ["rules", "list"], ["rules", "test"], ["rules", "new"], ["rules", "schema"],
    ["config", "show"], ["config", "schema"],
]  # fmt: skip


@pytest.mark.parametrize("command", [[], *COMMANDS])
def test_every_command_has_help_under_both_names(xcheck: Xcheck, command: list[str]) -> None:
    done = xcheck(*command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: xcheck")
    assert "-h, --help" in done.out
    assert xcheck(*command, "-h") == done


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_english_not_python(xcheck: Xcheck, command: list[str]) -> None:
    shown = xcheck(*command, "-h").out
    assert not [word for word in ("list[", "<str>", "<Path>", "float range", "(note)") if word in shown]


def completed(words: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("_XCHECK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"xcheck {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" "))))
    with pytest.raises(SystemExit):
        main([])
    return capfd.readouterr().out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("explain XQ00", ["XQ001", "XQ002", "XQ003", "XQ004"]),
        ("rules test XR", ["XR", "XR001", "XR002", "XR003"]),
        ("run --select uncorr", ["uncorroborated"]),
        ("run --ignore agreement,XR", ["agreement,XR", "agreement,XR001", "agreement,XR002", "agreement,XR003"]),
        ("check --format ma", ["markdown", "matrix"]),
        ("run --output j", ["json=", "junit="]),
        ("run --min-severity w", ["warning"]),
        ("ch", ["check"]),
    ],
)
def test_the_shell_completes(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: str, offered: list[str]
) -> None:
    assert completed(words, capfd, monkeypatch) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_can_be_had(xcheck: Xcheck, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    monkeypatch.setenv("_XCHECK_COMPLETE", f"source_{shell}")
    assert "_XCHECK_COMPLETE" in xcheck().out


def test_every_kind_and_rule_is_offered() -> None:
    words = {word for word, _ in selectors("")}
    assert {rule.id for rule in load_rules()} | set(get_args(Kind)) <= words
