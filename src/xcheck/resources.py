"""The caches of this process, in one registry that can be cleared.

``loaded`` is for what is read once, from disk or from a lexicon, and kept as long as the process lives: lexicons, the
gazetteer, patterns, models. ``memoised`` is for results of pure functions; it forgets those that were least asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import ParamSpec, TypeVar

CLAIMS = 2**14  # claims of which something is kept in memory: those of some 200 articles
SENTENCES = 2**12
DRAFTS = 2**6  # that are checked over and over, each against its own sources
SIDES = 2**8  # documents as they are held against others: the sources of forty drafts
PAIRS = 2**16  # pairs of claims, 2.6 kB each: those of some twenty edited drafts
NAMES = 2**13
WORDS = 2**14

P = ParamSpec("P")
Result = TypeVar("Result")

_FORGET: list[Callable[[], None]] = []
_FORGET_RESULTS: list[Callable[[], None]] = []


def loaded(load: Callable[P, Result]) -> Callable[P, Result]:
    """Call a function once for each of its few arguments, and keep what it returns until ``forget``."""
    kept = cache(load)
    _FORGET.append(kept.cache_clear)
    return kept  # type: ignore[return-value] # typeshed types the arguments of a cached function as Hashable


def memoised(most: int) -> Callable[[Callable[P, Result]], Callable[P, Result]]:
    """Keep the last ``most`` results of a pure function."""

    def memoise(function: Callable[P, Result]) -> Callable[P, Result]:
        kept = lru_cache(maxsize=most)(function)
        _FORGET_RESULTS.append(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return memoise


def forget() -> None:
    """Clear every cache, so that what is asked for next is loaded anew."""
    forget_results()
    for clear in _FORGET:
        clear()


def forget_results() -> None:
    """Clear the results of pure functions alone: what is asked for next is worked out anew, and nothing is loaded."""
    for clear in _FORGET_RESULTS:
        clear()
