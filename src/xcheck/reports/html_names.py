"""How the review calls the articles: a letter each, and a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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


class Letters(NamedTuple):
    """What finds the articles' ids in a message, and the letter of each form of an id."""

    pattern: re.Pattern[str]
    of: Mapping[str, str]


def names(documents: Sequence[ReportedDocument]) -> dict[str, Name]:
    """The names by document id, lettered in the order of the report."""
    return {d.id: _name(letter(i), d) for i, d in enumerate(documents)}


def letter(position: int) -> str:
    """The letter of the article at a position counted from 0: A to Z, then AA, AB and so on."""
    head, last = divmod(position, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def letters(named: Mapping[str, Name]) -> Letters:
    """The ids of the articles as a message may have them. A message begins with a capital, and so may its first id."""
    of = {form: name.letter for i, name in named.items() if i for form in (i, i[:1].upper() + i[1:])}
    forms = "|".join(re.escape(form) for form in sorted(of, key=lambda form: (-len(form), form)))
    return Letters(re.compile(rf"(?<!\w)({forms})(?!\w)" if of else r"(?!)()"), of)


def lettered(message: str, known: Letters) -> tuple[Run, ...]:
    """A message with each article's id in it replaced by its letter; the runs that are letters are marked."""
    parts = known.pattern.split(message)
    return tuple(
        Run(known.of[part], marked=True) if i % 2 else Run(_spelled(part), marked=False)
        for i, part in enumerate(parts)
        if part
    )


def _spelled(text: str) -> str:
    """Made visible, but with the spaces at its ends, which part it from the letters beside it."""
    if text.isprintable() and "  " not in text:
        return text  # nothing to spell out: so are nearly all, and there may be very many
    shown = visible(text)
    return " " * text[:1].isspace() + shown + " " * (text[-1:].isspace() and bool(shown))


def _name(own: str, document: ReportedDocument) -> Name:
    title = visible(document.title or "") or PurePath(document.path).name
    day = document.published.isoformat() if document.published else ""
    return Name(own, title, visible(document.path), day)
