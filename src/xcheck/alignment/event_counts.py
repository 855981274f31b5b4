"""What a story counts once: how many were hurt, driven out, arrested. Two articles' figures for it answer one.

Such a figure stands wherever its article needs it, in sentences that share no other word; the highest of its kind is
the article's own. One that is told of a whole year ("in 1961") is not the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from xcheck.alignment.sentences import ClaimedSentence
from xcheck.claims.quantity.numerals import numerals
from xcheck.claims.quantity.scales import comparable
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import EventCounts
from xcheck.records.claim import Quantity, Time
from xcheck.resources import SENTENCES, loaded, memoised

Met = tuple[int, int]  # two sentences, by their places in two articles
Asked = tuple[int, int]  # where two figures begin in their sentences

_ENDS = re.compile(r"[,;:()\"“”]|\s[–—-]\s")
_WORD = re.compile(r"[A-Za-z]+")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class EventCount:
    """A figure that its article gives for one kind of thing, with its sentence's place among the others.

    ``start`` is where it begins in the sentence.
    """

    sentence: int
    quantity: Quantity
    start: int


def event_counts(sentences: Sequence[ClaimedSentence]) -> dict[str, tuple[EventCount, ...]]:
    """Return the figures that an article gives for each kind of ``rules/lexicons/event-counts.yaml``.

    The highest is the first. What it calls unknown stands last.
    """
    found: dict[str, dict[int, EventCount]] = {}
    for place, sentence in enumerate(sentences):
        before = sentences[place - 1].span.text.casefold() if place else ""
        for kind, quantity in _told(sentence, before):
            start = quantity.start - sentence.span.start
            found.setdefault(kind, {})[quantity.start] = EventCount(place, quantity, start)
    return {k: tuple(sorted(own.values(), key=lambda t: (-_most(t.quantity), t.sentence))) for k, own in found.items()}


def _most(quantity: Quantity) -> float:
    return float(next((n for n in (quantity.high, quantity.low) if n is not None), 0))


def _told(sentence: ClaimedSentence, before: str) -> Iterator[tuple[str, Quantity]]:
    for claim in sentence.claims:
        if any(_is_year(t) for t in claim.times):
            continue
        for quantity in claim.quantities:
            if quantity.status == "unknown" or comparable(quantity)[0] == "count":
                start = quantity.start - sentence.span.start
                for kind in _kinds(sentence.span.text, start, before, known=quantity.status == "stated"):
                    yield kind, quantity


def _is_year(time: Time) -> bool:
    return bool(_YEAR.fullmatch(time.value))


@memoised(SENTENCES)
def _kinds(text: str, start: int, before: str, *, known: bool) -> tuple[str, ...]:
    """The kinds that the words around a figure name, which begins at ``start``."""
    said = text.casefold().replace("’", "'")
    ahead = _ahead(said[:start])
    behind = _ENDS.split(said[_end(text, start, known=known) :].removeprefix("-"), maxsplit=1)[0].split()
    stop = next((i for i, word in enumerate(behind) if word in lexicon(EventCounts).stops), len(behind))
    after = [w.strip(".'-") for w in " ".join(behind[:stop]).replace("-", " ").split()]
    return tuple(kind for kind in lexicon(EventCounts).kinds if _is_of(kind, ahead, after, before))


def _end(text: str, start: int, *, known: bool) -> int:
    """Where the number of a figure ends that begins at ``start``; of an unknown one, its first word ("how")."""
    if known:
        return next((n.end for n in numerals(text) if n.start >= start), len(text))
    return next((m.end() for m in _WORD.finditer(text, start)), len(text))


def _ahead(text: str) -> str:
    """What stands before a figure, without the words that only say how exact it is."""
    said = f" {' '.join(text.split())}"
    while (
        rough := next((f" {word}" for word in lexicon(EventCounts).rough if said.endswith(f" {word}")), None)
    ) is not None:
        said = said.removesuffix(rough)
    return said


def _is_of(kind: str, ahead: str, behind: Sequence[str], before: str) -> bool:
    own = lexicon(EventCounts).kinds[kind]
    if ahead.endswith(_phrases(kind, "before")):
        return True
    if ahead.endswith(_phrases(kind, "it")):
        return any(word in before for word in own.spoken)
    reach = lexicon(EventCounts).reach
    rest = [" ".join(behind[i:]) + " " for i in range(min(reach, len(behind)))]
    return any(text.startswith(_phrases(kind, "after")) for text in rest)


@loaded
def _phrases(kind: str, where: str) -> tuple[str, ...]:
    """The phrases of a kind with a blank on the side where the rest of the text is."""
    own = lexicon(EventCounts).kinds[kind]
    phrases = {"before": own.before, "after": own.after, "it": own.it}[where]
    return tuple(f"{p} " if where == "after" else f" {p}" for p in phrases)


def one_question(
    mine: Mapping[str, Sequence[EventCount]], yours: Mapping[str, Sequence[EventCount]]
) -> dict[Met, frozenset[Asked]]:
    """The sentences of two articles, by their places, that give other figures for one kind, with where the two begin.

    Of each kind the highest figure of either; none where a figure of the one meets any of the other. ``mine`` and
    ``yours`` are the ``event_counts`` of the two.
    """
    found: dict[Met, set[Asked]] = {}
    for kind in sorted(mine.keys() & yours.keys()):
        for one, other in _highest(mine[kind], yours[kind]):
            met = (one.sentence, other.sentence)
            found.setdefault(met, set()).add((one.start, other.start))
    return {met: frozenset(asked) for met, asked in found.items()}


def _highest(mine: Sequence[EventCount], yours: Sequence[EventCount]) -> Iterator[tuple[EventCount, EventCount]]:
    """Each two counts of two articles that are their highest or unknown, not both; none where any two known meet."""
    known = [[t for t in side if _is_known(t)] for side in (mine, yours)]
    if any(_meet(a.quantity, b.quantity) for a, b in product(*known)):
        return
    for one, other in product(_tops(mine, known[0]), _tops(yours, known[1])):
        if _is_known(one) or _is_known(other):
            yield one, other


def _is_known(count: EventCount) -> bool:
    return count.quantity.status == "stated"


def _tops(side: Sequence[EventCount], known: Sequence[EventCount]) -> list[EventCount]:
    """The counts that an article calls unknown, and those with its highest figure, which is the first known."""
    return [t for t in side if not _is_known(t) or _most(t.quantity) == _most(known[0].quantity)]


def _meet(one: Quantity, other: Quantity) -> bool:
    """Whether two counts have a number in common."""
    (_, low, high), (_, least, most) = comparable(one), comparable(other)
    return not (
        (high is not None and least is not None and high < least)
        or (most is not None and low is not None and most < low)
    )
