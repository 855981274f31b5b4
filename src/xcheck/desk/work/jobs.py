"""Comparisons under way: each in a process of its own, so many at a time, the others in line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xcheck.desk.limits import JOB_SECONDS, MOST_WAITING
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError

Done = Callable[[dict[str, Any]], Awaitable[None]]
Failed = Callable[[str], Awaitable[None]]


@dataclass
class Job:
    """How far a comparison has come. ``changed`` is set and replaced with each step."""

    doing: str = "Waiting for a free process"
    done: int = 0
    of: int = 0
    over: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def step(self, doing: str, done: int, of: int, *, over: bool = False) -> None:
        """Go on to a step, and tell whoever waits."""
        self.doing, self.done, self.of, self.over = doing, done, of, over
        before, self.changed = self.changed, asyncio.Event()
        before.set()

    async def steps(self) -> AsyncIterator[Job]:
        """The job at once and after each step, until it is over."""
        while True:
            changed = self.changed
            yield self
            if self.over:
                return
            await changed.wait()


class Jobs:
    """The comparisons of a desk by their case's id; ``most`` run at a time."""

    def __init__(self, cache: Path, most: int, seconds: float = JOB_SECONDS) -> None:
        self._cache = cache
        self._seconds = seconds
        self._free = asyncio.Semaphore(most)
        self._most = most
        self._running: dict[str, tuple[Job, asyncio.Task[None]]] = {}

    @property
    def full(self) -> bool:
        """Whether so many wait that no other is taken on."""
        return len(self._running) >= self._most + MOST_WAITING

    def of(self, case: str) -> Job | None:
        """The job of a case; None where none is under way."""
        found = self._running.get(case)
        return found[0] if found else None

    def begin(self, request: dict[str, Any], done: Done, failed: Failed) -> Job:
        """Take on a comparison. ``done`` gets its result or ``failed`` why there is none."""
        job = Job()
        task = asyncio.create_task(self._run(job, request, done, failed))
        self._running[request["case"]] = (job, task)
        return job

    async def _run(self, job: Job, request: dict[str, Any], done: Done, failed: Failed) -> None:
        try:
            async with self._free:
                job.step("Starting", 0, 0)
                await done(await self._made(job, request))
        except InputError as error:
            await failed(str(error))
        except Exception:
            await failed("xcheck has made a mistake with this. Please report it with the articles that show it.")
            raise
        finally:
            del self._running[request["case"]]
            job.step("Done", 1, 1, over=True)

    async def _made(self, job: Job, request: dict[str, Any]) -> dict[str, Any]:
        worker = await Worker.start(self._cache)
        try:
            return await worker.ask(request, self._seconds, lambda said: job.step(**said))
        finally:
            await worker.end()

    async def close(self) -> None:
        """End what is under way."""
        tasks = [task for _, task in self._running.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
