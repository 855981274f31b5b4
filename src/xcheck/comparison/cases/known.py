"""What the other documents of a story say, as far as an addition can be told from it.

Each document is read once. What all of them say is counted, and whoever asks what the others say leaves out its own
share: the work grows with the documents and not with their square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from xcheck.alignment.wording import printed
from xcheck.claims.quantity.scales import comparable
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.entities import Places
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Quantity, Time
from xcheck.resources import loaded

# A term of a claim; a stem of a word; a number in digits or as the end of a figure; a year that begins or ends a time;
# what the name of a people begins with; a time; a figure.
Kind = Literal["term", "word", "number", "year", "people", "time", "figure"]

_VOWELS = "aeiouy"


@dataclass(frozen=True, eq=False)
class Told:
    """What the claims of one document say."""

    claims: Sequence[Claim]

    @cached_property
    def text(self) -> str:
        """The sentences, plain and in lower case."""
        return printed(self.claims)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Every figure that is stated."""
        return tuple(q for c in self.claims for q in c.quantities if q.status == "stated")

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Every time that is named."""
        return tuple(t for c in self.claims for t in c.times)

    @cached_property
    def things(self) -> Mapping[Kind, frozenset[Hashable]]:
        """All that can be asked for, by its kind."""
        return {
            "term": frozenset(t for c in self.claims for t in c.terms),
            "word": frozenset(stem(w) for w in folded(self.text)),
            "number": self._numbers(),
            "year": frozenset(day.year for t in self.times for day in (t.first, t.last) if day),
            "people": self._peoples(),
            "time": frozenset(_same_time(t) for t in self.times),
            "figure": frozenset(_same_figure(q) for q in self.figures),
        }

    def _numbers(self) -> frozenset[Hashable]:
        digits = {n for c in self.claims for n in c.sentence.numbers}
        return frozenset(digits | {end for q in self.figures for end in (q.low, q.high) if end is not None})

    def _peoples(self) -> frozenset[Hashable]:
        names = {w for c in self.claims for p in c.participants if p.entity for w in folded(p.entity)}
        return frozenset(start for name in names for start in roots(name))


class Index:
    """What the documents of a story say, each read once."""

    def __init__(self, documents: Sequence[Sequence[Claim]]) -> None:
        """Takes the claims of each document."""
        self.documents = [Told(own) for own in documents]

    def but(self, own: Collection[int] = ()) -> OtherDocuments:
        """What all documents say but for those at some positions."""
        return OtherDocuments(self, own)

    @cached_property
    def counts(self) -> Counter[tuple[Kind, Hashable]]:
        """How many documents have each thing."""
        return Counter((kind, one) for told in self.documents for kind, all_ in told.things.items() for one in all_)

    @cached_property
    def times(self) -> Mapping[Hashable, Time]:
        """A time of each kind that is told apart."""
        return {_same_time(t): t for told in reversed(self.documents) for t in reversed(told.times)}

    @cached_property
    def figures(self) -> Mapping[str, Mapping[Hashable, Quantity]]:
        """A figure of each kind that is told apart, by its dimension."""
        found: dict[str, dict[Hashable, Quantity]] = {}
        for figure in (q for told in self.documents for q in told.figures):
            found.setdefault(comparable(figure)[0], {}).setdefault(_same_figure(figure), figure)
        return found


class OtherDocuments:
    """What the documents of a story say but for some of them."""

    def __init__(self, index: Index, own: Collection[int]) -> None:
        """Takes the positions of the documents that are left out."""
        self._index = index
        self._own = [index.documents[i].things for i in own]
        self._others = [told for i, told in enumerate(index.documents) if i not in own]

    def has(self, kind: Kind, thing: Hashable) -> bool:
        """Whether any of the documents has something."""
        return self._index.counts[kind, thing] > sum(thing in own[kind] for own in self._own)

    def says(self, text: str) -> bool:
        """Whether a plain text in lower case stands in any of the documents."""
        return any(text in told.text for told in self._others)

    def is_people(self, word: str) -> bool:
        """Whether a word may mean the people of a place, or of another thing, that is named."""
        return any(self.has("people", word.removesuffix(e)) for e in endings() if word.endswith(e))

    def times(self) -> Iterator[Time]:
        """Every time that is named, one of those that say the same."""
        return (time for key, time in self._index.times.items() if self.has("time", key))

    def figures(self) -> Iterator[Quantity]:
        """Every figure that is stated, in order."""
        return (q for told in self._others for q in told.figures)

    def measured(self, like: Quantity) -> Iterator[Quantity]:
        """The figures of the same dimension, one of those that say the same, and first the one that says so too."""
        every = self._index.figures.get(comparable(like)[0], {})
        first = _same_figure(like)
        return (every[key] for key in dict.fromkeys((first, *every)) if key in every and self.has("figure", key))


def roots(name: str) -> Iterator[str]:
    """What the words for the people of a place may begin with."""
    yield from dict.fromkeys((name, name.rstrip(_VOWELS)))


@loaded
def endings() -> Sequence[str]:
    """What such words may end in."""
    return sorted(lexicon(Places).demonymic)


def _same_time(time: Time) -> Hashable:
    return time.value, time.first, time.last


def _same_figure(figure: Quantity) -> Hashable:
    """What figures have in common that agree with the same others."""
    return figure.low, figure.high, figure.unit, figure.change, figure.text.casefold()
