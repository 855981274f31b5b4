"""``xcheck run``: compares articles about one event, each with each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.cli.archived import FromArchive, Stored, recalled
from xcheck.cli.gather import gather, no_article
from xcheck.cli.inputs import refuse_inputs
from xcheck.cli.options import (
    Archive,
    Color,
    ColorChoice,
    Configuration,
    Everything,
    Form,
    Ignore,
    Isolated,
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
)
from xcheck.cli.progress import progress
from xcheck.cli.settings import Given, Settings, settings
from xcheck.cli.targets import STANDARD_OUTPUT, targets
from xcheck.cli.writing import Look, say_counts, write

if TYPE_CHECKING:
    from pathlib import Path

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
    select: Select = None,
    ignore: Ignore = None,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    rules: Rules = None,
    config: Configuration = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    published: Published = None,
    model: Model = None,
    no_judge: NoJudge = False,
    preview: Preview = False,
    everything: Everything = False,
    stdin_filename: StdinFilename = None,
    color: ColorChoice = Color.AUTO,
    statistics: Statistics = False,
    quiet: Quiet = False,
) -> None:
    """Compare articles about one event, each with each. Exits 0 when it ran, whatever it found."""
    wanted = targets(form, output or ())
    given = Given(select, ignore, min_severity, min_confidence, rules, model, published, no_cache, no_judge, preview)
    use = settings(given, config, isolated=isolated)
    asked = FromArchive(archive, since, outlet, limit)
    asked.require_archive()
    refuse_inputs(wanted, [*use.files, *asked.files])
    documents, skipped = gather(paths, use.published, stdin_filename, wanted)
    with progress(f"Comparing {len(documents)} articles", quiet=quiet):
        stored = recalled(documents, use, asked)
        documents += stored.documents
        _require_two(documents, skipped, archive)
        report = _compared(documents, skipped, use, stored, everything=everything)
    look = Look(color, statistics, use.rules)
    for target in wanted:
        write(report, {d.id: d.text for d in documents}, target, look)
    if not quiet and all(target.path != STANDARD_OUTPUT for target in wanted):
        say_counts(report)


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

    report = api.compare(
        documents,
        rules=use.rules,
        skipped=skipped,
        model=use.model,
        cache=use.cache,
        judged=use.judged,
        least=use.least,
        everything=everything,
        known=stored.known,
        stored=stored.ids,
    )
    return selected(report, use.selection)
