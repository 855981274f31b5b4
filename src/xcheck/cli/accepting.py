"""What a check lets pass: suppressions in drafts and configuration, an editor's decisions, the baseline."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from xcheck.cli.drafts import Gathered
from xcheck.cli.settings import Settings
from xcheck.cli.writing import write_text

if TYPE_CHECKING:
    from xcheck.drafts.suppress import Suppression
    from xcheck.records.report import Report


class Accepting(NamedTuple):
    """The fingerprints of the baseline (None without one), its file, an editor's decisions, and their file."""

    accepted: frozenset[str] | None
    file: Path
    decided: tuple[Suppression, ...]
    decided_in: Path | None = None


def accepting(use: Settings, baseline: Path | None, dispositions: Path | None, *, write: bool) -> Accepting:
    """What options and configuration name. Raises ConfigurationError or UsageError where a file cannot be read.

    A baseline that is about to be written need not be there.
    """
    from xcheck.config.files import shown
    from xcheck.drafts.baseline import NAME, read_baseline

    file = baseline or use.loaded.path("baseline")
    accepted = None if write or file is None else read_baseline(file, shown(file))
    decided = dispositions or use.loaded.path("dispositions")
    file = file or use.loaded.folder / NAME
    if write and baseline is None:
        use.loaded.in_project("baseline", file)
    return Accepting(accepted, file, tuple(_decided(decided)) if decided else (), decided)


def let_pass(report: Report, accept: Accepting, found: Gathered, use: Settings, today: date) -> Report:
    """The report without what is let pass, and its findings marked by the baseline, if there is one."""
    from xcheck.drafts.baseline import marked
    from xcheck.drafts.suppress import in_text, suppressed

    drafts = [one.draft for one in found.bound]
    written = [s for draft in drafts for s in in_text(draft, use.rules)]
    configured = _configured(use, {draft.path for draft in drafts})
    report = suppressed(report, [*written, *configured, *accept.decided], drafts, today)
    return report if accept.accepted is None else marked(report, accept.accepted)


def write_accepted(report: Report, file: Path, *, quiet: bool) -> None:
    """Writes the baseline that accepts all that the report finds, and says so on standard error."""
    from xcheck.config.files import shown
    from xcheck.drafts.baseline import accepted, baseline
    from xcheck.reports.summary import number

    write_text(baseline(report), str(file))
    if not quiet:
        typer.echo(f"{shown(file)}: {number(len(accepted(report)), 'findings')} accepted", err=True)


def _configured(use: Settings, drafts: Collection[str]) -> Iterator[Suppression]:
    """The suppressions of the configuration, but for those of drafts that are not checked now."""
    from xcheck.config.files import shown
    from xcheck.drafts.suppress import Suppression

    loaded = use.loaded
    for i, entry in enumerate(loaded.config.suppress):
        file, line = loaded.places["suppress"]
        if entry.draft is None or shown(file.parent / entry.draft) in drafts:
            line = loaded.suppress_lines[i] if i < len(loaded.suppress_lines) else line
            yield Suppression((entry.fingerprint,), entry.reason, f"{shown(file)}:{line}", "file", entry.until)


def _decided(file: Path) -> Iterator[Suppression]:
    from xcheck.config.files import shown
    from xcheck.drafts.dispositions import read_dispositions
    from xcheck.drafts.suppress import Suppression

    for entry in read_dispositions(file).ignore:
        yield Suppression((entry.fingerprint,), entry.reason or entry.decision, shown(file), "file")
