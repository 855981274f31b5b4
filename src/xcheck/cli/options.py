"""The options that several commands share: one name, one meaning, one line of help."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


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
        raise typer.BadParameter(f"{text!r} is no day of the form 2024-11-25") from None


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Articles, folders of articles, or - for standard input.", show_default=False),
]
Published = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Publication date of articles that tell none (2024-11-25)."),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="The spaCy model to parse with.")]
StdinFilename = Annotated[str | None, typer.Option(metavar="NAME", help="What to call the article of standard input.")]
ColorChoice = Annotated[Color, typer.Option("--color", help="Colour in the terminal report.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Write reports and errors, and nothing else.")]
Form = Annotated[Format | None, typer.Option("--format", help="Standard output's format, if not terminal.")]
Output = Annotated[
    list[str] | None, typer.Option(metavar="FORMAT=PATH", help="Write a report to a file; may be repeated.")
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="NAME,...", help="Show only these rules, families, kinds or types.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="NAME,...", help="Leave these out.")]
MinSeverity = Annotated[Severity | None, typer.Option(help="Leave out what is lighter.", show_default="note")]
MinConfidence = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="Hide findings below this confidence.", show_default="0.5 for divergences"),
]
NoJudge = Annotated[bool, typer.Option("--no-judge", help="Run without the trained judge.")]
Preview = Annotated[bool, typer.Option("--preview", help="Turn on the rules in preview.")]
Everything = Annotated[bool, typer.Option("--all", help="Show every claim that one article alone makes.")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", help="Further rule files or folders.", show_default=False)]
Configuration = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The configuration, if not the nearest one.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Take no configuration.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor keep claims of earlier runs.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")]
Archive = Annotated[Path | None, typer.Option("--archive", metavar="DIR", help="Hold against the stored articles too.")]
Since = Annotated[
    date | None, typer.Option(parser=day, metavar="DATE", help="Of stored articles those from this day on.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Of stored articles those of this outlet.")]
Limit = Annotated[
    int | None, typer.Option(min=1, help="The most stored articles that each is held against.", show_default="8")
]
