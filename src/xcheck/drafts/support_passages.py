"""Where a word of a draft is borne out: the sentences of the sources, and how much of its surroundings is there too.

A word alone proves little: "last" and "month" may both stand in a source that says "last year". So a word counts by its
surroundings, at the same distance, in one sentence; and a word that would say something else counts against it where
its surroundings fit better. For contexts as evidence see Harris (1954); for skip-bigrams Lin and Och (2004).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.sides import prepared
from xcheck.alignment.words import Word, has_contrast, one_sort, same_deed, says_other, words_of
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.resources import DRAFTS, memoised

Around = dict[str, list[tuple[int, float]]]
Shared = list[tuple[int, float, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source: its words, and where each key, contrast group and word with contrasts is."""

    words: tuple[Word, ...]
    places: Mapping[str, tuple[int, ...]]
    telling: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Passages:
    """All sentences of the sources, and in which of them each key and each contrast group is."""

    sentences: tuple[Passage, ...]
    where: Mapping[str, tuple[int, ...]]


class Borne(NamedTuple):
    """How one word of a draft fares, each 0 to 1.

    ``own``: its surroundings where it stands in a source; ``rival``: how much better they fit where, in a passage
    without it, a word stands that says something else (a passage that has both says both); ``swapped``: how well they
    fit where another word stands, for a word that no source has; ``turned``: its surroundings where only one of the
    two is negated; a name is not negated.
    """

    own: float = 0.0
    rival: float = 0.0
    swapped: float = 0.0
    turned: float = 0.0


@memoised(DRAFTS)
def passages(sources: tuple[tuple[Claim, ...], ...]) -> Passages:
    """The sentences in which the claims of the sources stand."""
    found = sorted((s for own in sources for s in prepared(own).sentences), key=_in_order)
    longest = lexicon(SupportModel).longest
    whole = [words_of(s.span, s.claims) for s in found]
    made = tuple(_passage(words[at : at + longest]) for words in whole for at in range(0, len(words), longest))
    where: dict[str, list[int]] = {}
    for number, passage in enumerate(made):
        for key in passage.places:
            where.setdefault(key, []).append(number)
    return Passages(made, {key: tuple(numbers) for key, numbers in where.items()})


def nearest(words: Sequence[Word], sources: Passages) -> tuple[Passage, ...]:
    """The few sentences of the sources that share most words with one of a draft."""
    shared: Counter[int] = Counter()
    for key in {w.key for w in words if w.kind != "function"}:
        shared.update(sources.where.get(key, ()))
    best = sorted(shared, key=lambda number: (-shared[number], number))
    return tuple(sources.sentences[number] for number in best[: lexicon(SupportModel).passages])


def shared(words: Sequence[Word], near: Sequence[Passage]) -> float:
    """The greatest share of the words of a draft's sentence that one passage has, function words apart."""
    keys = {w.key for w in words if w.kind != "function"}
    return max((sum(key in p.places for key in keys) / len(keys) for p in near), default=0.0) if keys else 0.0


def borne(words: Sequence[Word], place: int, near: Sequence[Passage], sources: Passages) -> Borne:
    """How the word at ``place`` of a draft's sentence fares in the passages ``near`` it."""
    word, around = words[place], _around(words, place)
    absent = sources.where.keys().isdisjoint((word.key, *word.groups))
    fitting = [(p, _shared(around, p)) for p in near]
    found = [(_fit(shared, at), p.words[at]) for p, shared in fitting for at in _places(word, p)]
    own = max((fit for fit, _ in found), default=0.0)
    lacking = [(p, shared) for p, shared in fitting if not _places(word, p)]
    rival = _best(lacking, lambda p: _rivals(words, word, p, absent=absent), least=own)
    swapped = _best(fitting, lambda p: _others(words, word, p)) if absent else 0.0
    return Borne(own, rival - own, swapped, own if _is_denied(word, found, own) else 0.0)


