"""How the review calls the articles: a letter each, and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from xcheck.records.report import ReportedDocument
from xcheck.reports.passage import Run, visible


class Name(NamedTuple):
    """An article's letter (A to Z, then AA …), its headline or file's name, its path, and its day of publication."""

    letter: str
    title: str
    path: str
    published: str


def names(documents: Sequence[ReportedDocument]) -> dict[str, Name]:
    """The names by document id, lettered in the order of the report."""
    return {d.id: _name(letter(i), d) for i, d in enumerate(documents)}


def letter(position: int) -> str:
    """The letter of the article at a position counted from 0: A to Z, then AA, AB and so on."""
    head, last = divmod(position, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def lettered(message: str, named: Mapping[str, Name]) -> tuple[Run, ...]:
    """A message with each article's id in it replaced by its letter; the runs that are letters are marked.

    A message begins with a capital, and so may the id at its head.
    """
    letters = {form: name.letter for i, name in named.items() if i for form in (i, i[:1].upper() + i[1:])}
    return tuple(_cut(message, letters)) if letters else (Run(visible(message), marked=False),)


def _cut(message: str, letters: Mapping[str, str]) -> Iterator[Run]:
    forms = "|".join(re.escape(form) for form in sorted(letters, key=lambda form: (-len(form), form)))
    end = 0
    for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", message):
        if found.start() > end:
            yield Run(_spelled(message[end : found.start()]), marked=False)
        yield Run(letters[found[0]], marked=True)
        end = found.end()
    if end < len(message):
        yield Run(_spelled(message[end:]), marked=False)


def _spelled(text: str) -> str:
    """Made visible, but with the spaces at its ends, which part it from the letters beside it."""
    shown = visible(text)
    return " " * text[:1].isspace() + shown + " " * (text[-1:].isspace() and bool(shown))


def _name(own: str, document: ReportedDocument) -> Name:
    title = visible(document.title or "") or PurePath(document.path).name
    day = document.published.isoformat() if document.published else ""
    return Name(own, title, visible(document.path), day)
