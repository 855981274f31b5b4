"""The drafts of a check with their sources, out of the command line, the configuration and the drafts themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xcheck.cli.gather import STANDARD_INPUT, STDIN_NAME, no_article, standard_input
from xcheck.door import project, real
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.config.load import Loaded
    from xcheck.drafts.binding import Bound
    from xcheck.records.document import Document
    from xcheck.records.report import Skipped


class Named(NamedTuple):
    """What the command line names; ``stdin`` is what an editor holds in place of standard input."""

    drafts: Sequence[str]
    against: Sequence[str]
    published: date | None = None
    stdin_filename: str | None = None
    stdin: bytes | None = None


class Gathered(NamedTuple):
    """The drafts bound to their sources; ``documents`` has all that was read, by real path, ``places`` where it lay."""

    bound: tuple[Bound, ...]
    documents: dict[Path, Document]
    skipped: tuple[Skipped, ...]
    places: tuple[Path, ...] = ()


def gather_drafts(named: Named, loaded: Loaded, *, archive: Path | None = None) -> Gathered:
    """Reads drafts and sources. Raises UsageError or InputError where there is no draft, or one has no source.

    With an archive a draft may have none: its sources are stored.
    """
    drafts = _named_drafts(named, loaded)
    common = [Path(p) for p in named.against] or loaded.paths("against", loaded.config.against)
    bindings = [(loaded.paths("bind", b.drafts), loaded.paths("bind", b.sources)) for b in loaded.config.bind]
    reader = _Reader(named)
    paths = _unique([*common, *(path for _, sources in bindings for path in sources)])
    documents, skipped = reader.read([*drafts, *paths])
    own = _within(documents, drafts, reader.stdin_path)
    wanted = {path: _wanted(path, documents[path], common, bindings, loaded.folder) for path in own}
    if missing := _unique(p for w in wanted.values() for p in w.files if p not in documents):
        documents, skipped = reader.read([*drafts, *paths, *missing])
    if not own:
        raise no_article("no draft could be read", skipped)
    bound = tuple(_bound(path, documents, wanted[path], reader.stdin_path) for path in own)
    kept = _unread(skipped, [documents[path] for path in own])
    if archive is None:
        _refuse_unsourced(bound, kept)
    return Gathered(bound, documents, kept, (*map(Path, drafts), *paths))


def _named_drafts(named: Named, loaded: Loaded) -> Sequence[str]:
    """The drafts of the command line, else those of the configuration. Raises UsageError where there are none."""
    drafts = named.drafts or [str(path) for path in loaded.paths("drafts", loaded.config.drafts)]
    if not drafts:
        raise UsageError("no draft is named: give one, or set drafts in xcheck.toml")
    return drafts


def _unread(skipped: Iterable[Skipped], drafts: Iterable[Document]) -> tuple[Skipped, ...]:
    """What was skipped, without a second mention of a draft."""
    read = {draft.path for draft in drafts}
    return tuple(s for s in skipped if s.path not in read)


def _refuse_unsourced(bound: Iterable[Bound], skipped: Sequence[Skipped]) -> None:
    """Raise InputError for the first draft that has no source."""
    for one in bound:
        if not one.sources:
            told = f"{one.draft.path}: nothing to check it against: name a source (--against, --archive, xcheck.toml)"
            raise no_article(told, skipped)


class _Wanted(NamedTuple):
    """What a draft is held against: files and folders; ``cited`` has the file of each target that it names."""

    places: list[Path]
    files: list[Path]
    cited: dict[str, Path]


class _Reader:
    """Reads articles, standard input only once however often they are read."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self.name = named.stdin_filename or STDIN_NAME
        used = named.stdin is None and STANDARD_INPUT in [*named.drafts, *named.against]
        self.stdin = standard_input() if used else named.stdin
        self.stdin_path = real(Path(self.name))

    def read(self, paths: Sequence[Path | str]) -> tuple[dict[Path, Document], list[Skipped]]:
        from xcheck.ingest.collect import located

        found, skipped = located(paths, published=self.named.published, stdin=self.stdin, stdin_name=self.name)
        return dict(found), skipped


def _within(documents: Iterable[Path], places: Iterable[Path | str], stdin: Path) -> list[Path]:
    """Those of some files that are, or lie in, one of the places."""
    tops = [stdin if str(place) == STANDARD_INPUT else real(Path(place)) for place in places]
    return [path for path in documents if any(path == top or top in path.parents for top in tops)]


def _wanted(
    path: Path,
    draft: Document,
    common: Sequence[Path],
    bindings: Sequence[tuple[Sequence[Path], Sequence[Path]]],
    folder: Path,
) -> _Wanted:
    from xcheck.drafts.binding import citations, located, named_sources

    top = project(folder)
    folders = [path.parent, folder, top]
    front = named_sources(draft, folders, top)
    targets = {c.target for c in citations(draft)}
    cited = {t: found for t in sorted(targets) if (found := located(t, folders, top)) and found != path}
    bound = [s for drafts, sources in bindings if any(real(d) == path for d in drafts) for s in sources]
    files = [*front, *cited.values()]
    return _Wanted([*common, *bound, *files], files, cited)


def _bound(path: Path, documents: dict[Path, Document], wanted: _Wanted, stdin: Path) -> Bound:
    from xcheck.drafts.binding import bind

    inside = _within(documents, wanted.places, stdin)
    return bind(documents[path], {p: documents[p] for p in inside}, wanted.cited)


def _unique(paths: Iterable[Path]) -> list[Path]:
    return list(dict.fromkeys(paths))
