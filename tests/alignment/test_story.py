"""Many articles: what is compared grows with the articles, not with their square."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from xcheck import api
from xcheck.alignment.match import SentencePair, align
from xcheck.alignment.sentences import ClaimedSentence, sentences
from xcheck.alignment.story import align_story
from xcheck.alignment.vectors import SIZE, embed
from xcheck.records.document import Document

FACTS = (
    "The ferry ran aground off Brennick on {day}.",
    "Rescuers took {n} passengers off the ship, the coastguard said.",
    "The harbour master said that the ship had lost its steering at {n} metres from the quay.",
    "Divers inspected the hull of the ferry on {day}, and found {n} holes in it.",
)


def _sides(count: int) -> list[tuple[ClaimedSentence, ...]]:
    days = ("Monday", "Tuesday", "Wednesday", "Friday")
    texts = ["\n\n".join(f.format(day=days[i % 4], n=12 + 3 * i) for f in FACTS) for i in range(count)]
    found = api.claims_of([Document.from_text(text, name=f"{i:02}") for i, text in enumerate(texts)])
    return [sentences(own) for own in found]


def _pairs(sides: list[tuple[ClaimedSentence, ...]]) -> int:
    vectors = [np.zeros((len(side), SIZE), dtype=np.float32) for side in sides]
    return sum(len(a.pairs) for a in align_story(sides, vectors).values())


def test_pairs_grow_far_slower_than_the_square_of_the_articles() -> None:
    few, many = _pairs(_sides(30)), _pairs(_sides(90))
    assert many < 4.5 * few  # the square would be nine times as many


def test_each_sentence_keeps_its_likeliest_of_all_articles_together() -> None:
    sides = [side[1:] for side in _sides(20)]  # the first sentence is a copy of others
    vectors = [np.zeros((len(side), SIZE), dtype=np.float32) for side in sides]
    every = [
        pair
        for i, j in combinations(range(len(sides)), 2)
        for pair in align(sides[i], sides[j], vectors[i], vectors[j]).pairs
    ]
    kept = {_named(pair) for a in align_story(sides, vectors).values() for pair in a.pairs}
    wanted = {
        _named(pair)
        for sentence in (s for side in sides for s in side)
        for keyed in (True, False)
        for pair in sorted(
            (p for p in every if sentence in (p.left, p.right) and p.keyed is keyed),
            key=lambda p: (-p.score, _named(p)),
        )[:6]
    }
    assert len(wanted) < len(every)
    assert kept == wanted


def _named(pair: SentencePair) -> tuple[tuple[str, int], ...]:
    return tuple((s.claims[0].document, s.span.start) for s in (pair.left, pair.right))


def test_copies_are_held_against_others_once() -> None:
    own, other = (f"The ferry ran aground off Brennick on {day}, said the coastguard." for day in ("Monday", "Tuesday"))
    texts = {"a": own, "b": own, "c": own, "d": other}
    found = api.claims_of([Document.from_text(text, name=name) for name, text in texts.items()])
    sides = [sentences(c) for c in found]
    vectors = [embed([s.span.text for s in side]) for side in sides]
    met = {pair for pair, a in align_story(sides, vectors).items() if a.pairs}
    assert met == {(0, 1), (0, 2), (0, 3)}
