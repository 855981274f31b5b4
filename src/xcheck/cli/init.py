"""``xcheck init``: writes a configuration to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from xcheck.door import is_folder
from xcheck.errors import UsageError


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the project.")] = Path(),
    *,
    force: Annotated[bool, typer.Option("--force", help="Write over a configuration that is there.")] = False,
) -> None:
    """Write xcheck.toml, in which each setting is explained."""
    from xcheck.cli.writing import write_text
    from xcheck.config.files import OWN_FILE
    from xcheck.config.written import template

    path = folder / OWN_FILE
    if not is_folder(folder):
        raise UsageError(f"{folder.as_posix()}: there is no such folder")
    if path.exists() and not force:
        raise UsageError(f"{path.as_posix()} exists already: use --force to overwrite it")
    write_text(template(), str(path))
    typer.echo(f"{path.as_posix()}: set drafts and against, then try 'xcheck check'", err=True)
