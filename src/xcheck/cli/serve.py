"""``xcheck serve``: the desk, in a browser."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from xcheck.cli.extras import require

_NEEDED = ("starlette", "uvicorn", "python_multipart")


def serve(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="A folder of articles to choose from.", show_default=False)
    ] = None,
    *,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="Where cases are kept, if not in the user's data directory."),
    ] = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="The port to listen on; 0 takes a free one.")
    ] = 8722,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the desk in the browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show what there is, and change nothing.")] = False,
    hostname: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further name of the desk; may be repeated.")
    ] = None,
    auth_proxy_header: Annotated[
        str | None,
        typer.Option(metavar="HEADER", help="Take the user from this header of a sign-on proxy (docs/serve.md)."),
    ] = None,
) -> None:
    """Open the desk: compare, write and decide in a browser. The first line printed is its address."""
    for library in _NEEDED:
        require(library, "serve", "the desk")
    from platformdirs import user_data_path

    from xcheck.desk.server import run
    from xcheck.desk.settings import Settings

    settings = Settings(
        data=(data or user_data_path("xcheck", appauthor=False)).absolute(),
        host=host,
        port=port,
        folder=folder.absolute() if folder else None,
        read_only=read_only,
        proxy_header=auth_proxy_header,
        hostnames=tuple(hostname or ()),
        user=_user(),
    )
    run(settings, typer.echo, open_browser=open_browser)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "editor"
