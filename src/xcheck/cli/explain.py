"""``xcheck explain RULE``: the page of a rule."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.settings import typed_rules

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100  # columns; longer lines are hard to read


def explain(
    rule: Annotated[str, typer.Argument(help="The id or name of a rule.")],
    *,
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", help="Further rule files or folders.", show_default=False)
    ] = None,
) -> None:
    """Show what a rule finds, why it matters, and its examples."""
    from rich.console import Console

    from xcheck.engine.load import load_rules
    from xcheck.engine.nearest import called
    from xcheck.engine.page import page

    text = page(called(load_rules(extra=typed_rules(rules or ())), rule))
    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        _show(console, text)
    else:
        typer.echo(text, nl=False)


def _show(console: Console, page: str) -> None:
    """The Markdown of a page for the eye: headings bold, lines folded under their beginnings."""
    width = min(console.width, WIDEST)
    for line in page.splitlines():
        heading = line.startswith("#")
        hang = "  " if line.startswith("- ") else ""
        folded = textwrap.fill(line.lstrip("# ") if heading else line, width, subsequent_indent=hang)
        console.print(folded, style="bold" if heading else None, soft_wrap=True)
