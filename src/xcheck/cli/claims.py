"""``xcheck claims``: prints the claim records of articles."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from xcheck.cli.gather import gather, no_article
from xcheck.cli.options import OUTPUT, Jobs, Model, Paths, Published, Quiet, StdinFilename
from xcheck.cli.progress import progress
from xcheck.cli.targets import STANDARD_OUTPUT
from xcheck.cli.writing import terminal_width, write_text


class ClaimFormat(StrEnum):
    """The forms of claim records."""

    TABLE = "table"
    JSONL = "jsonl"


def claims(
    paths: Paths,
    *,
    form: Annotated[
        ClaimFormat, typer.Option("--format", rich_help_panel=OUTPUT, help="A table, or one JSON object a line.")
    ] = (ClaimFormat.TABLE),
    jobs: Jobs = 1,
    published: Published = None,
    model: Model = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> None:
    """Print what each article claims, slot by slot."""
    documents, skipped = gather(paths, published, stdin_filename)
    if not documents:
        raise no_article("no article could be read", skipped)
    from xcheck import api
    from xcheck.reports import claims as rendering
    from xcheck.reports.summary import number

    with progress(f"Reading the claims of {number(len(documents), 'articles')}", quiet=quiet):
        found = api.claims_of(documents, model=model, jobs=jobs)
    if form is ClaimFormat.JSONL:
        write_text(rendering.lines(c for each in found for c in each), STANDARD_OUTPUT)
        return
    tables = [rendering.table(d, each, width=terminal_width()) for d, each in zip(documents, found, strict=True)]
    write_text("\n".join(tables), STANDARD_OUTPUT)
