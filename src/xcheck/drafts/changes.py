"""Which lines a patch changes, and whether a finding stands on one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from unidiff.errors import UnidiffParseError
from unidiff.patch import PatchSet

from xcheck.errors import UsageError
from xcheck.ingest.mending import mended
from xcheck.records.document import Document
from xcheck.records.finding import Evidence, Finding

# Formats whose text is the file's own: a line of the patch is a line of the document.
PLAIN = (".txt", ".text", ".md", ".markdown")
# What git writes above "---" and "+++": its names may have blanks and no prefix, and nothing tells where one ends.
_GIT_HEADER = re.compile(r"^diff --git [^\n]*\n(?:(?!diff --git |--- |@@ )[^\n]*\n)*", re.MULTILINE)
_QUOTED = re.compile(r'"(.*)"', re.DOTALL)
_PREFIX = re.compile(r"[a-z0-9]/")
_SHOWN = 60
# What a sentence may stand behind where it begins, and what ends one.
_BEFORE = r"(?:^|[.!?…:;,”’\"')\]#*>|-][ \t]+)[ \t]*"
_AFTER = r"(?=[ \t]*$|(?<=[.!?…”’\"')\]])[ \t])"


@dataclass(frozen=True)
class PatchedFile:
    """What a patch says of one file as it is after the change: ``names`` are the paths that may be meant.

    ``added`` and ``kept`` have the lines of the new file that the patch shows, by number from 1; ``removed`` those that
    it takes away, in order.
    """

    names: tuple[str, ...]
    added: Mapping[int, str]
    kept: Mapping[int, str]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """What changed in one document: the numbers of its lines, ``None`` for all of them; and the lines taken away."""

    lines: frozenset[int] | None
    removed: tuple[str, ...] = ()

    @cached_property
    def before(self) -> str:
        """The lines taken away, as one text."""
        return "\n".join(self.removed)


def read_patch(text: str) -> tuple[PatchedFile, ...]:
    """The files of a unified diff. Raises UsageError where it is none; an empty one has no files."""
    try:
        files = PatchSet(_without_headers(text.replace("\r\n", "\n")))
    except (UnidiffParseError, ValueError, IndexError) as error:
        raise UsageError(f"the patch is not a unified diff: {error}".rstrip().rstrip(":")) from error
    if text.strip() and not files:
        raise UsageError("the patch is not a unified diff: give the output of git diff")
    return tuple(_patched(file) for file in files if not file.is_removed_file)


def _without_headers(text: str) -> str:
    """Leave out git's headers where "---" follows; those of files without changed lines come last, out of the way."""
    whole = text if text.endswith("\n") else f"{text}\n"
    alone = [h.group() for h in _GIT_HEADER.finditer(whole) if not whole.startswith("--- ", h.end())]
    return _GIT_HEADER.sub("", whole) + "".join(alone)


def changes(
    patch: Sequence[PatchedFile], documents: Mapping[Path, Document], roots: Sequence[Path]
) -> dict[str, Change]:
    """The change of each document that the patch names, by document id; paths of the patch count from ``roots``.

    ``documents`` are keyed by absolute path. Raises UsageError where a line of the patch is not the file's.
    """
    found: dict[str, Change] = {}
    for file in patch:
        for path in dict.fromkeys(root / name for root in roots for name in file.names):
            if path in documents:
                found[documents[path].id] = _fitted(file, documents[path], path)
                break
    return found


def touched(finding: Finding, changed: Mapping[str, Change], documents: Mapping[str, Document]) -> bool:
    """Whether any passage of the finding stands on a changed line, and did not stand there before word for word."""
    return any(
        e.document in changed and _stands_on(e, changed[e.document], documents[e.document]) for e in finding.evidence
    )


def _patched(file: Any) -> PatchedFile:
    lines = [line for hunk in file for line in hunk]
    return PatchedFile(
        names=_names(file.target_file),
        added=_numbered(line for line in lines if line.is_added),
        kept=_numbered(line for line in lines if not line.is_added),
        removed=tuple(line.value.rstrip("\n") for line in lines if line.is_removed),
    )


def _numbered(lines: Iterable[Any]) -> dict[int, str]:
    """Those of some lines of a patch that are in the changed file, by their number there."""
    return {line.target_line_no: line.value.rstrip("\n") for line in lines if line.target_line_no is not None}


def _names(written: str) -> tuple[str, ...]:
    """The paths that a name in a patch may stand for: with and without the prefix ``b/``; git quotes odd letters."""
    name = written.rstrip("\r\n")
    if quoted := _QUOTED.fullmatch(name):
        try:
            name = quoted[1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8")
        except UnicodeError:
            name = quoted[1]
    return (name[2:], name) if _PREFIX.match(name) else (name,)


def _fitted(file: PatchedFile, document: Document, path: Path) -> Change:
    if path.suffix.lower() not in PLAIN:
        return Change(None if file.added or file.removed else frozenset())
    lines = [line.rstrip("\r") for line in document.text.split("\n")]
    for number, shown in sorted({**file.kept, **file.added}.items()):
        own = lines[number - 1] if number <= len(lines) else None
        if own is None or own.lstrip("\ufeff") != mended(shown.rstrip("\r").lstrip("\ufeff")):
            stands = "the file ends before it" if own is None else f"the file has {_cut(own)}"
            raise UsageError(
                f"the patch does not fit {document.path}: in line {number} it has {_cut(shown)}, {stands}; "
                "make it anew from these files"
            )
    return Change(frozenset(file.added), file.removed)


def _cut(line: str) -> str:
    return repr(line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…")


def _stands_on(evidence: Evidence, change: Change, document: Document) -> bool:
    if change.lines is None:
        return True
    first, last = document.line_of(evidence.start), document.line_of(max(evidence.start, evidence.end - 1))
    return _any_of(range(first, last + 1), change.lines) and not _stood(evidence.text, change.before)


def _any_of(numbers: range, lines: Collection[int]) -> bool:
    return any(number in lines for number in numbers)


def _stood(text: str, before: str) -> bool:
    """Whether the passage was there before as a sentence or line of its own, however its lines were broken."""
    words = r"\s+".join(re.escape(word) for word in text.split())
    return re.search(f"{_BEFORE}{words}{_AFTER}", before, re.MULTILINE) is not None
