"""The command ``xcheck``: its parts, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from xcheck.cli import archive, config, corpus, rules
from xcheck.cli.check import check
from xcheck.cli.claims import claims
from xcheck.cli.command import CheckCommand, Command
from xcheck.cli.explain import explain
from xcheck.cli.init import init
from xcheck.cli.lsp import lsp
from xcheck.cli.run import run
from xcheck.cli.serve import serve
from xcheck.cli.stories import stories
from xcheck.cli.writing import abandon_standard_output, say
from xcheck.errors import InternalError, XcheckError
from xcheck.process import freeze, live_briefly

INTERNAL_ERROR = 4
_DEBUG = "--debug"
_NO_ROOM = (errno.ENOSPC, errno.EBADF, errno.EIO)  # of standard output

# Plain help: the coloured one would import rich, which --help does not need.
app = typer.Typer(
    name="xcheck",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("run", cls=Command)(run)
app.command("check", cls=CheckCommand)(check)
app.command("claims", cls=Command)(claims)
app.command("stories", cls=Command)(stories)
app.command("explain", cls=Command)(explain)
app.command("init", cls=Command)(init)
app.command("lsp", cls=Command)(lsp)
app.command("serve", cls=Command)(serve)
app.add_typer(archive.app, name="archive")
app.add_typer(rules.app, name="rules")
app.add_typer(config.app, name="config")
app.add_typer(corpus.app, name="corpus")


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        from xcheck import __version__

        typer.echo(f"xcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option(_DEBUG, help="Show the traceback of an internal error.")] = False,
) -> None:
    """Compare articles about one event claim by claim: where they agree, where they part, what no source bears out."""


def program() -> NoReturn:
    """The process ``xcheck``: the command line, with no search for cycles in memory."""
    live_briefly()
    try:
        main()
    finally:
        freeze()


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and leaves with its exit code: 0, 1, 2, 3, 4, or 130 by typer's hand (see the README)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        app([a for a in given if a != _DEBUG], prog_name="xcheck")
    except XcheckError as error:
        _fail(f"xcheck: {error}", error.exit_code)
    except OSError as error:
        if error.errno in _NO_ROOM:
            abandon_standard_output()
            _fail(f"xcheck: cannot write: {error.strerror}", XcheckError.exit_code)
        _internal(error, given)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never meets a bare traceback
        _internal(error, given)
    raise SystemExit(0)


def _internal(error: Exception, given: Sequence[str]) -> NoReturn:
    if _DEBUG in given:
        traceback.print_exc()
    told = str(error) if isinstance(error, InternalError) else f"{type(error).__name__}: {error}"
    _fail(
        f"xcheck: internal error: {told}\n"
        f"This is a mistake in xcheck, not yours. Please report it with what {_DEBUG} prints.",
        INTERNAL_ERROR,
    )


def _fail(message: str, code: int) -> NoReturn:
    say(message)
    raise SystemExit(code)
