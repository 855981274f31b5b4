"""How a report is written: to standard output, or to a file that is whole or not there at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from xcheck.cli.options import Color, Format
from xcheck.cli.rendering import rendered
from xcheck.cli.targets import STANDARD_OUTPUT, Target
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.records.report import Report
    from xcheck.records.rule import Rule

_NARROWEST, _WIDEST = 40, 160
_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"


class Look(NamedTuple):
    """How a report is to look: colour, statistics and agreements of a terminal's, the rules that others tell of."""

    color: Color = Color.AUTO
    statistics: bool = False
    rules: Sequence[Rule] = ()
    agreements: bool = True


def write(report: Report, texts: Mapping[str, str], target: Target, look: Look) -> None:
    """Renders a report and writes it. ``texts`` holds the documents' texts by id.

    In a step of GitHub Actions its annotations come with the step's summary. Raises UsageError where a file cannot be
    written.
    """
    write_text(_rendered(report, texts, target, look), target.path)
    if target.form is Format.GITHUB and os.environ.get(_STEP_SUMMARY):
        _append_summary(report, texts, Path(os.environ[_STEP_SUMMARY]))


def say_counts(report: Report) -> None:
    """The report's line of counts, on standard error: for whoever has sent the report itself elsewhere."""
    from xcheck.reports.summary import counts

    typer.echo(counts(report), err=True)


def _append_summary(report: Report, texts: Mapping[str, str], path: Path) -> None:
    from xcheck.reports import github

    try:
        with path.open("ab") as file:
            file.write(github.summary(report, texts).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"cannot write {_STEP_SUMMARY} {path}: {error.strerror}") from error


def write_text(text: str, path: str) -> None:
    """Writes a text as UTF-8 to a file or, for ``-``, to standard output, whose reader may have gone (``| head``).

    Raises UsageError where it cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path == STANDARD_OUTPUT:
            _write_standard_output(data)
        else:
            _write_file(Path(path).resolve(), data)
    except OSError as error:
        name = "standard output" if path == STANDARD_OUTPUT else path
        raise UsageError(f"cannot write {name}: {error.strerror}") from error


def show(text: str) -> None:
    """Print what was asked for and is no report. Where standard output is closed, it goes nowhere."""
    if sys.stdout is not None:
        write_text(text, STANDARD_OUTPUT)


def say(message: str) -> None:
    """Print a message on standard error; no name of a file and no word of an article in it can steer the terminal."""
    from xcheck.reports.passage import visible

    typer.echo("\n".join(visible(line) for line in message.splitlines()), err=True)


def colored(choice: Color, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: the option outranks NO_COLOR, which outranks FORCE_COLOR, which outranks ``terminal``."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (terminal and environment.get("TERM") != "dumb")


def terminal_width() -> int:
    """The cells of a line: those of COLUMNS or the terminal, 80 where there is neither; from 40 to 160."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def _rendered(report: Report, texts: Mapping[str, str], target: Target, look: Look) -> str:
    if target.form is not Format.TERMINAL:
        return rendered(report, texts, target.form, look.rules)
    from xcheck.reports import terminal

    shown = target.path == STANDARD_OUTPUT and sys.stdout is not None and sys.stdout.isatty()
    color = colored(look.color, os.environ, terminal=shown)
    return terminal.render(
        report,
        texts,
        width=terminal_width(),
        color=color,
        statistics=look.statistics,
        agreements=look.agreements,
    )


def _write_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        abandon_standard_output()
        if not isinstance(error, BrokenPipeError):
            raise


def abandon_standard_output() -> None:
    """Send what is left nowhere: the interpreter flushes once more when it ends, and that must not fail as well."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_file(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        _write_through(path, data)
        return
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _write_through(path: Path, data: bytes) -> None:
    """Writes to a device or a pipe, onto which nothing can be renamed. A pipe that nobody reads is an error."""
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that the umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
