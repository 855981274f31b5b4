"""The options that ``xcheck check`` alone has."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from xcheck.cli.command import AGAINST
from xcheck.cli.options import OUTPUT, Severity, day

GATE = "Check"  # a group of options in --help

Drafts = Annotated[
    list[str] | None,
    typer.Argument(metavar="DRAFT", help="Drafts, folders of drafts, or - for standard input.", show_default=False),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        AGAINST,
        metavar="PATH...",
        rich_help_panel=GATE,
        help="The sources, or folders of them: every path up to the next option.",
    ),
]
Diff = Annotated[
    str | None,
    typer.Option(
        metavar="PATCH", rich_help_panel=GATE, help="Show only what this patch touches (- for standard input)."
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(metavar="REV", rich_help_panel=GATE, help="Show only what has changed since this git revision."),
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", rich_help_panel=GATE, help="Let pass the findings that this file accepts."),
]
WriteBaseline = Annotated[
    bool,
    typer.Option("--write-baseline", rich_help_panel=GATE, help="Accept all findings of today: write the baseline."),
]
Dispositions = Annotated[
    Path | None,
    typer.Option(metavar="FILE", rich_help_panel=GATE, help="Let pass what an editor has dismissed in the review."),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        rich_help_panel=GATE,
        help="Exit 1 on findings of this severity or above (default: warning).",
        show_default=False,
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", rich_help_panel=GATE, help="Exit 0 whatever is found.")]
ShowAgreements = Annotated[
    bool,
    typer.Option("--show-agreements", rich_help_panel=OUTPUT, help="List agreements in the terminal report too."),
]
Today = Annotated[date | None, typer.Option(parser=day, hidden=True)]
