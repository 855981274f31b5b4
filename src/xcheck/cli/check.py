"""``xcheck check``: holds drafts against their sources, and fails on what they say beyond or against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xcheck.cli.accepting import Accepting, accepting, let_pass, write_accepted
from xcheck.cli.archived import FromArchive, Stored, recalled, with_stored
from xcheck.cli.changed import changed_in, patch_of
from xcheck.cli.check_options import (
    Against,
    Baseline,
    ChangedSince,
    Diff,
    Dispositions,
    Drafts,
    ExitZero,
    FailOn,
    ShowAgreements,
    Today,
    WriteBaseline,
)
from xcheck.cli.drafts import Gathered, Named, gather_drafts
from xcheck.cli.ending import Done, Ending, finish
from xcheck.cli.gather import STANDARD_INPUT
from xcheck.cli.inputs import refuse_baseline, refuse_inputs
from xcheck.cli.options import (
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
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.drafts.changes import Change
    from xcheck.records.report import Report


def check(
    drafts: Drafts = None,
    *,
    against: Against = None,
    archive: Archive = None,
    since: Since = None,
    outlet: Outlet = None,
    limit: Limit = None,
    diff: Diff = None,
    changed_since: ChangedSince = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    dispositions: Dispositions = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    show_agreements: ShowAgreements = False,
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
    today: Today = None,
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
