"""``xcheck corpus``: reads corpora larger than one machine into tables, and compares each of their stories."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.options import NoJudge, Quiet
from xcheck.errors import UsageError
from xcheck.process import live_long

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from xcheck.corpus.run import Watch

app = typer.Typer(no_args_is_help=True, help="Read corpora of articles into tables, and compare each of their stories.")

_NEEDS = ("daft", "feedparser", "fsspec", "pyarrow", "warcio")


@app.callback()
def _commands() -> None:
    """Have the one command named, so that others can come."""


@app.command("run")
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Folders, JSON lines, Parquet, WARC, RSS or Atom files; paths, patterns or addresses.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[str, typer.Option(metavar="DIR", help="The folder of the tables and of what is kept between runs.")],
    ray: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Run on the Ray cluster at this address, or on auto.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="How many workers; else one a processor.", show_default=False)
    ] = None,
    no_judge: NoJudge = False,
    quiet: Quiet = False,
) -> None:
    """Read a corpus, find its claims, tell its stories apart and compare each. What is finished is not done again."""
    _require_extra(with_ray=ray is not None)
    live_long()
    from xcheck.corpus.engine import started
    from xcheck.corpus.inputs import sources
    from xcheck.corpus.keys import code
    from xcheck.corpus.plan import Plan
    from xcheck.corpus.run import Run
    from xcheck.corpus.store import Store, absolute

    plan = Plan(Store(absolute(out)), code(), judged=not no_judge)
    found, unread = sources(inputs)
    with _progress(quiet=quiet) as watch:
        counts = Run(plan, started(jobs, ray), watch)(found, unread)
    if not quiet:
        typer.echo(", ".join(f"{count:,} {table}" for table, count in counts.items()), err=True)


def _require_extra(*, with_ray: bool) -> None:
    from importlib.util import find_spec

    missing = [name for name in (*_NEEDS, *(("ray",) if with_ray else ())) if find_spec(name) is None]
    if missing:
        raise UsageError(f"xcheck corpus needs {', '.join(missing)}: pip install 'xcheck-claims[corpus]'")


class _Silent:
    def begin(self, step: str, total: int) -> None:
        """Tell nobody."""

    def advance(self, done: int) -> None:
        """Tell nobody."""


class _Shown:
    """A line a step: how much of it is done, how fast, and how long it will take."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._step: TaskID | None = None

    def begin(self, step: str, total: int) -> None:
        """Begin a line."""
        self._step = self._progress.add_task(step, total=total, rate="")

    def advance(self, done: int) -> None:
        """Move the line on."""
        if self._step is None:
            return
        self._progress.advance(self._step, done)
        speed = self._progress.tasks[self._step].finished_speed or self._progress.tasks[self._step].speed
        self._progress.update(self._step, rate=f"{speed:.1f}/s" if speed else "")


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Watch]:
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console

    with _bars(Console(stderr=True)) as progress:
        yield _Shown(progress)


def _bars(console: Console) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
    )
