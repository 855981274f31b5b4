"""Sentence pairs worth comparing whatever their words: those that answer one narrow question.

How many of one thing (where one side calls it unknown), what title one person has, what one did, which words were said:
for these a shared blocking key is enough (on blocking see Christen 2012, Data Matching).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz

from xcheck.alignment.counted import counted_in
from xcheck.alignment.frames import frames
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim

Keyed = frozenset[tuple[int, int]]

_ANSWERS = {"unknown": "stated", "stated": "unknown", "worded": "reported", "reported": "worded"}


@dataclass(frozen=True, eq=False)
class Questions:
    """The narrow questions that the sentences of a document answer, each sentence by its place.

    ``keys``: who has a blocking key; ``wanted``: who looks for it on the other side; ``quotes``: words in quotation
    marks.
    """

    keys: Mapping[str, Sequence[int]]
    wanted: Mapping[str, Sequence[int]]
    quotes: Sequence[tuple[int, str]]


def questions(side: Sequence[ClaimedSentence]) -> Questions:
    """The questions that the sentences of a document answer."""
    keys: dict[str, list[int]] = {}
    for place, sentence in enumerate(side):
        for key in _keys(sentence):
            keys.setdefault(key, []).append(place)
    least = lexicon(AlignmentModel).quote.words
    quotes = [
        (place, q.words.casefold())
        for place, sentence in enumerate(side)
        for claim in sentence.claims
        for q in claim.quotes
        if len(q.words.split()) >= least
    ]
    return Questions(keys, {_answer(key): places for key, places in keys.items()}, quotes)


def keyed(left: Questions, right: Questions) -> Keyed:
    """Return the index pairs of sentences that share a blocking key.

    A key is a frame, a titled person, quoted words, or all words but figures. One that calls a figure unknown shares
    what is counted with those that give it.
    """
    shared = left.wanted.keys() & right.keys.keys()
    found = {cell for key in shared for cell in product(left.wanted[key], right.keys[key])}
    return frozenset(found | set(_quoted_alike(left, right)))


def _keys(sentence: ClaimedSentence) -> set[str]:
    keys = {key for claim in sentence.claims for key in _of_claim(claim)}
    return keys | {f"copy:{sentence.pattern}"} if sentence.pattern else keys


def _of_claim(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        yield from (f"{quantity.status}:{kind}" for kind in counted_in(quantity, claim))
    speaker = claim.attribution.source.name if claim.attribution and claim.attribution.source else None
    if speaker:
        yield f"{'worded' if _quotes_few(claim) else 'reported'}:{speaker}"
    yield from (f"frame:{frame}" for frame in frames(claim))
    yield from (f"role:{role.holder}" for role in claim.roles if role.kind == "title")


def _quotes_few(claim: Claim) -> bool:
    """Whether a claim has a few words in quotation marks."""
    few = lexicon(Thresholds).quote.wording
    return any(len(q.words.split()) <= few for q in claim.quotes)


def _answer(key: str) -> str:
    """The key that a sentence of the other side must have.

    An unknown figure looks for a stated one, words in quotation marks for what the other side reports of their speaker.
    """
    status, _, rest = key.partition(":")
    return f"{_ANSWERS.get(status, status)}:{rest}"


def _quoted_alike(left: Questions, right: Questions) -> Iterator[tuple[int, int]]:
    least = lexicon(AlignmentModel).quote.ratio
    for (i, mine), (j, yours) in product(left.quotes, right.quotes):
        shorter, longer = sorted((mine, yours), key=len)
        if fuzz.partial_ratio(shorter, longer, score_cutoff=least) >= least:
            yield i, j
