"""``xcheck archive``: articles that are kept, to search them and to compare new ones with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from xcheck.cli.gather import gather, no_article
from xcheck.cli.options import Model, Paths, Published, Quiet, StdinFilename, day
from xcheck.cli.targets import STANDARD_OUTPUT
from xcheck.cli.writing import write_text
from xcheck.errors import InputError

if TYPE_CHECKING:
    from xcheck.archive.records import Entry, Extracted
    from xcheck.archive.searching import Hit
    from xcheck.records.document import Document

app = typer.Typer(help="Keep articles, to search them and to compare new ones with them.", no_args_is_help=True)

FOUND_HITS = 20


class ListFormat(StrEnum):
    """The forms of a list of articles."""

    TERMINAL = "terminal"
    JSON = "json"


Folder = Annotated[
    Path, typer.Option("--archive", metavar="DIR", help="The folder of the archive.", show_default=False)
]
Names = Annotated[
    list[str], typer.Argument(metavar="NAME", help="The names of articles in the archive (see archive list).")
]
Since = Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="From this day on.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="Up to this day.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Of this outlet.")]
Form = Annotated[ListFormat, typer.Option("--format", help="Lines to read, or one JSON object.")]


@app.command()
def add(
    paths: Paths,
    *,
    archive: Folder,
    published: Published = None,
    model: Model = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> None:
    """Add articles. Print a line for each when it is safely stored. Run it again if it was stopped."""
    from xcheck.archive import adding
    from xcheck.archive.store import opened

    documents, skipped = gather(paths, published, stdin_filename)
    if not documents:
        raise no_article("no article could be read", skipped)
    counts = {"added": 0, "known": 0}
    with opened(archive, make=True) as held:
        for one in adding.add(held, documents, partial(_read, model=model), _reader(model)):
            counts[one.outcome] += 1
            if not quiet:
                _say(f"{one.outcome} {one.name}" + ("" if one.name == one.path else f" ({one.path})"))
    _say(
        *(f"skipped {s.path}: {s.reason}" for s in skipped), f"{counts['added']} added, {counts['known']} there before"
    )


@app.command("list")
def list_articles(
    *,
    archive: Folder,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    form: Form = ListFormat.TERMINAL,
) -> None:
    """List the articles, the latest first."""
    from xcheck.archive.searching import Hit, Period, entries
    from xcheck.archive.store import opened

    with opened(archive) as held:
        _show([Hit(e, None) for e in entries(held, Period(since, until, outlet))], form)


@app.command()
def show(names: Names, *, archive: Folder) -> None:
    """Show stored articles: what is known of them, and their text."""
    from xcheck.archive.searching import document_of, named
    from xcheck.archive.store import opened

    with opened(archive) as held:
        for one in [named(held, name) for name in names]:
            _say(*_head(one), "")
            write_text(_text(document_of(held, one)), STANDARD_OUTPUT)


@app.command()
def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Words, or phrases in quotation marks.")
    ] = None,
    *,
    archive: Folder,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Somebody or something it names.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    limit: Annotated[int, typer.Option(min=1, help="The most articles that are shown.")] = FOUND_HITS,
    form: Form = ListFormat.TERMINAL,
) -> None:
    """Find articles that have all the words in one paragraph, the latest first."""
    from xcheck.archive import searching
    from xcheck.archive.store import opened

    with opened(archive) as held:
        period = searching.Period(since, until, outlet)
        _show(searching.search(held, words or (), entity, period, limit), form)


@app.command()
def remove(names: Names, *, archive: Folder) -> None:
    """Remove articles: all that are named or, if one is not there, none."""
    from xcheck.archive import keeping
    from xcheck.archive.store import opened

    with opened(archive) as held:
        keeping.remove(held, names)
    _say(f"{len({*names})} removed")


@app.command()
def verify(*, archive: Folder, model: Model = None) -> None:
    """Check every article and index for damage. Exit with 3 if there is some."""
    from xcheck.archive import keeping
    from xcheck.archive.store import opened

    with opened(archive) as held:
        wrong, old = keeping.verify(held), keeping.outdated(held, _reader(model))
    if wrong:
        raise InputError("\n".join([f"{archive.as_posix()}: the archive is damaged", *(f"  {said}" for said in wrong)]))
    if old:
        _say(f"{old} articles were read by another version: xcheck archive compact reads them again, for quick checks")
    _say("the archive is whole")


@app.command()
def compact(*, archive: Folder, model: Model = None) -> None:
    """Read again what another version has read, merge the indices, and free space."""
    from xcheck.archive import keeping
    from xcheck.archive.store import opened

    with opened(archive) as held:
        again = sum(1 for _ in keeping.refresh(held, partial(_read, model=model), _reader(model)))
        keeping.compact(held)
    _say(f"compacted; {again} articles read again")


@app.command()
def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder for the Parquet files.")],
    *,
    archive: Folder,
    model: Model = None,
) -> None:
    """Write documents, claims and sentences with their vectors as Parquet (needs the extra archive)."""
    from xcheck.archive.export import export as exported
    from xcheck.archive.store import opened

    with opened(archive) as held:
        for file in exported(held, out, _reader(model)):
            _say(file.as_posix())


def _read(documents: Sequence[Document], model: str | None) -> list[Extracted]:
    from xcheck import api
    from xcheck.options import Options

    return [*api.extract(documents, Options(model=model)).values()]


def _reader(model: str | None) -> str:
    from xcheck.cache import reader
    from xcheck.nlp.pipeline import model_name

    return reader(model_name(model))


def _say(*lines: str) -> None:
    """Lines on standard output, at once, in which no article's words can steer the terminal."""
    from xcheck.reports.passage import visible

    write_text("".join(f"{visible(line)}\n" for line in lines), STANDARD_OUTPUT)


def _show(hits: Iterable[Hit], form: ListFormat) -> None:
    if form is ListFormat.JSON:
        write_text(
            json.dumps({"articles": [_data(h) for h in hits]}, indent=2, ensure_ascii=False) + "\n", STANDARD_OUTPUT
        )
        return
    lines = [line for hit in hits for line in _lines(hit)]
    _say(*(lines or ["no article"]))


def _lines(hit: Hit) -> Iterator[str]:
    one = hit.entry
    known = [one.published.isoformat() if one.published else "no date", one.name, one.outlet, one.title]
    yield " · ".join(part for part in known if part)
    if hit.passage:
        yield f"│ {' '.join(hit.passage.split())}"


def _data(hit: Hit) -> dict[str, Any]:
    one = hit.entry
    day = one.published.isoformat() if one.published else None
    found = {"name": one.name, "title": one.title, "outlet": one.outlet, "published": day, "claims": one.claims}
    return found if hit.passage is None else found | {"passage": hit.passage}


def _head(one: Entry) -> list[str]:
    day = one.published.isoformat() if one.published else None
    known = {"name": one.name, "title": one.title, "outlet": one.outlet, "published": day, "claims": str(one.claims)}
    return [f"{name}: {value}" for name, value in known.items() if value]


def _text(document: Document) -> str:
    from xcheck.reports.passage import visible

    return "".join(f"{visible(line)}\n" for line in document.text.splitlines())
