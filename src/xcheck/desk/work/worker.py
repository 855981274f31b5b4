"""The process itself: tasks come in as lines of JSON on standard input, progress and results go out the same way."""

from __future__ import annotations

import gc
import json
import math
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from xcheck.desk.limits import PROCESSOR
from xcheck.errors import XcheckError

try:
    import resource
except ImportError:  # not on every system; there the time by the clock has to do
    resource = None  # type: ignore[assignment]

_LOOK = 2.0  # seconds between two looks whether the desk is there


def serve() -> None:
    """Do what is asked until standard input ends. Arguments: the folder of the cache, the most bytes of memory."""
    folder, memory = Path(sys.argv[2]), int(sys.argv[3])
    _limit(memory)
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    allow(PROCESSOR["ready"])
    with _protocol() as out:
        from xcheck.desk.work.tasks import TASKS, rules  # noqa: PLC0415 - after the limits, which hold for it as well

        rules()
        _say(out, {"ready": True})
        for line in sys.stdin.buffer:
            request = json.loads(line)
            allow(PROCESSOR[request["task"]])
            _say(out, _answer(TASKS[request["task"]], request, folder, out))
            if request["task"] == "ready":
                gc.freeze()  # what is loaded stays: later searches for garbage need not go through it


def _answer(task: Any, request: dict[str, Any], folder: Path, out: TextIO) -> dict[str, Any]:
    def told(doing: str, done: int, of: int) -> None:
        _say(out, {"progress": {"doing": doing, "done": done, "of": of}})

    try:
        return {"result": task(request, folder, told)}
    except XcheckError as error:
        return {"problem": str(error)}
    except (MemoryError, RecursionError):
        return {"problem": "it takes more memory than allowed: split it, or leave the longest article out"}


@contextmanager
def _protocol() -> Iterator[TextIO]:
    """Standard output for messages alone: what a library prints goes to standard error."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n") as out:
        os.dup2(2, 1)
        yield out


def _say(out: TextIO, message: dict[str, Any]) -> None:
    out.write(json.dumps(message) + "\n")
    out.flush()


def _end_with(parent: int) -> None:
    """End when the desk has ended, however it did: a task that hangs reads no end of its input."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def allow(seconds: int) -> None:
    """Let this process use so much more processor time; the system ends it when that is spent, whatever it does."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + seconds)


def _limit(memory: int) -> None:
    if resource is not None:
        _set(resource.RLIMIT_AS, memory)


def _set(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
