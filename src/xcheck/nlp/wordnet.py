"""What WordNet (Fellbaum 1998) knows of two words: one meaning, one above the other, opposites, or two of one kind.

The data is ``wordnet.txt.gz``, derived by ``benchmarks/wordnet.py``: for each word its commonest senses, for each sense
what is above it (``@``), against it (``!``), like it (``&``) and derived from it (``+``). It is searched as one text,
because a comparison asks for a few words only.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Literal

from xcheck.resources import NAMES, SENTENCES, loaded, memoised

Relation = Literal["same", "above", "below", "opposite", "alike", "sisters", "unrelated", "unknown"]

_STEPS = 3  # up from a sense
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("er", ("", "e")),
    ("est", ("", "e")),
)
_SHORTEST = 3  # of what is left of a word without its ending


@memoised(NAMES)
def relation(one: str, other: str) -> Relation:
    """How two words, in lower case and in any inflection, stand to each other in their commonest senses.

    ``above``: the first is the wider one. ``unknown``: WordNet lacks one of them.
    """
    mine, yours = _senses(one), _senses(other)
    if not mine or not yours:
        return "unknown"
    if _are_same(mine, yours):
        return "same"
    if _are_opposite(mine, yours):
        return "opposite"
    if line := _in_line(mine, yours):
        return line
    if _heads(mine) & _heads(yours):
        return "alike"
    return "sisters" if _next(mine, "@") & _next(yours, "@") else "unrelated"


def is_of(word: str, part: Literal["n", "v", "a", "r"]) -> bool:
    """Whether a word is known as a noun, verb, adjective or adverb."""
    return any(sense.startswith(part) for sense in _senses(word))


def _are_same(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether two words share a sense, or one is derived from a sense of the other."""
    return bool(mine & yours or _next(mine, "+") & yours or _next(yours, "+") & mine)


def _in_line(mine: frozenset[str], yours: frozenset[str]) -> Literal["above", "below"] | None:
    """Whether a sense of one is wider than one of the other, or narrower."""
    if mine & _above(yours):
        return "above"
    return "below" if yours & _above(mine) else None


def _are_opposite(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether a sense of one is the antonym of one of the other; of adjectives also by what they are like."""
    return any(_next(_heads(a), "!") & _heads(b) for a, b in ((mine, yours), (yours, mine)))


def _heads(senses: frozenset[str]) -> frozenset[str]:
    """Senses, with the adjectives that those of them that are adjectives are like."""
    return senses | _next((s for s in senses if s.startswith("a")), "&")


def _above(senses: frozenset[str]) -> frozenset[str]:
    found, front = frozenset[str](), senses
    for _ in range(_STEPS):
        front = _next(front, "@")
        found |= front
    return found


def _next(senses: Iterable[str], symbol: str) -> frozenset[str]:
    return frozenset(told[1:] for sense in senses for told in _told(sense) if told.startswith(symbol))


@memoised(SENTENCES)
def _senses(word: str) -> frozenset[str]:
    return frozenset(sense for form in _forms(word) for sense in _told(form))


def _forms(word: str) -> Iterator[str]:
    """A word, and what it may be an inflection of; of a verb with a particle ("call-off") WordNet's spelling."""
    yield word
    if "-" in word:
        yield word.replace("-", "_")
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            for other in others:
                yield (base := word.removesuffix(ending) + other)
            if base[-2:-1] == base[-3:-2]:
                yield base[:-2]


@memoised(NAMES)
def _told(name: str) -> tuple[str, ...]:
    """What is told of a word or a sense; nothing of an unknown one."""
    text = _text()
    at = text.find(f"\n{name} ")
    return tuple(text[at : text.find("\n", at + 1)].split()[1:]) if at >= 0 else ()


@loaded
def _text() -> str:
    return gzip.decompress(files("xcheck.nlp").joinpath("wordnet.txt.gz").read_bytes()).decode()
