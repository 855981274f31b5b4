"""``xcheck serve`` as a command: the first line, the port, what is missing, and the end."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from xcheck.cli import serve
from xcheck.errors import UsageError

COMMAND = [sys.executable, "-c", "from xcheck.__main__ import start; start()", "serve"]


def _serve(*options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    started = _serve("--port", "0", "--data", str(tmp_path / "desk"))
    yield started
    started.kill()
    started.communicate()


def test_the_first_line_is_the_address_and_an_interrupt_ends_it_well(
    desk: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert desk.stdout is not None
    address = desk.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser.open(address) as answer:
        assert "New comparison" in answer.read().decode()
    desk.send_signal(signal.SIGINT)
    out, err = desk.communicate(timeout=120)
    assert (out, err) == ("", "")
    assert desk.returncode == 0
    with sqlite3.connect(tmp_path / "desk" / "desk.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0", "--auth-proxy-header", "X-User"], "--auth-proxy-header goes with a loopback"),  # noqa: S104
        (["no-such-folder"], "there is no such folder to watch"),
        (["--host", "host.invalid"], "cannot listen on host.invalid"),
    ],
)
def test_what_cannot_be_is_told_with_the_way_out(options: list[str], said: str, tmp_path: Path) -> None:
    started = _serve("--port", "0", "--data", str(tmp_path), *options)
    out, err = started.communicate(timeout=120)
    assert started.returncode == 2
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        started = _serve("--port", port, "--data", str(tmp_path))
        _, err = started.communicate(timeout=120)
    assert started.returncode == 2
    assert f"port {port}" in err
    assert "--port" in err


def test_without_the_extra_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'xcheck-claims\[serve\]'"):
        serve.serve()
