"""A run from inputs to tables: which work is left, in which order, and what it all comes to.

Work that is kept is not done again. Where a worker is lost, what it had not finished is begun again by the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from xcheck.corpus.comparing import Compare
from xcheck.corpus.engine import Engine, Step
from xcheck.corpus.finishing import claim, finish
from xcheck.corpus.grouping import Grouping
from xcheck.corpus.inputs import Source, Unread
from xcheck.corpus.plan import Plan, skipped
from xcheck.corpus.steps import READ, Cut, Extract
from xcheck.corpus.telling import Told, buckets, places, stories
from xcheck.errors import InputError
from xcheck.reports import index

_TRIES = 3  # in a row that finish nothing
Task = Mapping[str, Any]


class Watch(Protocol):
    """Who is told how far a run is."""

    def begin(self, step: str, total: int) -> None:
        """A step begins that has so many articles to go through, or sources to cut."""

    def advance(self, done: int) -> None:
        """So many of them are done."""


@dataclass(frozen=True)
class Run:
    """What is to be made, by what, and who watches."""

    plan: Plan
    engine: Engine
    watch: Watch

    def __call__(self, found: Sequence[Source], unread: Sequence[Unread] = ()) -> dict[str, int]:
        """Read the sources, find what their articles claim, tell their stories apart and compare each.

        Gives the number of rows of each table. Raises UsageError where the folder holds other things than the tables of
        a corpus.
        """
        plan = self.plan
        claim(plan.store)
        digests = self._cut(found)
        read = {plan.key("read", digest): digest for digest in digests}
        tasks: dict[str, dict[str, Any]] = {
            plan.key("claims", name): {"partition": name, "digest": digest, **digests[digest]}
            for name, digest in read.items()
        }
        self._all(
            Extract(plan),
            tasks,
            lambda key: plan.finished(tasks[key]["partition"], *READ) and plan.finished(key, "claims"),
        )
        names = sorted(read)
        lie = places(plan, names, {task["partition"]: name for name, task in tasks.items()})
        told, kept = self._told(names, len(lie))
        compared = buckets(plan, told, lie)
        self._all(Compare(plan), compared, lambda key: plan.finished(key, "told", "findings"))
        partitions = {"documents": names, "claims": sorted(tasks), "stories": kept, "findings": sorted(compared)}
        pages = [index.page_of(one.id) for one in told if len(one.documents) > 1]
        return finish(plan, partitions, pages, [skipped(one.name, one.name, "read", one.reason) for one in unread])

    def _cut(self, found: Sequence[Source]) -> dict[str, Task]:
        """The partitions of all sources, by the digests of their content: the ``size`` of each, and its ``first``."""
        tasks = {str(place): {"kind": source.kind, "files": source.files} for place, source in enumerate(found)}
        cut: dict[str, dict[str, Task]] = {}

        def took(key: str, result: Mapping[str, Any]) -> None:
            about = [{"size": n, "first": name} for n, name in zip(result["articles"], result["first"], strict=True)]
            cut[key] = dict(zip(result["digests"], about, strict=True))

        self._all(Cut(self.plan), tasks, cut.__contains__, took)
        return {digest: about for own in cut.values() for digest, about in own.items()}

    def _told(self, names: Sequence[str], articles: int) -> tuple[list[Told], list[str]]:
        """The stories, and the partitions of their table."""
        self.watch.begin("stories", articles)
        grouping = Grouping(self.engine, self.plan.store)
        found = stories(self.plan, names, lambda: grouping.stories(names, articles))
        self.watch.advance(articles)
        return found

    def _all(
        self,
        step: Step,
        tasks: Mapping[str, Task],
        finished: Callable[[str], bool],
        took: Callable[[str, Mapping[str, Any]], None] = lambda _key, _result: None,
    ) -> None:
        """Have a step do the tasks whose work is not kept under their keys; again, where the engine lost some of it.

        Raises InputError, with what the engine raised last, where nothing more gets finished.
        """
        left = _left(tasks, finished)
        self.watch.begin(type(step).__name__.lower(), sum(map(_size, left.values())))
        tries = _TRIES
        while left:
            before = len(left)
            try:
                self._once(step, left, took)
            except Exception as error:  # whatever an engine raises when it loses a worker
                left = _left(left, finished)
                tries = _TRIES if len(left) < before else tries - 1
                if not tries:
                    raise _given_up(step, left, error) from error
            else:
                return

    def _once(self, step: Step, left: Mapping[str, Task], took: Callable[[str, Mapping[str, Any]], None]) -> None:
        """Have a step do what is left, and tell of each task that is done."""
        for result in self.engine.each(step, [{**task, "key": key} for key, task in left.items()]):
            took(result["key"], result)
            self.watch.advance(_size(left[result["key"]]))


def _left(tasks: Mapping[str, Task], finished: Callable[[str], bool]) -> dict[str, Task]:
    return {key: task for key, task in tasks.items() if not finished(key)}


def _given_up(step: Step, left: Mapping[str, Task], error: Exception) -> InputError:
    task = next(iter(left.values()))
    return InputError(
        f"{type(step).__name__.lower()}: the engine failed {_TRIES} times without getting on ({error}). Run it again: "
        "it goes on from here. If it fails again, take out what it fails on: it is one of "
        f"{_size(task)} from {task.get('first', 'the first input')} on"
    )


def _size(task: Task) -> int:
    """How many articles a task has, or 1 where that is not known yet."""
    return int(task.get("size", 1))
