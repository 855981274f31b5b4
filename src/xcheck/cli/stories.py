"""``xcheck stories``: tells which articles of a mixed pile are about one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.archived import FromArchive, every_stored
from xcheck.cli.gather import gather, no_article
from xcheck.cli.options import ARCHIVE, OUTPUT, Outlet, Published, Quiet, Since, StdinFilename
from xcheck.cli.progress import progress
from xcheck.cli.settings import Given, settings
from xcheck.cli.story_reports import require_folder, write_reports
from xcheck.cli.targets import STANDARD_OUTPUT
from xcheck.cli.writing import write_text
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.stories.group import Story


class StoryFormat(StrEnum):
    """The forms of a list of stories."""

    TERMINAL = "terminal"
    JSON = "json"


def stories(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", help="Articles, folders of articles, or - for standard input.", show_default=False
        ),
    ] = None,
    *,
    archive: Annotated[
        Path | None,
        typer.Option("--archive", metavar="DIR", rich_help_panel=ARCHIVE, help="Group the stored articles too."),
    ] = None,
    since: Since = None,
    outlet: Outlet = None,
    form: Annotated[
        StoryFormat, typer.Option("--format", rich_help_panel=OUTPUT, help="A list to read, or one JSON object.")
    ] = (StoryFormat.TERMINAL),
    reports: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            rich_help_panel=OUTPUT,
            help="Compare each story, and write its review and an index of all to this folder.",
        ),
    ] = None,
    published: Published = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> None:
    """Tell which articles are about one story. Nothing is compared unless --reports asks for it."""
    from xcheck import api

    asked = FromArchive(archive, since, outlet)
    asked.require_archive()
    if not paths and archive is None:
        raise UsageError("nothing to group: name articles, folders of articles, or an --archive DIR")
    if reports:
        require_folder(reports, [*(paths or ()), *map(str, asked.files)])
    named, skipped = gather(paths or (), published, stdin_filename)
    with progress("Telling the stories apart", quiet=quiet):
        stored, extracted = every_stored(asked, named, claims=reports is not None)
        documents = [*named, *stored]
        if not documents:
            raise no_article("no article could be read", skipped)
        told = api.stories(documents)
    if reports:
        use = settings(Given(published=published), None, isolated=False)
        with progress(f"Comparing {len(documents)} articles, each with those of its story", quiet=quiet):
            use = use._replace(options=replace(use.options, extracted=extracted))
            write_reports(reports, documents, told, skipped, use)
    paths_of = {d.id: d.path for d in documents}
    write_text(_json(told, paths_of) if form is StoryFormat.JSON else _list(told, paths_of), STANDARD_OUTPUT)


def _json(told: Sequence[Story], named: Mapping[str, str]) -> str:
    import json

    found = [{"id": s.id, "documents": [named[name] for name in s.documents]} for s in told]
    return json.dumps({"stories": found}, indent=2, ensure_ascii=False) + "\n"


def _list(told: Sequence[Story], named: Mapping[str, str]) -> str:
    """The stories, those of most articles first, each under its headline."""
    from xcheck.reports.passage import visible
    from xcheck.reports.summary import number

    lines = []
    for story in sorted(told, key=lambda s: -len(s.documents)):
        lines += [f"{visible(story.headline)} ({number(len(story.documents), 'articles')})"]
        lines += [f"  {visible(named[name])}" for name in story.documents]
    total = sum(len(s.documents) for s in told)
    count = "1 story" if len(told) == 1 else f"{len(told)} stories"
    return "\n".join([*lines, f"{count}, {number(total, 'articles')}", ""])
