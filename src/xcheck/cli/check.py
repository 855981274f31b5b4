"""``xcheck check``: holds drafts against their sources, and fails on what they say beyond or against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.accepting import Accepting, accepting, let_pass, write_accepted
from xcheck.cli.archived import FromArchive, Stored, recalled, with_stored
from xcheck.cli.changed import changed_in, patch_of
from xcheck.cli.command import AGAINST
from xcheck.cli.drafts import Gathered, Named, gather_drafts
from xcheck.cli.ending import Done, Ending, finish
from xcheck.cli.gather import STANDARD_INPUT
from xcheck.cli.inputs import refuse_baseline, refuse_inputs
from xcheck.cli.options import (
    OUTPUT,
    Archive,
    Color,
    ColorChoice,
    Configuration,
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
    Preview,
    Published,
    Quiet,
    Rules,
    Select,
    Severity,
    Since,
    Statistics,
    StdinFilename,
    Watch,
    day,
)
from xcheck.cli.progress import progress
from xcheck.cli.settings import Given, Settings, settings
from xcheck.cli.targets import targets
from xcheck.cli.watch import follow
from xcheck.cli.writing import Look
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.drafts.changes import Change
    from xcheck.records.report import Report

GATE = "Check"  # a group of options


def check(
    drafts: Annotated[
        list[str] | None,
        typer.Argument(metavar="DRAFT", help="Drafts, folders of drafts, or - for standard input.", show_default=False),
    ] = None,
    *,
    against: Annotated[
        list[str] | None,
        typer.Option(
            AGAINST,
            metavar="PATH...",
            rich_help_panel=GATE,
            help="The sources, or folders of them: every path up to the next option.",
        ),
    ] = None,
    archive: Archive = None,
    since: Since = None,
    outlet: Outlet = None,
    limit: Limit = None,
    diff: Annotated[
        str | None,
        typer.Option(
            metavar="PATCH", rich_help_panel=GATE, help="Show only what this patch touches (- for standard input)."
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REV", rich_help_panel=GATE, help="Show only what has changed since this git revision."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", rich_help_panel=GATE, help="Let pass the findings that this file accepts."),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline", rich_help_panel=GATE, help="Accept all findings of today: write the baseline."
        ),
    ] = False,
    dispositions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", rich_help_panel=GATE, help="Let pass what an editor has dismissed in the review."),
    ] = None,
    fail_on: Annotated[
        Severity | None,
        typer.Option(
            rich_help_panel=GATE,
            help="Exit 1 on findings of this severity or above (default: warning).",
            show_default=False,
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", rich_help_panel=GATE, help="Exit 0 whatever is found.")
    ] = False,
    show_agreements: Annotated[
        bool,
        typer.Option("--show-agreements", rich_help_panel=OUTPUT, help="List agreements in the terminal report too."),
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    rules: Rules = None,
    form: Form = None,
    output: Output = None,
    config: Configuration = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    jobs: Jobs = 1,
    published: Published = None,
    model: Model = None,
    no_judge: NoJudge = False,
    preview: Preview = False,
    stdin_filename: StdinFilename = None,
    color: ColorChoice = Color.AUTO,
    statistics: Statistics = False,
    quiet: Quiet = False,
    watch: Watch = False,
    today: Annotated[date | None, typer.Option(parser=day, hidden=True)] = None,
) -> None:
    """Check drafts against their sources.

    Exits 1 on findings of at least the severity --fail-on.
    """
    wanted = targets(form, output or ())
    named = [*(drafts or ()), *(against or ()), *([diff] if diff else ())]
    if named.count(STANDARD_INPUT) > 1 and diff == STANDARD_INPUT:
        raise UsageError("standard input (-) cannot be both a patch and an article")
    if watch and write_baseline:
        raise UsageError("--watch and --write-baseline cannot be used together")
    asked = FromArchive(archive, since, outlet, limit)
    asked.require_archive()
    given = Given(
        select, ignore, min_severity, min_confidence, rules, model, published, no_cache, no_judge, preview, jobs
    )

    def once() -> Done:
        from xcheck.reports.summary import number

        use = settings(given, config, isolated=isolated)
        patch = patch_of(diff, changed_since)
        accept = accepting(use, baseline, dispositions, write=write_baseline)
        names = Named(drafts or (), against or (), use.published, stdin_filename)
        found = gather_drafts(names, use.loaded, archive=archive)
        read = _read(found, use, accept, diff)
        refuse_inputs(wanted, [*read, accept.file, *asked.files])
        if write_baseline:
            refuse_baseline(accept.file, read)
        changed = None if patch is None else changed_in(found, patch, since=changed_since is not None)
        with progress(f"Checking {number(len(found.bound), 'drafts')}", quiet=quiet):
            stored = recalled([one.draft for one in found.bound], use, asked)
            found = with_stored(found, stored, archive)
            report = let_pass(_checked(found, use, stored), accept, found, use, today or date.today())
        if write_baseline:
            write_accepted(report, accept.file, quiet=quiet)
            return Done(0, ())
        report = _shown(report, found, changed, use)
        texts = {d.id: d.text for d in found.documents.values()}
        look = Look(color, statistics, use.rules, agreements=show_agreements or bool(use.selection.select))
        least = None if exit_zero else fail_on.value if fail_on else use.loaded.config.fail_on
        return Done(finish(report, texts, Ending(wanted, look, quiet, least)), (*read, accept.file))

    if watch:
        follow(once, named, wanted, quiet=quiet)
    raise typer.Exit(once().code)


def _read(found: Gathered, use: Settings, accept: Accepting, diff: str | None) -> list[Path]:
    """All that the check reads, but for the baseline, which it may write."""
    others = [Path(one) for one in (accept.decided_in, diff) if one is not None]
    return [*found.places, *found.documents, *use.files, *others]


def _checked(found: Gathered, use: Settings, stored: Stored) -> Report:
    from xcheck import api

    return api.check_drafts(found.bound, stored.added_to(use.options), skipped=found.skipped)


def _shown(report: Report, found: Gathered, changed: dict[str, Change] | None, use: Settings) -> Report:
    """The report with what was asked for: what a change touches, if one was named, and what the selection admits."""
    from xcheck.drafts.changes import touched
    from xcheck.reports.selection import narrowed, selected

    if changed is not None:
        documents = {d.id: d for d in found.documents.values()}
        report = narrowed(report, [f for f in report.findings if touched(f, changed, documents)])
    return selected(report, use.selection)
