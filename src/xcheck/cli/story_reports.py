"""One review a story and an index over all, in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xcheck.cli.inputs import refuse_inputs
from xcheck.cli.options import Format
from xcheck.cli.targets import Target
from xcheck.cli.writing import write_text
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.cli.settings import Settings
    from xcheck.records.document import Document
    from xcheck.records.report import Report, Skipped
    from xcheck.stories.group import Story

_PAGES = "stories"


def require_folder(folder: Path, inputs: Sequence[str]) -> None:
    """Make the folder. Raises UsageError where it cannot be one, or where its index would go over an article."""
    refuse_inputs([Target(Format.HTML, str(folder / "index.html"))], inputs)
    try:
        (folder / _PAGES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--reports {folder}: cannot be made a folder ({error.strerror}): name another") from error


def write_reports(
    folder: Path, documents: Sequence[Document], told: Sequence[Story], skipped: Sequence[Skipped], use: Settings
) -> None:
    """Compare each story that several articles tell, and write its review; then the index over them."""
    from xcheck.reports import html, index

    shared = [story for story in told if len(story.documents) > 1]
    texts = {document.id: document.text for document in documents}
    entries = []
    for story, report in _reports(documents, shared, use):
        page = f"{_PAGES}/{index.page_of(story.id)}"
        own = {name: texts[name] for name in story.documents}
        write_text(html.render(report, own, use.options.rules), str(folder / page))
        entries.append(index.entry(report, page))
    for name, page in index.pages(entries, index.Totals(len(told) - len(shared), len(skipped))).items():
        write_text(page, str(folder / name))


def _reports(documents: Sequence[Document], shared: Sequence[Story], use: Settings) -> Iterator[tuple[Story, Report]]:
    """The report of each story, whose articles are all read before."""
    from xcheck import api
    from xcheck.reports.selection import selected

    of, options = {document.id: document for document in documents}, use.options
    wanted = [of[name] for story in shared for name in story.documents]
    found = api.claims_of(wanted, model=options.model, cache=options.cache, jobs=options.jobs, given=options.extracted)
    claims = dict(zip((d.id for d in wanted), found, strict=True))
    for story in shared:
        told = [(of[name], claims[name]) for name in story.documents]
        yield story, selected(api.compare_claims(told, options, told=[story]), use.selection)
