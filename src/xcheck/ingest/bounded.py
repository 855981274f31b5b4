"""A reader in a process of its own, which may take so much time and memory and no more."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from xcheck.errors import InputError
from xcheck.process import command

SECONDS = 30  # of processor time; a page of a newspaper takes less than one
WALL_SECONDS = 300  # where the system cannot bound processor time; elsewhere a busy machine changes no result
MEMORY = 1_500_000_000  # bytes
_TOLD = 1  # the reader itself refused the file, and says why


def bounded(function: str, data: bytes, *, seconds: int = SECONDS, memory: int = MEMORY) -> Any:
    """Give what ``function`` (``module:name``) makes of the data, as JSON holds it.

    Raises InputError where it refuses the data, or takes too long or too much memory.
    """
    reader = command(f"{__name__}:{serve.__name__}", function, str(seconds), str(memory))
    wall = None if find_spec("resource") else WALL_SECONDS
    try:
        done = subprocess.run(reader, input=data, capture_output=True, check=False, timeout=wall)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise _endless(seconds, memory) from error
    if done.returncode == 0:
        return json.loads(done.stdout)
    if done.returncode == _TOLD and done.stdout:
        raise InputError(done.stdout.decode())
    raise _endless(seconds, memory)


def serve() -> None:
    """Be that process: read standard input, write JSON to standard output."""
    _limit(*map(int, sys.argv[2:]))
    module, _, name = sys.argv[1].partition(":")
    try:
        made = json.dumps(getattr(import_module(module), name)(sys.stdin.buffer.read())).encode()
    except InputError as error:
        made = str(error).encode()
        code = _TOLD
    else:
        code = 0
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    raise SystemExit(code)


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system; there the time on the wall has to do
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _endless(seconds: int, memory: int) -> InputError:
    return InputError(
        f"it takes more than {seconds} seconds or {memory:,} bytes of memory to read: save its text as .txt"
    )
