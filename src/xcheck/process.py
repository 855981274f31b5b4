"""What concerns a whole process: how one is started and ends, whether it collects cycles, which folder it is in."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# -I alone would leave out what this process has on its path; without it a module of the current folder could be run.
_START = (
    "import json, sys; from importlib import import_module; sys.path[:] = json.loads(sys.argv.pop(1)); "
    "module, _, name = sys.argv.pop(1).partition(':'); getattr(import_module(module), name)()"
)


def command(function: str, *arguments: str) -> list[str]:
    """Give the command that calls ``function`` (``module:name``), which finds the arguments in ``sys.argv[1:]``."""
    return [sys.executable, "-I", "-c", _START, json.dumps(sys.path), function, *arguments]


def ending(process: subprocess.Popen[bytes], patience: float = 5) -> str:
    """Tell how a process that answers no more has ended; end it where it has not within so many seconds."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    end(process)
    code = process.returncode
    return f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and close the pipes to it."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):  # what it has not read any more
                pipe.close()


def live_briefly() -> None:
    """Do not collect reference cycles: in a process that soon ends this takes a fifth of the time and finds nothing."""
    gc.disable()


def live_long() -> None:
    """Collect reference cycles, as a server, a watch or a run of days has to: a command was started without."""
    gc.enable()


def freeze() -> None:
    """Leave what is in memory now out of later collections, the one on leaving among them (a tenth of a short run)."""
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no reference cycles meanwhile: records have none, and to look through a story's takes half its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def enter(folder: Path) -> None:
    """Make a folder the current one: an editor's file names count from its workspace, as those of a command do."""
    os.chdir(folder)
