"""What the figures of a clause are of: which part, counted in which way, which measure of an economy, more or fewer."""

from __future__ import annotations

import re

from xcheck.nlp.lexicons.base import Words
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Amount
from xcheck.resources import loaded

_WORD = re.compile(r"[a-z][a-z-]*")
_FIRST = 3  # words of a clause among which stands how many do it


def scopes(text: str) -> tuple[str, ...]:
    """Return the words of a clause that say what a figure is counted over: "annual", "total"."""
    return tuple(sorted(lexicon(ComparisonWords).scope & set(text.casefold().split())))


def bases(text: str) -> tuple[str, ...]:
    """Return the words of a clause that say how something was counted: "confirmed", "suspected", "net"."""
    return tuple(sorted(_bases() & set(_WORD.findall(text.casefold()))))


def measures(text: str) -> tuple[str, ...]:
    """Return what of an economy a clause gives figures for, by the first of its names: "inflation"."""
    return tuple(sorted({_measures()[name] for name in _measure_names().findall(text.casefold())}))


def amounts(text: str) -> tuple[Amount, ...]:
    """Return whether a clause begins with more, or fewer, who do something: "fewer sailors stayed away"."""
    said = set(text.casefold().split()[:_FIRST])
    kinds: dict[Amount, Words] = {"less": lexicon(ComparisonWords).less, "more": lexicon(ComparisonWords).more}
    return tuple(kind for kind, words in kinds.items() if words & said)


@loaded
def _measures() -> dict[str, str]:
    """The first name of each measure, by each of its names."""
    return {name: names[0] for names in lexicon(ComparisonWords).measures for name in names}


@loaded
def _measure_names() -> re.Pattern[str]:
    longest = sorted(_measures(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


@loaded
def _bases() -> frozenset[str]:
    return frozenset(word for ways in lexicon(ComparisonWords).basis for way in ways for word in way)
