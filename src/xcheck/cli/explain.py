"""``xcheck explain RULE``: the page of a rule, or of each rule of a family."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.complete import rules as complete_rules
from xcheck.cli.options import Rules
from xcheck.cli.settings import typed_rules
from xcheck.cli.writing import show
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from xcheck.records.rule import Rule

WIDEST = 100  # columns; longer lines are hard to read


def explain(
    rule: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RULE",
            autocompletion=complete_rules,
            help="The id (XQ002) or name of a rule, or the letters of a family (XQ).",
            show_default=False,
        ),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    rules: Rules = None,
) -> None:
    """Show what a rule finds, why it matters, and its examples."""
    from rich.console import Console

    from xcheck.engine.load import load_rules
    from xcheck.engine.lookup import asked_for

    if bool(rule) == everything:
        raise UsageError("name a rule (XQ002) or a family (XQ), or give --all; 'xcheck rules list' shows them")
    known = load_rules(extra=typed_rules(rules or ()))
    asked = {one.id: one for word in rule or () for one in asked_for(known, word)}
    text = _pages(known if everything else [*asked.values()])
    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        _show(console, text)
    else:
        show(text)


def _pages(rules: Sequence[Rule]) -> str:
    """The pages one after the other; of several, after a list of them."""
    from xcheck.engine.page import page

    pages = [page(rule) for rule in rules]
    if len(rules) > 1:
        pages.insert(0, "".join(f"- {rule.id} {rule.name}: {' '.join(rule.summary.split())}\n" for rule in rules))
    return "\n".join(pages)


def _show(console: Console, page: str) -> None:
    """The Markdown of a page for the eye: headings bold, lines folded under their beginnings."""
    width = min(console.width, WIDEST)
    for line in page.splitlines():
        heading = line.startswith("#")
        hang = "  " if line.startswith("- ") else ""
        folded = textwrap.fill(line.lstrip("# ") if heading else line, width, subsequent_indent=hang)
        console.print(folded, style="bold" if heading else None, soft_wrap=True)
