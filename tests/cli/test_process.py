"""The process: closed standard streams, and interruptions from the first moment on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SRC = str(Path(__file__).resolve().parents[2] / "src")
# The command as its script runs it, with this code on the path.
START = f"import sys; sys.path.insert(0, {SRC!r}); from xcheck.__main__ import start; start()"
COMMAND = [sys.executable, "-I", "-c", START]

Done = subprocess.CompletedProcess[str]


def shell(redirection: str, *words: str) -> Done:
    script = f'"$@" {redirection}'
    return subprocess.run(
        ["sh", "-c", script, "sh", *COMMAND, *words], capture_output=True, text=True, check=False, input=""
    )


@pytest.mark.parametrize("command", [["config", "show"], ["explain", "XQ002"], ["rules", "list"], ["--help"]])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_done_without(articles: Path, closed: str, command: list[str]) -> None:
    done = shell(closed, *command)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [
        ("<&-", 0, ""),
        (">&-", 2, "xcheck: cannot write standard output: it is closed\n"),
        ("2>&-", 0, ""),
        ("<&- >&- 2>&-", 2, ""),
    ],
)
def test_a_report_needs_only_the_stream_it_goes_to(articles: Path, closed: str, code: int, told: str) -> None:
    done = shell(closed, "claims", "north.txt", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (code, told)


@pytest.mark.parametrize(
    "words", [["run", "-", "north.txt"], ["check", "north.txt", "--against", "south.txt", "--diff", "-"]]
)
def test_standard_input_that_is_asked_for_and_closed(articles: Path, words: list[str]) -> None:
    done = shell("<&-", *words)
    assert done.returncode in (2, 3)
    assert "standard input is closed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [["config", "show"], ["explain", "XQ002"], ["rules", "list"]])
def test_a_full_disk_is_no_mistake_of_ours(articles: Path, command: list[str]) -> None:
    done = shell(">/dev/full", *command)
    assert (done.returncode, done.stderr) == (2, "xcheck: cannot write standard output: No space left on device\n")


@pytest.mark.parametrize("command", [["explain", "--all"], ["rules", "list"], ["rules", "schema"], ["--help"]])
def test_a_reader_that_has_read_enough_is_no_error(articles: Path, command: list[str]) -> None:
    with subprocess.Popen([*COMMAND, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_no_file_takes_the_place_of_a_closed_stream(articles: Path) -> None:
    done = shell(">&- 2>&-", "rules", "new", "XZ001", "a-rule", "--into", "rules")
    assert done.returncode in (0, 2)
    assert not any("xcheck" in path.read_text(encoding="utf-8")[:10] for path in articles.rglob("*") if path.is_file())


# What is started in the background of a script has interruptions ignored, and so would all that it starts. A dot tells
# when xcheck has the process; before that it is Python's, for some hundredths of a second.
HEARING = f"""
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {SRC!r})
import xcheck.__main__ as own
fill = own._fill_standard_streams
own._fill_standard_streams = lambda: (fill(), sys.stderr.write("."), sys.stderr.flush())
own.start()
"""


@pytest.mark.parametrize("after", [0, 0.03, 0.06, 0.1, 0.2, 0.5])
def test_an_interruption_says_nothing_whenever_it_comes(articles: Path, after: float) -> None:
    process = subprocess.Popen([*COMMAND[:-1], HEARING, "run", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr is not None
    assert process.stderr.read(1) == b"."
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, b"Traceback" in err) == (130, b"", False), err


def test_an_interruption_that_is_ignored_stays_so(articles: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with subprocess.Popen([*COMMAND, "explain", "XQ002"], stdout=subprocess.PIPE) as process:
            os.kill(process.pid, signal.SIGINT)
            process.communicate(timeout=120)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.returncode == 0
