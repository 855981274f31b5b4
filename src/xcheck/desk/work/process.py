"""A process of the desk from the outside: started, asked, and ended when it takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from xcheck.desk.limits import MEMORY
from xcheck.errors import InputError

_LARGEST_LINE = 500_000_000  # bytes of a result
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from xcheck.desk.work.worker import serve; serve()"
# Two processes share the machine: none takes all of its processors for one sentence.
_THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
_LATE = "it takes more than {:g} seconds: leave out the longest article, or try again when less goes on"
_SPENT = "it takes more processor time than one text may use: leave out the part that was added last, or the longest"
_ENDED = "the process that read it ended early: it takes more memory than allowed, or xcheck has a mistake"

_SPENT_SIGNAL = getattr(signal, "SIGXCPU", 0)

Heard = Callable[[dict[str, Any]], None]


class Worker:
    """One process that does one task after the other."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, cache: Path, memory: int = MEMORY) -> Self:
        """A process with the limit of memory. It leads a group of its own, so that what it starts ends with it.

        Raises InputError where the machine has no room for it.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-c", _START, json.dumps(sys.path), str(cache), str(memory)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LARGEST_LINE,
                start_new_session=True,
                env=os.environ | _THREADS,
            )
        except OSError as error:
            raise InputError(f"no process can be started ({error.strerror}): try again when less goes on") from error
        return cls(process)

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.returncode is None

    async def ask(self, request: dict[str, Any], seconds: float, heard: Heard | None = None) -> dict[str, Any]:
        """The result of a task; ``heard`` is called with what it tells on the way.

        Raises InputError where the task is refused, and where it takes too long or the process ends: it is dead then.
        """
        try:
            async with asyncio.timeout(seconds):
                return await self._asked(request, heard)
        except _RefusedError:
            raise
        except BaseException as error:  # a task that was cancelled as well: half an answer may still come
            await self.end()
            if isinstance(error, TimeoutError):
                raise InputError(_LATE.format(seconds)) from error
            if isinstance(error, (ConnectionError, ValueError)):
                raise InputError(_SPENT if self._process.returncode == -_SPENT_SIGNAL else _ENDED) from error
            raise

    async def _asked(self, request: dict[str, Any], heard: Heard | None) -> dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise ConnectionError
        stdin.write(json.dumps(request).encode() + b"\n")
        await stdin.drain()
        while line := await stdout.readline():
            said: dict[str, Any] = json.loads(line)
            if "problem" in said:
                raise _RefusedError(said["problem"])
            if "result" in said:
                result: dict[str, Any] = said["result"]
                return result
            if heard and "progress" in said:
                heard(said["progress"])
        raise ConnectionError

    async def end(self) -> None:
        """End it with everything that it has started."""
        if self.alive:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        await self._process.wait()


class _RefusedError(InputError):
    """The task said no; the process is well."""
