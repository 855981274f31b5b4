"""``xcheck check``: holds drafts against their sources, and fails on what they say beyond or against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.accepting import Accepting, accepting, let_pass, write_accepted
from xcheck.cli.archived import FromArchive, Stored, recalled, with_stored
from xcheck.cli.changed import changed_in, patch_of
from xcheck.cli.drafts import Gathered, Named, gather_drafts
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
    day,
)
from xcheck.cli.progress import progress
from xcheck.cli.settings import Given, Settings, settings
from xcheck.cli.targets import STANDARD_OUTPUT, targets
from xcheck.cli.writing import Look, say_counts, write
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.drafts.changes import Change
    from xcheck.records.report import Report

FINDINGS = 1


def check(
    drafts: Annotated[
        list[str] | None,
        typer.Argument(metavar="DRAFT", help="Drafts, folders of drafts, or - for standard input.", show_default=False),
    ] = None,
    *,
    against: Annotated[
        list[str] | None, typer.Option(metavar="PATH", help="A source, or a folder of them; may be repeated.")
    ] = None,
    archive: Archive = None,
    since: Since = None,
    outlet: Outlet = None,
    limit: Limit = None,
    diff: Annotated[
        str | None, typer.Option(metavar="PATCH", help="Show what this patch touches (- reads standard input).")
    ] = None,
    changed_since: Annotated[
        str | None, typer.Option(metavar="REV", help="Show what has changed since this revision of git.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Let pass what this file has accepted before.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept all that is found, in the baseline.")
    ] = False,
    dispositions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Let pass what an editor has dismissed in the review.")
    ] = None,
    fail_on: Annotated[
        Severity | None, typer.Option(help="The least severity that fails.", show_default="warning")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")] = False,
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
    published: Published = None,
    model: Model = None,
    no_judge: NoJudge = False,
    preview: Preview = False,
    stdin_filename: StdinFilename = None,
    color: ColorChoice = Color.AUTO,
    statistics: Statistics = False,
    quiet: Quiet = False,
    today: Annotated[date | None, typer.Option(parser=day, hidden=True)] = None,
) -> None:
    """Hold drafts against their sources; exit 1 on findings at or above --fail-on."""
    wanted = targets(form, output or ())
    given = Given(select, ignore, min_severity, min_confidence, rules, model, published, no_cache, no_judge, preview)
    use = settings(given, config, isolated=isolated)
    if diff == STANDARD_INPUT and STANDARD_INPUT in [*(drafts or ()), *(against or ())]:
        raise UsageError("standard input cannot be both a patch and an article")
    asked = FromArchive(archive, since, outlet, limit)
    asked.require_archive()
    patch = patch_of(diff, changed_since)
    accept = accepting(use, baseline, dispositions, write=write_baseline)
    found = gather_drafts(
        Named(drafts or (), against or (), use.published, stdin_filename), use.loaded, archive=archive
    )
    read = _read(found, use, accept, diff)
    refuse_inputs(wanted, [*read, accept.file, *asked.files])
    if write_baseline:
        refuse_baseline(accept.file, read)
    changed = None if patch is None else changed_in(found, patch, since=changed_since is not None)
    with progress(f"Checking {len(found.bound)} drafts", quiet=quiet):
        stored = recalled([one.draft for one in found.bound], use, asked)
        found = with_stored(found, stored, archive)
        report = let_pass(_checked(found, use, stored), accept, found, use, today or date.today())
    if write_baseline:
        write_accepted(report, accept.file, quiet=quiet)
        return
    report = _shown(report, found, changed, use)
    look = Look(color, statistics, use.rules)
    for target in wanted:
        write(report, {d.id: d.text for d in found.documents.values()}, target, look)
    if not quiet and all(target.path != STANDARD_OUTPUT for target in wanted):
        say_counts(report)
    if fails(report, fail_on.value if fail_on else use.loaded.config.fail_on) and not exit_zero:
        raise typer.Exit(FINDINGS)


def _read(found: Gathered, use: Settings, accept: Accepting, diff: str | None) -> list[Path]:
    """All that the check reads, but for the baseline, which it may write."""
    others = [Path(one) for one in (accept.decided_in, diff) if one is not None]
    return [*found.places, *found.documents, *use.files, *others]


def _checked(found: Gathered, use: Settings, stored: Stored) -> Report:
    from xcheck import api

    return api.check_drafts(
        found.bound,
        rules=use.rules,
        skipped=found.skipped,
        model=use.model,
        cache=use.cache,
        judged=use.judged,
        least=use.least,
        known=stored.known,
        stored=stored.ids,
    )


def fails(report: Report, least: str) -> bool:
    """Whether a report has a finding, new if there is a baseline, of at least this severity. Agreements are none."""
    from xcheck.reports.selection import SEVERITIES

    grave = SEVERITIES[[*SEVERITIES].index(least) :]  # type: ignore[arg-type]
    return any(f.kind != "agreement" and f.baseline != "unchanged" and f.severity in grave for f in report.findings)


def _shown(report: Report, found: Gathered, changed: dict[str, Change] | None, use: Settings) -> Report:
    """The report with what was asked for: what a change touches, if one was named, and what the selection admits."""
    from xcheck.drafts.changes import touched
    from xcheck.reports.selection import selected

    if changed is not None:
        documents = {d.id: d for d in found.documents.values()}
        kept = tuple(f for f in report.findings if touched(f, changed, documents))
        report = report.model_copy(update={"findings": kept})
    return selected(report, use.selection)
