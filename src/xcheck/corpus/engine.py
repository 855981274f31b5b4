"""Daft, the engine: in this process and its children, or on a Ray cluster. It alone schedules, joins and shuffles."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xcheck.errors import UsageError

if TYPE_CHECKING:
    from daft import DataType, Expression

Step = Callable[[Mapping[str, Any]], dict[str, Any]]

# Both libraries report their use to their makers unless told not to, in every process that imports them.
_SILENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
_ROWS = 256  # that a worker takes at once, where a row is soon done
_FEW = 4_096  # articles whose rows this process, or one of each machine, has done before workers have started
# A lost worker is not started again: on a full cluster it would wait for a processor for ever, and its tasks for it.
# Daft gives what it had to the others.
_ONCE = {"max_restarts": 0, "max_task_retries": 0}
_START = 600  # seconds that a worker may take to start: it loads much, on a machine that may be busy


@dataclass(frozen=True)
class Engine:
    """What runs the program: ``workers`` at once, each a process with models of its own; ``spread``: over a cluster."""

    workers: int
    spread: bool = False

    def each(self, step: Step, tasks: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """The results of a step for some tasks, as they come. A worker keeps the step, and all that it has loaded."""
        import daft  # noqa: PLC0415 - what only a corpus needs

        frame = daft.from_pydict({"task": [json.dumps(task) for task in tasks]})
        if self.spread:
            frame = frame.into_partitions(len(tasks))
        workers = min(self.workers, len(tasks))
        run = self._pooled(_Task(step), daft.DataType.string(), workers=workers, at_once=1)
        for row in frame.select(run(frame["task"]).alias("result")).iter_rows(results_buffer_size=1):
            yield json.loads(row["result"])

    def applied(self, function: Callable[..., Any], gives: DataType, *, articles: int) -> Callable[..., Expression]:
        """A function of columns whose rows are soon done: for few articles no worker is worth its start."""
        return self._pooled(function, gives, workers=1 if articles <= _FEW else self.workers, at_once=_ROWS)

    def _pooled(
        self, function: Callable[..., Any], gives: DataType, *, workers: int, at_once: int
    ) -> Callable[..., Expression]:
        """A function of columns, run row by row by a pool of workers, each of which takes so many rows at once."""
        import daft  # noqa: PLC0415

        @daft.method.batch(return_dtype=gives, batch_size=at_once)
        def run(worker: _Worker, *columns: Any) -> list[Any]:
            return worker.rows(*columns)

        if workers == 1:
            pool = daft.cls(use_process=False)
        elif self.spread:
            most = min(workers, _processors_of_cluster())
            pool = daft.cls(max_concurrency=most, cpus=1, ray_options=_ONCE)
        else:
            pool = daft.cls(use_process=True, max_concurrency=workers)
        called: Callable[..., Expression] = pool(type("Worker", (_Worker,), {"run": run}))(function).run
        return called


_ONE = threading.Lock()  # of a process: what a step has loaded is not made for several threads


class _Worker:
    """One of the pool."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def rows(self, *columns: Any) -> list[Any]:
        """Apply the function to each row."""
        with _ONE:
            return [self._function(*row) for row in zip(*(column.to_pylist() for column in columns), strict=True)]


@dataclass(frozen=True)
class _Task:
    """A step as a function of a column of tasks in JSON."""

    step: Step

    def __call__(self, task: str) -> str:
        return json.dumps(self.step(json.loads(task)))


def started(jobs: int | None, address: str | None) -> Engine:
    """The engine with so many workers: one a processor of this machine, or of the cluster, unless said otherwise.

    Raises UsageError where there is no cluster at the address.
    """
    os.environ.update(_SILENT)
    import daft  # noqa: PLC0415

    if address is None:
        os.environ["DAFT_RUNNER"] = "native"  # the function for it can be called no more than once a process
        return Engine(jobs or _processors())
    import ray  # noqa: PLC0415 - only a cluster needs it

    try:
        ray.init(address=address, runtime_env={"env_vars": _SILENT}, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise UsageError(f"--ray {address}: no cluster answers there ({error}): start one with ray start") from error
    daft.set_runner_ray(address, worker_startup_timeout=_START)
    daft.set_execution_config(actor_udf_ready_timeout=_START)
    return Engine(jobs or _processors_of_cluster(), spread=True)


def _processors_of_cluster() -> int:
    """The processors of the cluster as it is now: of one that has lost machines no more workers are asked than fit."""
    import ray  # noqa: PLC0415

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(resources.get("CPU", 1)))


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
