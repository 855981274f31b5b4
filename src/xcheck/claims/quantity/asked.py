"""Phrases that ask for a figure or name one without giving it: "how many crew", "the number of ships", "the cost"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xcheck.claims.quantity.counted import lemma, noun_after
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIST = "unknown-quantities"
_NEAR = 14


@dataclass(frozen=True)
class Words:
    """The words of a sentence without its blanks."""

    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, sentence: Sentence) -> Words:
        """The words of a sentence."""
        return cls(tuple(t for t in sentence.tokens if not t.is_space))

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each token among the words, by its index in the document."""
        return {t.i: place for place, t in enumerate(self.tokens)}


@dataclass(frozen=True)
class Count:
    """A count phrase at the places ``first`` to ``last`` of a sentence's words; ``key`` is that of its head.

    ``noun`` is what it counts or is of, ``measure`` the name of what it measures ("cost"), None for a plain count.
    ``asks`` says that it is a question ("how many").
    """

    first: int
    last: int
    key: int
    noun: Token | None
    measure: str | None
    asks: bool


def counts(sentence: Words) -> Iterator[Count]:
    """Every count phrase of a sentence, in order."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        following = tokens[place + 1].lower_ if place + 1 < len(tokens) else ""
        if token.lower_ == "how" and following in lexicon(_LIST)["how"]:
            yield _asked(sentence, place, lexicon(_LIST)["how"][following])
        elif token.pos_ in ("NOUN", "PROPN") and (count := _named(sentence, place)) is not None:
            yield count


def _asked(sentence: Words, place: int, measure: str | None) -> Count:
    """A question for a figure: "how many crew", "how much oil", "how much it cost", "how long"."""
    tokens = sentence.tokens
    first = place - 1 if place and tokens[place - 1].lower_ in ("exactly", "precisely", "just") else place
    if measure is not None:
        return Count(first, place + 1, place, None, measure, asks=True)
    following = tokens[place + 2 : place + 2 + _NEAR]
    found = noun_after(following, plural=True, part=True, hyphenated=False)
    if found is not None and _adjoins(following[0], found.head):
        return Count(first, sentence.places[found.last.i], place, found.head, None, asks=True)
    asked = tokens[place + 1]
    paid = lemma(asked.head) if asked.lower_ == "much" and asked.head.pos_ == "VERB" else None
    return Count(first, place + 1, place, None, paid, asks=True)


def _adjoins(opening: Token, head: Token) -> bool:
    """Whether the noun follows "how many" at once: "how many crew", not "how many the minister named"."""
    return opening.lower_ == "of" or (opening.tag_ not in ("DT", "PRP", "PRP$") and head.i - opening.i < 6)


def _named(sentence: Words, place: int) -> Count | None:
    """A noun for a figure, with what it is of: "the number of crew", "the death toll", "the cost of the bridge"."""
    token = sentence.tokens[place]
    name, part = token.lemma_.lower(), _part(token)
    if name not in words(_LIST, "amounts") | words(_LIST, "measures"):
        return None
    first = min([place, *(sentence.places.get(c.i, place) for c in token.lefts)])
    last = sentence.places.get(part.i, place) if part is not None else place
    noun = part if part is not None and part.pos_ in ("NOUN", "PROPN") else None
    if name in words(_LIST, "measures") and (noun is None or name not in words(_LIST, "sizes")):
        return Count(first, last, place, noun or token, name, asks=False)
    noun = noun or _compounded(token)
    return Count(first, last, place, noun, _measure(noun), asks=False)


def _compounded(noun: Token) -> Token | None:
    """The noun that stands before another to say what it is of: "the death toll"."""
    return next((c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.tag_ in ("NN", "NNS")), None)


def _measure(noun: Token | None) -> str | None:
    """The name of the measure that a noun is, if it is one."""
    name = noun.lemma_.lower() if noun is not None else ""
    return name if name in words(_LIST, "measures") else None


def _part(noun: Token) -> Token | None:
    """What a noun is "of", "for" or "on"."""
    link = next((c for c in noun.rights if c.lower_ in ("of", "for", "on")), None)
    return next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
