"""Which sources a draft is held against, and which of its sentences name one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from xcheck.door import refusal
from xcheck.errors import InputError
from xcheck.ingest.files import SUFFIXES
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.document import Document

_LINK = re.compile(
    r"\]\([ \t]*<?([^()<>\s](?:[^()<>\n]{0,498}?[^()<>\s])?)>?(?:[ \t]+[\"'][^\"'\n]{0,300}[\"'])?[ \t]*\)"
)
_REFERENCE = re.compile(r"\[(\^[^\[\]\n]{1,200})\](?!:)|\]\[([^\[\]\n]{1,200})\]")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*(.{0,1000})$", re.MULTILINE)
_WORD = re.compile(r"[^\s<>()\[\]\"']+")
_MARKDOWN = (".md", ".markdown")
_SPEAKS = ("same", "compatible")


class Citation(NamedTuple):
    """A place in a draft, by its offset, that names a file; ``target`` is the path as written, without a fragment."""

    offset: int
    target: str


@dataclass(frozen=True)
class Bound:
    """A draft with its sources; ``cited`` has the ids of sources by the offset in the draft that names them."""

    draft: Document
    sources: tuple[Document, ...]
    cited: tuple[tuple[int, str], ...] = ()


def citations(draft: Document) -> tuple[Citation, ...]:
    """The links and footnotes of a Markdown draft that name an article file by its path, in order."""
    if Path(draft.path).suffix.lower() not in _MARKDOWN:
        return ()
    defined: dict[str, list[str]] = {}
    for found in _DEFINITION.finditer(draft.text):
        defined.setdefault(_label(found[1]), list(_paths(found[2])))
    places = [Citation(f.start(), t) for f in _LINK.finditer(draft.text) if (t := _path(f[1]))]
    for found in _REFERENCE.finditer(draft.text):
        targets = defined.get(_label(found[1] or found[2]), [])
        places.extend(Citation(found.start(), target) for target in targets)
    return tuple(sorted(set(places)))


def located(target: str, folders: Sequence[Path], top: Path) -> Path | None:
    """The file that a draft names, sought from each folder in turn; None where there is none inside ``top``.

    A draft comes from outside: it may not bring in files from beyond its project.
    """
    for folder in folders:
        try:
            path = (folder / target).resolve()
            if path.is_file() and refusal(path, top) is None:
                return path
        except (OSError, ValueError):  # a name that no file can have
            continue
    return None


def named_sources(draft: Document, folders: Sequence[Path], top: Path) -> tuple[Path, ...]:
    """The files under ``sources:`` in a draft's front matter. Raises InputError for one that is not there."""
    found = []
    for target in draft.sources:
        path = located(target, folders, top)
        if path is None:
            raise InputError(
                f"{draft.path}: its front matter names the source {target!r}, which is no file in {top.name}: "
                "mend the path, move the file into the project, or name it with --against"
            )
        found.append(path)
    return tuple(found)


def bind(draft: Document, sources: Mapping[Path, Document], cited: Mapping[str, Path]) -> Bound:
    """The draft with its sources. ``sources`` are keyed by real path; ``cited`` has the real path of each target."""
    own = {path: document for path, document in sources.items() if document.id != draft.id}
    places = [(c.offset, own[cited[c.target]].id) for c in citations(draft) if cited.get(c.target) in own]
    return Bound(draft, tuple(own.values()), tuple(places))


def judged_first(cases: Sequence[Case], claims: Sequence[Claim], bound: Bound) -> list[Case]:
    """The cases of a draft without those that a cited source makes needless.

    A claim whose sentence names a source is held against that source first: where it speaks of the matter, what others
    say of it is not asked.
    """
    cited = _cited(claims, bound)
    settled = {
        case.claims[0]
        for case in cases
        if _other(case) in cited.get(case.claims[0], ()) and any(v in _SPEAKS for v in case.facts.get("content", ()))
    }
    return [c for c in cases if c.claims[0] not in settled or _other(c) in (None, *cited[c.claims[0]])]


def _other(case: Case) -> str | None:
    """The source of a pair; None for a claim alone."""
    return case.passages[1].document if case.subject == "pair" else None


def _cited(claims: Sequence[Claim], bound: Bound) -> dict[str, set[str]]:
    """The sources that the sentence of each claim names, within it or behind its full stop in the same line."""
    found: dict[str, set[str]] = {}
    text = bound.draft.text
    for offset, source in bound.cited:
        before = [c for c in claims if c.sentence.start <= offset]
        last = max((c.sentence.start for c in before), default=None)
        for claim in before:
            if claim.sentence.start == last and "\n" not in text[claim.sentence.end : offset]:
                found.setdefault(claim.id, set()).add(source)
    return found


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()


def _paths(definition: str) -> Iterator[str]:
    for word in _WORD.findall(definition):
        if path := _path(word.rstrip(".,;:")):
            yield path


def _path(written: str) -> str | None:
    """The path that a link names, if it is one of an article file and no address."""
    target = unquote(written.partition("#")[0].strip())
    named = "://" not in target and not target.startswith(("//", "mailto:")) and "\0" not in target
    return target if named and target.lower().endswith(SUFFIXES) else None
