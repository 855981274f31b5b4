"""Checks while somebody writes: processes that stay warm, of each window's texts only the newest, and all in turn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcheck.desk.limits import CHECK_SECONDS, MOVE_SECONDS, START_SECONDS
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError

_STOPPED = "the desk is being stopped: your text is kept in this browser"

_MOST_SETTLED = 1_000  # cases of which it is known where they were last checked

Answer = asyncio.Future[dict[str, Any] | None]


@dataclass
class Waiting:
    """A text that waits for a process, and who is to hear what comes of it."""

    request: dict[str, Any]
    answer: Answer

    def tell(self, what: dict[str, Any] | InputError | None) -> None:
        """Answer it, unless nobody waits any more."""
        if self.answer.done():
            return
        if isinstance(what, InputError):
            self.answer.set_exception(what)
        else:
            self.answer.set_result(what)


class Checks:
    """So many processes, started when first needed. People take turns, whatever number of windows each has open.

    A window that waits keeps its place when its text changes. A case stays with the process that has read it, unless
    that has been busy for ``patience`` seconds: then it moves to another one, which has to read it first.
    """

    def __init__(self, cache: Path, size: int, seconds: float = CHECK_SECONDS, patience: float = MOVE_SECONDS) -> None:
        self._cache = cache
        self._seconds = seconds
        self._patience = patience
        self._size = size
        self._home: dict[str, int] = {}  # of each case the process that checked it last
        self._begun: dict[int, float] = {}  # of each busy process the time at which it began
        self._lines: dict[str, dict[str, Waiting]] = {}  # of each person, next first, what waits by its window
        self._something = asyncio.Condition()
        self._tasks: list[asyncio.Task[None]] = []

    async def check(self, who: str, window: str, request: dict[str, Any]) -> dict[str, Any] | None:
        """The result of a check; None where the same window has asked again meanwhile.

        Raises InputError where the text cannot be checked, or it takes too long.
        """
        self._start()
        line = self._lines.setdefault(who, {})
        if before := line.get(window):
            before.tell(None)
        answer: Answer = asyncio.get_running_loop().create_future()
        line[window] = Waiting(request, answer)  # in the place of the earlier text, if there is one
        async with self._something:
            self._something.notify_all()
        return await answer

    async def close(self) -> None:
        """End the processes, and tell those that wait."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for one in [one for line in self._lines.values() for one in line.values()]:
            one.tell(InputError(_STOPPED))
        self._lines.clear()

    def _start(self) -> None:
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._serve(process)) for process in range(self._size)]

    async def _serve(self, process: int) -> None:
        worker: Worker | None = None
        try:
            while True:
                one = await self._next(process)
                try:
                    if worker is None or not worker.alive:
                        worker = await Worker.start(self._cache)
                        # A check's own time begins when everything is loaded.
                        await worker.ask({"task": "ready"}, START_SECONDS)
                    self._answer(process, one, await worker.ask(one.request, self._seconds))
                except InputError as error:
                    self._answer(process, one, error)
                except asyncio.CancelledError:
                    one.tell(InputError(_STOPPED))
                    raise
        finally:
            if worker is not None:
                await worker.end()

    def _answer(self, process: int, one: Waiting, what: dict[str, Any] | InputError) -> None:
        """Answer what a process was asked; it is free from then on."""
        self._begun.pop(process, None)
        one.tell(what)

    async def _next(self, process: int) -> Waiting:
        """What a process is to do next, when there is something for it."""
        async with self._something:
            while (found := self._taken(process)) is None:
                try:
                    await asyncio.wait_for(self._something.wait(), self._patience if self._lines else None)
                except TimeoutError:
                    continue
            self._begun[process] = asyncio.get_running_loop().time()
            return found

    def _taken(self, process: int) -> Waiting | None:
        """Take what has waited longest of the first person in turn who has something for a process.

        That person goes to the end of the line.
        """
        for who, line in self._lines.items():
            window = next((w for w, one in line.items() if self._may_take(process, one)), None)
            if window is None:
                continue
            found = line.pop(window)
            del self._lines[who]
            if line:
                self._lines[who] = line
            self._settle(found.request.get("case"), process)
            return found
        return None

    def _may_take(self, process: int, one: Waiting) -> bool:
        home = self._home.get(one.request.get("case", ""), process)
        begun = self._begun.get(home)
        is_stuck = begun is not None and asyncio.get_running_loop().time() - begun >= self._patience
        return home == process or is_stuck

    def _settle(self, case: str | None, process: int) -> None:
        if case is not None:
            self._home.pop(case, None)
            self._home[case] = process
            if len(self._home) > _MOST_SETTLED:
                del self._home[next(iter(self._home))]
