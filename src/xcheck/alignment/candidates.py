"""Sentence pairs worth comparing whatever their words: those that answer one narrow question.

How many of one thing (where one side calls it unknown), what title one person has, what one did, which words were said:
for these a shared key is enough, and sentences that share it are pinned to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from xcheck.alignment.counted import counted_in
from xcheck.alignment.frames import frames
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Claim

Pinned = frozenset[tuple[int, int]]

_ANSWERS = {"unknown": "stated", "stated": "unknown", "worded": "reported", "reported": "worded"}


def pinned(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence]) -> Pinned:
    """The index pairs of sentences that share a key: a frame, a titled person, quoted words, or all words but figures.

    One that calls a figure unknown shares what is counted with those that give it.
    """
    where: dict[str, list[int]] = {}
    for j, sentence in enumerate(right):
        for key in _keys(sentence):
            where.setdefault(key, []).append(j)
    found = {(i, j) for i, sentence in enumerate(left) for key in _keys(sentence) for j in where.get(_answer(key), ())}
    return frozenset(found | set(_quoted_alike(left, right)))


def _keys(sentence: ClaimedSentence) -> set[str]:
    keys = {key for claim in sentence.claims for key in _of_claim(claim)}
    return keys | {f"copy:{sentence.pattern}"} if sentence.pattern else keys


def _of_claim(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        for kind in counted_in(quantity, claim):
            yield f"{quantity.status}:{kind}"
    speaker = claim.attribution.source.name if claim.attribution and claim.attribution.source else None
    if speaker:
        few = lexicon("comparison")["quote"]["few"]
        scare = any(len(q.words.split()) <= few for q in claim.quotes)
        yield f"{'worded' if scare else 'reported'}:{speaker}"
    for frame in frames(claim):
        yield f"frame:{frame}"
    for role in claim.roles:
        if role.kind == "title":
            yield f"role:{role.holder}"


def _answer(key: str) -> str:
    """The key that a sentence of the other side must have.

    An unknown figure looks for a stated one, words in quotation marks for what the other side reports of their speaker.
    """
    status, _, rest = key.partition(":")
    return f"{_ANSWERS.get(status, status)}:{rest}"


def _quoted_alike(left: Sequence[ClaimedSentence], right: Sequence[ClaimedSentence]) -> Iterator[tuple[int, int]]:
    limits = lexicon("alignment")["quote"]
    sides = [
        [
            (i, q.words.casefold())
            for i, s in enumerate(side)
            for c in s.claims
            for q in c.quotes
            if len(q.words.split()) >= limits["words"]
        ]
        for side in (left, right)
    ]
    for i, mine in sides[0]:
        for j, yours in sides[1]:
            shorter, longer = sorted((mine, yours), key=len)
            if fuzz.partial_ratio(shorter, longer) >= limits["ratio"]:
                yield i, j
