"""``xcheck config``: the settings that hold here, and the schema of the file."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from xcheck.cli.command import Command
from xcheck.cli.options import Configuration, Isolated
from xcheck.cli.writing import show as show_text
from xcheck.errors import UsageError

app = typer.Typer(help="Show the configuration, or its schema.", no_args_is_help=True)


class ShowFormat(StrEnum):
    """The forms in which settings are shown."""

    TOML = "toml"
    JSON = "json"


@app.command("show", cls=Command)
def show(
    *,
    form: Annotated[ShowFormat, typer.Option("--format", help="TOML, or JSON for programs.")] = ShowFormat.TOML,
    config: Configuration = None,
    isolated: Isolated = False,
) -> None:
    """Show every setting and where it comes from."""
    from xcheck.config.load import load
    from xcheck.config.written import assigned, effective

    if config is not None and isolated:
        raise UsageError("--config and --isolated cannot be used together")
    settings = list(effective(load(Path.cwd(), file=config, isolated=isolated)))
    if form is ShowFormat.JSON:
        data = [{"key": key, "value": value, "from": place} for key, value, place in settings]
        show_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
        return
    rows = [(assigned(key, value), place) for key, value, place in settings]
    width = min(max(len(row) for row, _ in rows), 60)
    show_text("".join(f"{row.ljust(width)}  # {place}\n" for row, place in rows))


@app.command("schema", cls=Command)
def schema() -> None:
    """Print the JSON Schema of xcheck.toml, for editors."""
    from xcheck.config.schema import config_schema

    show_text(json.dumps(config_schema(), indent=2) + "\n")
