"""What the comparators may know of a pair of claims beside the two.

A comparator asks questions that have few answers ("is it surely one thing?"), and never sees a measure. So what came
out of two claims holds for as long as the answers are the same, however the measures move (``remembered.py``).
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from xcheck.alignment.event_counts import Asked
from xcheck.alignment.local import Likenesses, Local, local, weight
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.entities import Places
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem, stems
from xcheck.records.base import Span
from xcheck.records.claim import ENTITY_MARK, Claim
from xcheck.records.comparison import Compared, Outcome

Mode = Literal["peers", "check", "draft"]  # two articles, a draft and its source, two passages of one draft


class Context(ABC):
    """What is known of the two sentences that the claims stand in, as answers to questions.

    ``keyed``: they answer one narrow question, however little else they share; ``credited``: whether anything in the
    left, in the right one is credited to somebody; ``copied``: whether both have the same words, figures apart;
    ``one_hour``: whether the times of day that the two tell are of one thing.
    """

    keyed: bool
    credited: tuple[bool, bool]
    copied: bool
    one_hour: bool

    @property
    @abstractmethod
    def of_draft(self) -> bool:
        """Whether the left is a draft that is held against its source."""

    @abstractmethod
    def ask(self, what: Callable[..., bool], *about: Any) -> bool:
        """Answer what a function tells of a ``Meeting``."""

    @abstractmethod
    def meets(self, least: float) -> bool:
        """Whether it is so sure that the two sentences speak of one thing."""

    @abstractmethod
    def differs(self, least: float) -> bool:
        """Whether the judge is so sure that the sentences differ."""

    @abstractmethod
    def is_like(self, left: Claim, right: Claim, least: float) -> bool:
        """Whether the two claims' terms share so much."""

    @abstractmethod
    def is_close(self, left: Claim, right: Claim, least: float) -> bool:
        """Whether the two claims speak of one thing so surely."""

    @property
    def is_sure(self) -> bool:
        """Whether the two sentences speak of one thing so surely that what one has alone answers what the other has."""
        return self.meets(lexicon(Thresholds).event.same)

    @property
    def is_told_anew(self) -> bool:
        """Whether the two sentences surely speak of one thing, and in other words."""
        return not self.copied and self.is_sure

    def tells(self, terms: frozenset[str], score: float, more: float, least: float) -> bool:
        """Whether some terms tell so much, with the sentences' score times ``score``, and ``more``."""
        return self.ask(_tells, terms, score, more, least)

    def is_lone(self, term: str) -> bool:
        """Whether a term stands in one of the two documents alone."""
        return self.ask(_is_lone, term)

    def is_strange(self, name: str) -> bool:
        """Whether an entity is named, in full or by its last word, in one of the two documents alone.

        Of a name that ends in what it is of ("Orle Royal Hospital") any other word will do: there are many hospitals.
        """
        return self.ask(_is_strange, name)

    def are_counts(self, one: Span, other: Span) -> bool:
        """Whether two figures are the documents' counts of one thing."""
        return self.ask(_are_counts, one.start, other.start)

    def has_source(self, stem: str) -> bool:
        """Whether the source of a draft has a word of a stem."""
        return self.ask(_has_source, stem)


@dataclass(frozen=True)
class Meeting(Context):
    """Two sentences as they are measured.

    ``score``: how surely they speak of one thing; ``rarity``: how much each term tells, in these two texts;
    ``lone``: the terms that stand in one of the two documents alone; ``event_counts``: where two figures begin, in
    their sentences, that are the documents' counts of one thing; ``differing``: how sure the judge is that the
    sentences differ, 0 where none has read them; ``source``: the words of the right document where the left is a draft
    that is held against it, None elsewhere; ``likenesses``: of claims, kept for all sentences of the two documents.
    """

    score: float
    keyed: bool
    rarity: Mapping[str, float]
    credited: tuple[bool, bool]
    copied: bool = False
    lone: Container[str] = frozenset()
    one_hour: bool = False
    event_counts: frozenset[Asked] = frozenset()
    source: frozenset[str] | None = None
    differing: float = 0.0
    likenesses: Likenesses = field(default_factory=Likenesses, repr=False, compare=False)

    @property
    def of_draft(self) -> bool:
        """Whether the left is a draft that is held against its source."""
        return self.source is not None

    def ask(self, what: Callable[..., bool], *about: Any) -> bool:
        """Answer what a function tells of these sentences."""
        return what(self, *about)

    def meets(self, least: float) -> bool:
        """Whether it is so sure that the two sentences speak of one thing."""
        return self.score >= least

    def differs(self, least: float) -> bool:
        """Whether the judge is so sure that the sentences differ."""
        return self.differing >= least

    def is_like(self, left: Claim, right: Claim, least: float) -> bool:
        """Whether the two claims' terms share so much."""
        return self.between(local(left), local(right)).likeness >= least

    def is_close(self, left: Claim, right: Claim, least: float) -> bool:
        """Whether the two claims speak of one thing so surely."""
        return self.between(local(left), local(right)).closeness >= least

    def between(self, left: Local, right: Local) -> Measures:
        """The measures of these sentences and two of their claims."""
        likeness = self.likenesses.between(left, right, self.rarity)
        return Measures(self.score, self.differing, likeness, math.sqrt(self.score * likeness))


class Measures(NamedTuple):
    """Two sentences and two of their claims as they are measured, 0 to 1.

    ``score`` and ``differing`` are those of the sentences; ``likeness``: what the claims' terms share, weighed by
    rarity; ``closeness``: how surely they speak of one thing, the geometric mean of score and likeness.
    """

    score: float
    differing: float
    likeness: float
    closeness: float


def _tells(meeting: Meeting, terms: frozenset[str], score: float, more: float, least: float) -> bool:
    return weight(terms, meeting.rarity) + score * meeting.score + more >= least


def _is_lone(meeting: Meeting, term: str) -> bool:
    return term in meeting.lone


def _is_strange(meeting: Meeting, name: str) -> bool:
    lone = meeting.lone
    if ENTITY_MARK + name not in lone:
        return False
    spoken, sorts = name.split(), lexicon(Places).sorts
    telling = [w for w in spoken if w not in sorts] if spoken and spoken[-1] in sorts else spoken[-1:]
    return any(stem(word) in lone for word in telling)


def _are_counts(meeting: Meeting, one: int, other: int) -> bool:
    return (one, other) in meeting.event_counts


def _has_source(meeting: Meeting, stemmed: str) -> bool:
    return stemmed in stems(meeting.source or frozenset())


Comparator = Callable[[Claim, Claim, Context], tuple[Compared, ...]]


def compared(
    outcome: Outcome, left: Span | None, right: Span | None, *, variant: str = "", says: tuple[str, str] | None = None
) -> Compared:
    """An outcome with the words concerned; ``says`` names them in a sentence where the words alone don't."""
    words = says or (left.text if left else "", right.text if right else "")
    return Compared(
        outcome=outcome,
        variant=variant,
        left=_plain(left),
        right=_plain(right),
        left_says=words[0],
        right_says=words[1],
    )


def _plain(words: Span | None) -> Span | None:
    """The stretch alone, without what a slot's record knows besides."""
    if words is None or type(words) is Span:
        return words
    return Span(start=words.start, end=words.end, text=words.text)
