"""The options that several commands share: one name, one meaning, one line of help."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from xcheck.cli.complete import outputs as complete_outputs
from xcheck.cli.complete import selectors as complete_selectors


class Format(StrEnum):
    """A format of reports."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    CSV = "csv"
    MATRIX = "matrix"
    CLAIMREVIEW = "claimreview"
    ANNOTATION = "annotation"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


class Color(StrEnum):
    """When the terminal report is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Severity(StrEnum):
    """The severities of findings, lightest first."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


def day(text: str | date) -> date:
    """The day that an option names. Raises BadParameter for any other form."""
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date such as 2024-11-25") from None


# Groups of options in --help.
FINDINGS, OUTPUT, READING, ARCHIVE, CONFIGURATION = "Findings", "Output", "Reading", "Archive", "Configuration"

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Articles, folders of articles, or - for standard input.", show_default=False),
]

Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME,...",
        autocompletion=complete_selectors,
        rich_help_panel=FINDINGS,
        help="Show only these rules (XQ002), families (XQ), kinds or types.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME,...",
        autocompletion=complete_selectors,
        rich_help_panel=FINDINGS,
        help="Hide these rules, families, kinds or types.",
    ),
]
MinSeverity = Annotated[
    Severity | None,
    typer.Option(rich_help_panel=FINDINGS, help="Hide findings below this severity.", show_default=False),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        metavar="0..1",
        rich_help_panel=FINDINGS,
        help="Hide findings below this confidence (default: 0.5 for divergences).",
        show_default=False,
    ),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(rich_help_panel=FINDINGS, help="Exit 1 on findings of this severity or above.", show_default=False),
]
Everything = Annotated[
    bool, typer.Option("--all", rich_help_panel=FINDINGS, help="Show every claim that one article alone makes.")
]
Preview = Annotated[bool, typer.Option("--preview", rich_help_panel=FINDINGS, help="Apply the rules in preview too.")]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="PATH",
        rich_help_panel=FINDINGS,
        help="Add a rule file, or a folder of them; may be repeated.",
        show_default=False,
    ),
]

Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        rich_help_panel=OUTPUT,
        help="The format of standard output (default: terminal).",
        show_default=False,
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT=PATH",
        autocompletion=complete_outputs,
        rich_help_panel=OUTPUT,
        help="Write a report to a file; may be repeated.",
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", rich_help_panel=OUTPUT, help="Count the findings of each rule.")
]
ColorChoice = Annotated[Color, typer.Option("--color", rich_help_panel=OUTPUT, help="Colour the terminal report.")]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", rich_help_panel=OUTPUT, help="Print reports and errors, and nothing else.")
]

Published = Annotated[
    date | None,
    typer.Option(
        parser=day,
        metavar="DATE",
        rich_help_panel=READING,
        help="Publication date of articles that give none (2024-11-25).",
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(metavar="NAME", rich_help_panel=READING, help="The name of the article on standard input."),
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", rich_help_panel=READING, help="The spaCy model to parse with.")
]
NoJudge = Annotated[bool, typer.Option("--no-judge", rich_help_panel=READING, help="Run without the trained judge.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", rich_help_panel=READING, help="Neither read nor write the cache of earlier runs.")
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        rich_help_panel=READING,
        help="Work with N processes or threads (default: 1).",
        show_default=False,
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", rich_help_panel=READING, help="Run again whenever an input changes, until Ctrl-C.")
]

Configuration = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", rich_help_panel=CONFIGURATION, help="Use this configuration, not the nearest one."
    ),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", rich_help_panel=CONFIGURATION, help="Ignore every configuration file.")
]

Archive = Annotated[
    Path | None,
    typer.Option("--archive", metavar="DIR", rich_help_panel=ARCHIVE, help="Compare with the stored articles too."),
]
Since = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", rich_help_panel=ARCHIVE, help="Use stored articles from this day on."),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", rich_help_panel=ARCHIVE, help="Use stored articles of this outlet.")
]
Limit = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        rich_help_panel=ARCHIVE,
        help="Use at most N stored articles for each article (default: 8).",
        show_default=False,
    ),
]
