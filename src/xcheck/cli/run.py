"""``xcheck run``: compares articles about one event, each with each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.gather import gather, no_article
from xcheck.cli.options import Color, ColorChoice, Format, Model, Paths, Published, Quiet, Severity, StdinFilename
from xcheck.cli.progress import progress
from xcheck.cli.targets import STANDARD_OUTPUT, targets
from xcheck.cli.writing import Look, write

if TYPE_CHECKING:
    from xcheck.records.document import Document
    from xcheck.records.report import Report, Skipped
    from xcheck.reports.selection import Selection


def run(
    paths: Paths,
    *,
    form: Annotated[Format | None, typer.Option("--format", help="Standard output's format, if not terminal.")] = None,
    output: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT=PATH", help="Write a report to a file; may be repeated.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="NAME,...", help="Show only these rules, families, kinds or types.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="NAME,...", help="Leave these out.")] = None,
    min_severity: Annotated[Severity, typer.Option(help="Leave out what is lighter.")] = Severity.NOTE,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out what is less sure.")] = 0.0,
    published: Published = None,
    model: Model = None,
    stdin_filename: StdinFilename = None,
    color: ColorChoice = Color.AUTO,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    quiet: Quiet = False,
) -> None:
    """Compare articles about one event, each with each. Exits 0 when it ran, whatever it found."""
    wanted = targets(form, output or ())
    selection = _selection(_names(select), _names(ignore), min_severity, min_confidence)
    documents, skipped = gather(paths, published, stdin_filename)
    _require_two(documents, skipped)
    with progress(f"Comparing {len(documents)} articles", quiet=quiet):
        report = _compared(documents, skipped, model, selection)
    look = Look(color=color, statistics=statistics)
    for target in wanted:
        write(report, {d.id: d.text for d in documents}, target, look)
    if not quiet and all(target.path != STANDARD_OUTPUT for target in wanted):
        _say_counts(report)


def _names(given: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for names in given or () for name in names.split(",") if name.strip())


def _selection(
    select: tuple[str, ...], ignore: tuple[str, ...], min_severity: Severity, min_confidence: float
) -> Selection:
    from xcheck.engine.load import load_rules
    from xcheck.reports.selection import Selection, resolved

    rules = load_rules() if select or ignore else ()
    return Selection(resolved(select, rules), resolved(ignore, rules), min_severity.value, min_confidence)


def _require_two(documents: Sequence[Document], skipped: Sequence[Skipped]) -> None:
    if len(documents) < 2:
        found = f"only {documents[0].path} could be read" if documents else "no article could be read"
        raise no_article(f"nothing to compare: {found}, and a comparison takes two articles", skipped)


def _compared(
    documents: Sequence[Document], skipped: Sequence[Skipped], model: str | None, selection: Selection
) -> Report:
    from xcheck import api
    from xcheck.reports.selection import selected

    return selected(api.compare(documents, skipped=skipped, model=model), selection)


def _say_counts(report: Report) -> None:
    from xcheck.reports.summary import counts

    typer.echo(counts(report), err=True)
