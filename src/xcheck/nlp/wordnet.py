"""What WordNet (Fellbaum 1998) knows of two words: one meaning, one above the other, opposites, or two of one kind.

The data is ``wordnet.txt.gz``, derived by ``benchmarks/wordnet.py``: for each word its commonest senses, for each sense
what is above it (``@``), against it (``!``), like it (``&``) and derived from it (``+``). Its lines are searched by
bisection: to sort them takes as long as ten searches of the text, and a comparison asks for hundreds of names.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
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
    return frozenset(told[1:] for sense in senses for told in _told(sense, "senses") if told.startswith(symbol))


@memoised(SENTENCES)
def _senses(word: str) -> frozenset[str]:
    return frozenset(sense for form in _forms(word) for sense in _told(form, "words"))


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
def _told(name: str, table: Literal["words", "senses"]) -> tuple[str, ...]:
    """What is told of a word or a sense; nothing of an unknown one."""
    lines, begin = _tables()[table], f"{name} "
    at = bisect_left(lines, begin)
    return tuple(lines[at].split()[1:]) if at < len(lines) and lines[at].startswith(begin) else ()


@loaded
def _tables() -> dict[str, list[str]]:
    """The lines of the two tables, each sorted; a word ("ace") can be spelt like a sense."""
    text = gzip.decompress(files("xcheck.nlp").joinpath("wordnet.txt.gz").read_bytes()).decode()
    words, senses = text.split("\n\n")
    return {"words": sorted(words.split("\n")), "senses": sorted(senses.split("\n"))}