def _is_denied(word: Word, found: Sequence[tuple[float, Word]], best: float) -> bool:
    """Whether a word is negated, or not, unlike all of its likes in the best of their places."""
    return bool(found) and all(_denies(word, other) for fit, other in found if fit == best)


def _best(
    fitting: Iterable[tuple[Passage, Shared]], places: Callable[[Passage], Iterable[int]], least: float = 0.0
) -> float:
    """The best fit at some places of any passage, or ``least``; a passage that has too little in common is left out."""
    best = least
    for passage, shared in fitting:
        if math.fsum(worth for _, worth, _ in shared) > best:
            best = max(best, *(_fit(shared, at) for at in places(passage)), 0.0)
    return best


def _denies(word: Word, other: Word) -> bool:
    """Whether one of two like words is negated and the other not; a name is not, nor a function word."""
    return word.negated != other.negated and word.kind != "function" and "name" not in (word.kind, other.kind)


def _places(word: Word, passage: Passage) -> list[int]:
    """Where a passage has the word, or one that stands for it."""
    return sorted({at for key in (word.key, *word.groups) for at in passage.places.get(key, ())})


def _rivals(words: Sequence[Word], word: Word, passage: Passage, *, absent: bool) -> Iterator[int]:
    """Where a passage has a word that would say something else.

    A name's is a name that the draft's sentence lacks; of the same sort, if the sources have the draft's one as well.
    """
    if not has_contrast(word):
        return
    here = {w.key for w in words} if word.kind == "name" else frozenset()
    for at in passage.telling:
        other = passage.words[at]
        if other.key not in here and says_other(word, other) and (absent or one_sort(word, other)):
            yield at


def _others(words: Sequence[Word], word: Word, passage: Passage) -> Iterator[int]:
    """Where a passage has another word, of another meaning as far as is known, that the draft's sentence lacks."""
    here = {w.key for w in words}
    for at, other in enumerate(passage.words):
        if other.kind != "function" and other.key not in here and not same_deed(word, other):
            yield at


def _around(words: Sequence[Word], place: int) -> Around:
    """The keys around a word, how far from it each stands, and what finding it there is worth: 1 in all."""
    settings = lexicon(SupportModel)
    first, last = max(0, place - settings.window), place + settings.window + 1
    found: Around = {}
    total = 0.0
    for at, word in enumerate(words[first:last], first):
        if at != place:
            worth = settings.weights.function if word.kind == "function" else settings.weights.content
            worth /= 1 + settings.nearness * abs(at - place)
            found.setdefault(word.key, []).append((at - place, worth))
            total += worth
    return {key: [(distance, worth / total) for distance, worth in beside] for key, beside in found.items()}


def _shared(around: Around, passage: Passage) -> Shared:
    """What surrounds a word and stands in a passage: how far from the word, what it is worth, where in the passage."""
    return [
        (distance, worth, passage.places[key])
        for key, beside in around.items()
        if key in passage.places
        for distance, worth in beside
    ]


def _fit(shared: Shared, at: int) -> float:
    """How much of what surrounds a word surrounds this place of a passage too, 0 to 1; less where it is shifted."""
    settings = lexicon(SupportModel)
    shift, reach = settings.shift, settings.window + 2
    found: list[float] = []
    for distance, worth, places in shared:
        gaps = [there - at for there in places if there != at and -reach <= there - at <= reach]
        if gaps:
            found.append(worth / (1 + shift * min(abs(gap - distance) for gap in gaps)))
    return math.fsum(found)


def _in_order(sentence: ClaimedSentence) -> tuple[str, int, str]:
    return sentence.claims[0].document, sentence.span.start, sentence.span.text


def _passage(words: Sequence[Word]) -> Passage:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for key in sorted({word.key, *word.groups}):
            places.setdefault(key, []).append(at)
    telling = tuple(at for at, word in enumerate(words) if has_contrast(word))
    return Passage(tuple(words), {key: tuple(where) for key, where in places.items()}, telling)
