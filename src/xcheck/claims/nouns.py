"""Nouns of a sort, the body that somebody comes from, and words with a capital: what names a thing without a slot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Noun, NounSort
from xcheck.resources import loaded

_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][\w-]*[a-z][\w-]*")


def nouns(clause: Span) -> tuple[Noun, ...]:
    """Return the relatives and buildings of a clause, in the singular and each once; not owners ("the barn's roof")."""
    return tuple(noun for sort in get_args(NounSort) for noun in _of_sort(clause, sort))


def body(clause: Span) -> Span | None:
    """Return the one body that somebody comes from in a clause: "a team from the Royal Institute"."""
    found = list(_sent().finditer(clause.text))
    if len(found) != 1:
        return None
    start, end = found[0].span(1)
    return Span(start=clause.start + start, end=clause.start + end, text=found[0][1])


def capitals(clause: Span) -> tuple[Span, ...]:
    """Return the words of a clause with a capital that do not open it, names or not."""
    found = _CAPITAL.finditer(clause.text)
    return tuple(Span(start=clause.start + m.start(), end=clause.start + m.end(), text=m[0]) for m in found)


def _of_sort(clause: Span, sort: NounSort) -> Iterator[Noun]:
    known: set[str] = set()
    for found in _pattern(sort).finditer(clause.text):
        if found[0].casefold() not in known:
            known.add(found[0].casefold())
            yield Noun(start=clause.start + found.start(), end=clause.start + found.end(), text=found[0], sort=sort)


@loaded
def _pattern(sort: NounSort) -> re.Pattern[str]:
    nouns = lexicon(ComparisonWords).kin if sort == "kin" else lexicon(ComparisonWords).sites
    listed = sorted(nouns, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})(?: \d+)?\b(?!['’]s)", re.IGNORECASE)


@loaded
def _sent() -> re.Pattern[str]:
    people = "|".join(map(re.escape, lexicon(ComparisonWords).sent))
    return re.compile(rf"\b(?i:{people})s? from (?:the )?((?:[A-Z][\w&’'-]*(?: (?:of|and|for|the|de))* ?)+)(?<! )")
