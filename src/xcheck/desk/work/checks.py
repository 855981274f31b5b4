"""Checks while somebody writes: processes that stay warm, and of each window's texts only the newest."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from xcheck.desk.limits import CHECK_SECONDS, START_SECONDS
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError

Answer = asyncio.Future[dict[str, Any] | None]


class Checks:
    """So many processes, started when first needed. Who waits keeps its place when its text changes."""

    def __init__(self, cache: Path, size: int, seconds: float = CHECK_SECONDS) -> None:
        self._cache = cache
        self._seconds = seconds
        self._size = size
        self._waiting: dict[str, tuple[dict[str, Any], Answer]] = {}
        self._something = asyncio.Condition()
        self._tasks: list[asyncio.Task[None]] = []

    async def check(self, window: str, request: dict[str, Any]) -> dict[str, Any] | None:
        """The result of a check; None where the same window has asked again meanwhile.

        Raises InputError where the text cannot be checked, or it takes too long.
        """
        self._start()
        before = self._waiting.get(window)
        if before and not before[1].done():
            before[1].set_result(None)
        answer: Answer = asyncio.get_running_loop().create_future()
        self._waiting[window] = (request, answer)  # in the place of the earlier text, if there is one
        async with self._something:
            self._something.notify()
        return await answer

    async def close(self) -> None:
        """End the processes, and tell those that wait."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for _, answer in self._waiting.values():
            answer.cancel()

    def _start(self) -> None:
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._serve()) for _ in range(self._size)]

    async def _serve(self) -> None:
        worker: Worker | None = None
        try:
            while True:
                request, answer = await self._next()
                try:
                    if worker is None or not worker.alive:
                        worker = await Worker.start(self._cache)
                        await worker.ask(
                            {"task": "ready"}, START_SECONDS
                        )  # a check's own time begins when it is loaded
                    result = await worker.ask(request, self._seconds)
                except InputError as error:
                    if not answer.done():
                        answer.set_exception(error)
                else:
                    if not answer.done():
                        answer.set_result(result)
        finally:
            if worker is not None:
                await worker.end()

    async def _next(self) -> tuple[dict[str, Any], Answer]:
        async with self._something:
            await self._something.wait_for(lambda: self._waiting)
            return self._waiting.pop(next(iter(self._waiting)))
