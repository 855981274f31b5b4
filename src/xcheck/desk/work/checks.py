"""Checks while somebody writes: processes that stay warm, of each window's texts only the newest, and all in turn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcheck.desk.limits import CHECK_SECONDS, START_SECONDS
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError

Answer = asyncio.Future[dict[str, Any] | None]


@dataclass
class Waiting:
    """A text that waits for a process, and who is to hear what comes of it."""

    request: dict[str, Any]
    answer: Answer


class Checks:
    """So many processes, started when first needed. People take turns, whatever number of windows each has open.

    A window that waits keeps its place when its text changes.
    """

    def __init__(self, cache: Path, size: int, seconds: float = CHECK_SECONDS) -> None:
        self._cache = cache
        self._seconds = seconds
        self._size = size
        self._lines: dict[str, dict[str, Waiting]] = {}  # of each person, next first, what waits by its window
        self._something = asyncio.Condition()
        self._tasks: list[asyncio.Task[None]] = []

    async def check(self, who: str, window: str, request: dict[str, Any]) -> dict[str, Any] | None:
        """The result of a check; None where the same window has asked again meanwhile.

        Raises InputError where the text cannot be checked, or it takes too long.
        """
        self._start()
        line = self._lines.setdefault(who, {})
        if (before := line.get(window)) and not before.answer.done():
            before.answer.set_result(None)
        answer: Answer = asyncio.get_running_loop().create_future()
        line[window] = Waiting(request, answer)  # in the place of the earlier text, if there is one
        async with self._something:
            self._something.notify()
        return await answer

    async def close(self) -> None:
        """End the processes, and tell those that wait."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for line in self._lines.values():
            for one in line.values():
                one.answer.cancel()

    def _start(self) -> None:
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._serve()) for _ in range(self._size)]

    async def _serve(self) -> None:
        worker: Worker | None = None
        try:
            while True:
                one = await self._next()
                try:
                    if worker is None or not worker.alive:
                        worker = await Worker.start(self._cache)
                        # A check's own time begins when everything is loaded.
                        await worker.ask({"task": "ready"}, START_SECONDS)
                    result = await worker.ask(one.request, self._seconds)
                except InputError as error:
                    if not one.answer.done():
                        one.answer.set_exception(error)
                else:
                    if not one.answer.done():
                        one.answer.set_result(result)
        finally:
            if worker is not None:
                await worker.end()

    async def _next(self) -> Waiting:
        """What has waited longest of the person whose turn it is; that person goes to the end of the line."""
        async with self._something:
            await self._something.wait_for(lambda: self._lines)
            who = next(iter(self._lines))
            line = self._lines.pop(who)
            found = line.pop(next(iter(line)))
            if line:
                self._lines[who] = line
            return found
