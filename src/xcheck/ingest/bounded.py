"""Readers in a process beside this one, which may take so much time and memory for a file and no more.

Whoever wrote a file is not trusted, and the libraries that read its format have not been made for that. One process
reads all files of a run, one after the other; it is started with the first, and anew where one has ended it.
"""

from __future__ import annotations

import atexit
import os
import signal
import struct
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from threading import Lock, Timer
from typing import IO

from xcheck.errors import InputError
from xcheck.process import command, end, ending
from xcheck.resources import loaded

SECONDS = 30  # of processor time for a file; a page of a newspaper takes less than one
WALL_SECONDS = 300  # where the system cannot bound processor time; elsewhere a busy machine changes no result
MEMORY = 1_500_000_000  # bytes
_MADE, _REFUSED, _FAILED = range(3)  # the answer is what was made, why the reader refused the file, or how it failed
_HEAD = struct.Struct("!BQ")


class DiedError(Exception):
    """The process has not survived what it was asked; the message tells how it ended."""


def bounded(function: str, data: bytes, *, seconds: int = SECONDS, memory: int = MEMORY) -> bytes:
    """Give what ``function`` (``module:name``, from bytes to bytes) makes of the data.

    Raises InputError where it refuses the data, fails, or takes too long or too much memory.
    """
    try:
        return answered(function, data, seconds=seconds, memory=memory)
    except DiedError as error:
        raise InputError(
            f"it takes more than {seconds} seconds or {memory:,} bytes of memory to read: save its text as .txt"
        ) from error


def answered(function: str, data: bytes, *, seconds: int, memory: int) -> bytes:
    """Give the same, for a caller who wants to know of a death.

    Raises DiedError where the process does not survive it, InputError where the function refuses the data or fails.
    """
    code, made = _process(os.getpid(), seconds, memory).answer(function, data)
    if code == _REFUSED:
        raise InputError(made.decode())
    if code == _FAILED:
        raise InputError(f"its reader fails ({made.decode()}): save its text as .txt")
    return made


@loaded
def _process(_own: int, seconds: int, memory: int) -> _Process:
    """The process of these limits that belongs to this one; a fork gets one of its own."""
    process = _Process(seconds, memory)
    atexit.register(process.end)
    return process


class _Process:
    """A process that answers, started when it is first asked."""

    def __init__(self, seconds: int, memory: int) -> None:
        self._seconds, self._memory = seconds, memory
        self._running: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def answer(self, function: str, data: bytes) -> tuple[int, bytes]:
        """Give the code and the words of the answer. Raises DiedError where the process has not survived it."""
        with self._lock:
            process = self._running or self._started()
            wall = Timer(max(WALL_SECONDS, self._seconds), process.kill)
            if find_spec("resource") is None:
                wall.start()
            try:
                return _asked(process, function, data)
            except (OSError, EOFError) as error:
                self._running = None
                raise DiedError(ending(process)) from error
            finally:
                wall.cancel()

    def end(self) -> None:
        """End the process, where there is one."""
        process, self._running = self._running, None
        if process is not None:
            end(process)

    def _started(self) -> subprocess.Popen[bytes]:
        limits = [str(self._seconds), str(self._memory)]
        reader = command(f"{__name__}:{serve.__name__}", *limits)
        self._running = subprocess.Popen(  # noqa: S603 - this interpreter, and this module
            reader, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        return self._running


def _asked(process: subprocess.Popen[bytes], function: str, data: bytes) -> tuple[int, bytes]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(f"{function} {len(data)}\n".encode() + data)
    process.stdin.flush()
    code, size = _HEAD.unpack(_read(process.stdout, _HEAD.size))
    return code, _read(process.stdout, size)


def _read(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def serve() -> None:
    """Be that process: answer standard input on standard output, until there is nothing more to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with the process that started it
    seconds, memory = map(int, sys.argv[1:])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes nowhere
    _limit("RLIMIT_AS", memory)
    while head := sys.stdin.buffer.readline():
        function, size = head.decode().split()
        data = sys.stdin.buffer.read(int(size))
        _limit("RLIMIT_CPU", int(time.process_time()) + 1 + seconds)
        code, made = _answered(function, data)
        answers.write(_HEAD.pack(code, len(made)) + made)
        answers.flush()


def _answered(function: str, data: bytes) -> tuple[int, bytes]:
    module, _, name = function.partition(":")
    try:
        return _MADE, getattr(import_module(module), name)(data)
    except InputError as error:
        return _REFUSED, str(error).encode("utf-8", "backslashreplace")
    except MemoryError:
        raise SystemExit(1) from None
    except Exception as error:  # noqa: BLE001 - a library may raise anything on a broken file, and the next one is waiting
        return _FAILED, type(error).__name__.encode()


def _limit(what: str, most: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system; there the time on the wall has to do
    except ImportError:
        return
    kind = getattr(resource, what)
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
