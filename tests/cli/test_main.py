from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import xcheck as package
from xcheck import api
from xcheck.errors import InternalError

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

HELP = """
import sys
from xcheck.cli.main import main
try:
    main(["--help"])
except SystemExit as left:
    print(left.code or 0, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
HEAVY = {"spacy", "numpy", "onnxruntime", "pydantic", "rich", "rapidfuzz", "trafilatura", "dateparser", "yaml", "pint"}


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=True)
    code, *imported = done.stderr.split()
    assert code == "0"
    assert "Compare articles about one event" in done.stdout
    assert HEAVY & set(imported) == set()


def test_version(xcheck: Xcheck) -> None:
    assert xcheck("--version") == (0, f"xcheck {package.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["run"],
        ["run", "--format", "bogus", "."],
        ["run", "--min-severity", "fatal", "."],
        ["run", "--min-confidence", "2", "."],
        ["run", "--published", "yesterday", "."],
        ["run", "--no-such-option", "."],
        ["run", "--select", "no-such-rule", "."],
        ["run", "--output", "json", "."],
        ["run", "--output", "yaml=x", "."],
        ["run", "--output", "json=", "."],
        ["run", "--output", "json=no/such/folder/x", "."],
        ["run", "--output", "json=x", "--output", "markdown=x", "."],
        ["run", "--format", "json", "--output", "markdown=-", "."],
        ["run", "--model", "no_such_model", "."],
        ["run", "--jobs", "0", "."],
        ["run", "--fail-on", "fatal", "."],
        ["explain", "no-such-rule"],
    ],
)
def test_mistakes_of_usage_exit_2(xcheck: Xcheck, articles: Path, arguments: list[str]) -> None:
    done = xcheck(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", ["run", "claims"])
@pytest.mark.parametrize(
    ("path", "told"),
    [("missing.txt", "missing.txt: no such file"), ("empty", "no article"), ("blank.txt", "empty"), ("x.bin", "x.bin")],
)
def test_unreadable_input_exits_3(xcheck: Xcheck, articles: Path, command: str, path: str, told: str) -> None:
    (articles / "empty").mkdir()
    (articles / "blank.txt").write_text(" \n", encoding="utf-8")
    (articles / "x.bin").write_bytes(b"\0\1\2")
    done = xcheck(command, path)
    assert (done.code, done.out) == (3, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_an_internal_error_exits_4_and_asks_for_a_report(
    xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "compare_articles", _broken)
    done = xcheck("run", ".")
    assert (done.code, done.out) == (4, "")
    assert "ZeroDivisionError: odd<U+001B>" in done.err
    assert "report" in done.err
    assert "Traceback" not in done.err
    assert "Traceback" in xcheck("run", ".", "--debug").err


def _broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("odd\x1b")


def test_an_internal_error_names_its_article(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise InternalError("north.txt: ValueError: odd")

    monkeypatch.setattr(api, "compare_articles", broken)
    done = xcheck("run", ".", "--jobs", "2")
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith("xcheck: internal error: north.txt: ValueError: odd\nThis is a mistake in xcheck")


def test_an_interruption_exits_130(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "compare_articles", interrupted)
    done = xcheck("run", ".")
    assert (done.code, done.out) == (130, "")
    assert "Traceback" not in done.err


def test_a_reader_that_has_gone_is_no_error(articles: Path) -> None:
    command = [sys.executable, "-m", "xcheck", "claims", "north.txt", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_without_a_command_the_help_is_shown(xcheck: Xcheck) -> None:
    done = xcheck()
    assert done.code == 2
    assert "Commands:" in done.out + done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is needed")
def test_a_full_disk_is_told_in_a_line(articles: Path) -> None:
    command = [sys.executable, "-m", "xcheck", "claims", "north.txt"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr == "xcheck: cannot write standard output: No space left on device\n"
