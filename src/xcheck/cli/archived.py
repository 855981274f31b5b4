"""``--archive``: the stored articles that speak of what a draft or a new article says, beside the named files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xcheck.cli.drafts import Gathered
from xcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from xcheck.archive.recalling import Recalled
    from xcheck.archive.records import Extracted
    from xcheck.cli.settings import Settings
    from xcheck.options import Options
    from xcheck.records.document import Document

LIMIT = 8  # stored articles for one draft, unless another number is asked for


class Stored(NamedTuple):
    """Stored articles by the id of the document that they were recalled for, and what was extracted from them."""

    of: dict[str, list[Document]]
    extracted: dict[str, Extracted]

    @property
    def documents(self) -> list[Document]:
        """Each stored article once."""
        return [*{d.id: d for own in self.of.values() for d in own}.values()]

    def added_to(self, options: Options) -> Options:
        """The options of an analysis in which these are stored articles, and what is extracted is not read again."""
        return replace(options, extracted=self.extracted, stored=frozenset(d.id for d in self.documents))


class FromArchive(NamedTuple):
    """What the options ask of an archive."""

    folder: Path | None = None
    since: date | None = None
    outlet: str | None = None
    limit: int | None = None

    @property
    def files(self) -> list[Path]:
        """The file that is read, which no report may be written over."""
        from xcheck.archive.schema import FILE

        return [self.folder / FILE] if self.folder else []

    def require_archive(self) -> None:
        """Raise UsageError where the other options are given without ``--archive``."""
        given = [f"--{name}" for name in ("since", "outlet", "limit") if getattr(self, name)]
        if self.folder is None and given:
            verb = "chooses" if len(given) == 1 else "choose"
            raise UsageError(f"{' and '.join(given)} {verb} among stored articles: name an --archive DIR")


def recalled(documents: Sequence[Document], use: Settings, asked: FromArchive) -> Stored:
    """The stored articles that speak of what each document says. Raises InputError where there is no archive."""
    if asked.folder is None:
        return Stored({}, {})
    from xcheck import api
    from xcheck.archive.recalling import Wanted, recall
    from xcheck.archive.searching import Period
    from xcheck.archive.store import opened
    from xcheck.cache import reader
    from xcheck.nlp.pipeline import model_name

    with opened(asked.folder) as store:
        own = api.extract(documents, use.options)
        wanted = Wanted(
            Period(asked.since, None, asked.outlet), asked.limit or LIMIT, reader(model_name(use.options.model))
        )
        found = {d.id: recall(store, d, own[d.id], wanted) for d in documents}
    return Stored({name: [r.document for r in some] for name, some in found.items()}, own | _extracted(found))


def every_stored(
    asked: FromArchive, given: Sequence[Document], *, claims: bool
) -> tuple[list[Document], dict[str, Extracted]]:
    """Every stored article that the options choose, but those that are given as files too; and what is extracted.

    Claims and vectors take far longer to read than the articles: they are read only where ``claims`` asks for them.
    Raises InputError where there is no archive, or where they are too many to be grouped at once.
    """
    from xcheck.api import MOST_ARTICLES
    from xcheck.archive.records import digest
    from xcheck.archive.searching import Period, document_of, entries, extracted_of
    from xcheck.archive.store import opened
    from xcheck.cache import reader
    from xcheck.ingest.layout import recognise
    from xcheck.nlp.pipeline import model_name

    if asked.folder is None:
        return [], {}
    now, own = reader(model_name()), {digest(recognise(d)) for d in given}
    with opened(asked.folder) as store:
        chosen = [*entries(store, Period(asked.since, None, asked.outlet))]
        if len(chosen) > MOST_ARTICLES:
            said = f"{len(chosen):,} stored articles are more than the {MOST_ARTICLES:,} that are grouped at once"
            raise InputError(f"{asked.folder.as_posix()}: {said}: choose among them with --since or --outlet")
        documents = {one: document_of(store, one) for one in chosen}
        new = {one: d for one, d in documents.items() if digest(d) not in own}
        extracted = {d.id: extracted_of(store, one) for one, d in new.items() if claims and one.reader == now}
    return [*new.values()], extracted


def with_stored(found: Gathered, stored: Stored, folder: Path | None) -> Gathered:
    """The drafts bound to their stored articles too. Raises InputError where a draft has nothing to be held against."""
    if folder is None:
        return found
    bound = tuple(replace(one, sources=(*one.sources, *stored.of[one.draft.id])) for one in found.bound)
    for one in bound:
        if not one.sources:
            said = f"no article in {folder.as_posix()} speaks of what it says"
            raise InputError(f"{one.draft.path}: nothing to check it against: {said}")
    return found._replace(bound=bound, documents=found.documents | {folder / d.id: d for d in stored.documents})


def _extracted(found: dict[str, list[Recalled]]) -> dict[str, Extracted]:
    return {r.document.id: r.extracted for some in found.values() for r in some if r.extracted is not None}
