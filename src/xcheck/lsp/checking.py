"""The draft in an editor, held against its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from xcheck import api
from xcheck.errors import InputError
from xcheck.ingest.collect import collect
from xcheck.ingest.files import SUFFIXES
from xcheck.records.document import Document
from xcheck.records.report import Report, Skipped


class Checked(NamedTuple):
    """A report on a draft; ``texts`` and ``files`` hold the text of each document by its id and where it lies."""

    report: Report
    draft: str
    texts: Mapping[str, str]
    files: Mapping[str, Path]


def checked(path: Path, text: str, against: Sequence[Path]) -> Checked | None:
    """The text that an editor holds of the file ``path``, checked against the sources that it names and ``against``.

    ``None`` where there is no source to check against. Raises InputError where the text is no article.
    """
    (draft,), _ = _collected(path, text)
    sources: dict[Path, Document] = {}
    skipped: list[Skipped] = []
    for file in _files([*(path.parent / named for named in draft.sources), *against], path):
        try:
            sources[file] = api.read(file)
        except InputError as error:
            skipped.append(Skipped(path=file.name, reason=str(error)))
    if not sources:
        return None
    report = api.check(draft, against=list(sources.values()), skipped=skipped)
    files = {draft.id: path, **{source.id: file for file, source in sources.items()}}
    return Checked(report, draft.id, {d.id: d.text for d in (draft, *sources.values())}, files)


def _collected(path: Path, text: str) -> tuple[list[Document], list[Skipped]]:
    # What is not in UTF-8, and a mark of order, is replaced sign by sign: offsets stay those of the editor's text.
    data = text.replace("\ufeff", " ", 1 if text.startswith("\ufeff") else 0).encode("utf-8", "replace")
    documents, skipped = collect(["-"], stdin=data, stdin_name=str(path))
    if not documents:
        raise InputError(f"{path.name}: {skipped[0].reason}")
    return documents, skipped


def _files(named: Sequence[Path], draft: Path) -> Iterator[Path]:
    """The articles among files and folders, each once, without the draft itself."""
    seen = {draft.resolve()}
    for place in named:
        inside = sorted(f for f in place.rglob("*") if f.suffix.lower() in SUFFIXES) if place.is_dir() else [place]
        for file in inside:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file
