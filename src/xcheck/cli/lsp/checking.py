"""The draft in an editor, held against its sources as ``xcheck check`` would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from xcheck import api
from xcheck.cli.accepting import accepting, let_pass
from xcheck.cli.drafts import Gathered, Named, gather_drafts
from xcheck.cli.gather import STANDARD_INPUT
from xcheck.cli.settings import Given, Settings, settings
from xcheck.drafts.suppress import in_text
from xcheck.ingest.directives import stretches
from xcheck.records.document import Document
from xcheck.records.report import Report
from xcheck.records.rule import Rule
from xcheck.reports.selection import selected
from xcheck.warm import warm


class Idle(NamedTuple):
    """A suppression in a draft that lets nothing pass: where it stands, and why it is idle."""

    start: int
    end: int
    reason: str


class Checked(NamedTuple):
    """A report on a draft; ``texts`` and ``files`` hold the text of each document by its id and where it lies."""

    report: Report
    draft: Document
    idle: tuple[Idle, ...]
    texts: Mapping[str, str]
    files: Mapping[str, Path]
    rules: Sequence[Rule]


def checked(path: Path, text: str, against: Sequence[str]) -> Checked:
    """The text that an editor holds of the file ``path``, checked against its sources, or ``against`` if that is set.

    The configuration is the one nearest to the current folder. Raises XcheckError where it is wrong, where the text is
    no article, and where there is no source.
    """
    use = settings(Given(), None, isolated=False)
    found = gather_drafts(Named([STANDARD_INPUT], against, use.published, str(path), _bytes(text)), use.loaded)
    report = _report(found, use)
    (draft,) = (bound.draft for bound in found.bound)
    files = {document.id: file for file, document in found.documents.items()}
    texts = {document.id: document.text for document in found.documents.values()}
    return Checked(report, draft, _idle(report, draft, use.rules), texts, files, use.rules)


def _bytes(text: str) -> bytes:
    # A mark of order, and what UTF-8 cannot hold, are replaced sign by sign: offsets stay those of the editor's text.
    return (text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text).encode("utf-8", "replace")


def _report(found: Gathered, use: Settings) -> Report:
    options = use.options
    if options.cache is not None:
        (draft,) = (bound.draft.id for bound in found.bound)
        options = replace(options, cache=warm(options.cache.folder, f"{options.cache.project}\x1f{draft}"))
    report = api.check_drafts(found.bound, options, skipped=found.skipped)
    accept = accepting(use, None, None, write=False)
    return selected(let_pass(report, accept, found, use, date.today()), use.selection)


def _idle(report: Report, draft: Document, rules: Sequence[Rule]) -> tuple[Idle, ...]:
    """The idle suppressions of the draft with the places of their comments, which are read in the same order."""
    reasons = {(unused.place, unused.names): unused.reason for unused in report.unused_suppressions}
    written = zip(in_text(draft, rules), stretches(draft.text), strict=True)
    found = ((start, end, reasons.get((one.place, ", ".join(one.names)))) for one, (start, end) in written)
    return tuple(Idle(start, end, reason) for start, end, reason in found if reason)
