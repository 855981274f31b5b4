"""How the commands read their arguments and show their help, where that is not as typer has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand

from xcheck.errors import UsageError

AGAINST = "--against"
_END = "--"  # of the options: whatever follows is a draft


class Command(TyperCommand):
    """A command whose help shows its options in groups, and its arguments without a type."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then each group of options in the order of its first."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            argument = param.param_type_name == "argument"
            if record := param.get_help_record(ctx):
                name = record[0].partition(" <")[0] if argument else record[0]
                group = "Arguments" if argument else getattr(param, "rich_help_panel", None) or "Options"
                groups.setdefault(group, []).append((name, record[1]))
        groups["Options"] = groups.pop("Options")  # what every command has comes last
        for group, records in groups.items():
            with formatter.section(group):
                formatter.write_dl(records)


class CheckCommand(Command):
    """The command ``check``, in which ``--against`` takes every path up to the next option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line. Raises UsageError where a path could be a source or a draft."""
        repeated, together = spread(args)
        rest = super().parse_args(ctx, repeated)
        if together and not ctx.params.get("drafts") and not ctx.resilient_parsing:
            raise UsageError(
                f"no draft is named: {AGAINST} takes every path up to the next option ({' '.join(together)})\n"
                f"Name the drafts first: xcheck check DRAFT... {AGAINST} PATH...\n"
                f"To check the drafts of the configuration, put {AGAINST} before each source."
            )
        return rest


def spread(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Put ``--against`` before each path that follows one, up to the next option.

    Gives the arguments, and those paths that share an ``--against``. Raises UsageError for one without a path.
    """
    found: list[str] = []
    together: list[str] = []
    left = list(arguments)
    while left and left[0] != _END:
        word = left.pop(0)
        name, _, first = word.partition("=")
        if name != AGAINST:
            found.append(word)
            continue
        paths = [first] if first else []
        while left and not _is_option(left[0]):
            paths.append(left.pop(0))
        if not paths:
            raise UsageError(f"{AGAINST} needs a path: a source, or a folder of sources")
        found += [f"{AGAINST}={path}" for path in paths]
        together += paths if len(paths) > 1 else []
    return [*found, *left], together


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"
