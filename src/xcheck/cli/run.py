"""``xcheck run``: compares articles about one event, each with each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xcheck.cli.archived import FromArchive, Stored, recalled
from xcheck.cli.ending import Done, Ending, finish
from xcheck.cli.gather import gather, no_article
from xcheck.cli.inputs import refuse_inputs
from xcheck.cli.options import (
    Archive,
    Color,
    ColorChoice,
    Configuration,
    Everything,
    FailOn,
    Form,
    Ignore,
    Isolated,
    Jobs,
    Limit,
    MinConfidence,
    MinSeverity,
    Model,
    NoCache,
    NoJudge,
    Outlet,
    Output,
    Paths,
    Preview,
    Published,
    Quiet,
    Rules,
    Select,
    Since,
    Statistics,
    StdinFilename,
    Watch,
)
from xcheck.cli.progress import progress
from xcheck.cli.settings import Given, Settings, settings
from xcheck.cli.targets import targets
from xcheck.cli.watch import follow
from xcheck.cli.writing import Look

if TYPE_CHECKING:
    from xcheck.records.document import Document
    from xcheck.records.report import Report, Skipped


def run(
    paths: Paths,
    *,
    archive: Archive = None,
    since: Since = None,
    outlet: Outlet = None,
    limit: Limit = None,
    form: Form = None,
    output: Output = None,
    fail_on: FailOn = None,
    select: Select = None,
    ignore: Ignore = None,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    rules: Rules = None,
    config: Configuration = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    jobs: Jobs = 1,
    published: Published = None,
    model: Model = None,
    no_judge: NoJudge = False,
    preview: Preview = False,
    everything: Everything = False,
    stdin_filename: StdinFilename = None,
    color: ColorChoice = Color.AUTO,
    statistics: Statistics = False,
    quiet: Quiet = False,
    watch: Watch = False,
) -> None:
    """Compare articles about one event, each with each.

    Exits 0 whatever is found, unless --fail-on is given.
    """
    wanted = targets(form, output or ())
    asked = FromArchive(archive, since, outlet, limit)
    asked.require_archive()
    given = Given(
        select, ignore, min_severity, min_confidence, rules, model, published, no_cache, no_judge, preview, jobs
    )

    def once() -> Done:
        use = settings(given, config, isolated=isolated)
        refuse_inputs(wanted, [*use.files, *asked.files])
        documents, skipped = gather(paths, use.published, stdin_filename, wanted)
        with progress(f"Comparing {len(documents)} articles", quiet=quiet):
            stored = recalled(documents, use, asked)
            documents += stored.documents
            _require_two(documents, skipped, archive)
            report = _compared(documents, skipped, use, stored, everything=everything)
        ending = Ending(wanted, Look(color, statistics, use.rules), quiet, fail_on.value if fail_on else None)
        code = finish(report, {d.id: d.text for d in documents}, ending)
        return Done(code, (*use.files, *map(Path, paths)))

    if watch:
        follow(once, paths, wanted, quiet=quiet)
    raise typer.Exit(once().code)


def _require_two(documents: Sequence[Document], skipped: Sequence[Skipped], archive: Path | None) -> None:
    if len(documents) < 2:
        found = f"only {documents[0].path} could be read" if documents else "no article could be read"
        if documents and archive:
            found = f"no article in {archive.as_posix()} speaks of what {documents[0].path} says"
        raise no_article(f"nothing to compare: {found}, and a comparison takes two articles", skipped)


def _compared(
    documents: Sequence[Document], skipped: Sequence[Skipped], use: Settings, stored: Stored, *, everything: bool
) -> Report:
    from xcheck import api
    from xcheck.reports.selection import selected

    options = stored.added_to(use.options)
    report = api.compare_articles(documents, options, skipped=skipped, everything=everything)
    return selected(report, use.selection)
