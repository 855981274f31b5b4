"""The known word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKELY = 60.0  # rapidfuzz ratio, 0 to 100: below it a suggestion misleads more often than it helps


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, the first by name among equals; ``None`` where nothing is like it."""
    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=LIKELY)
    return best[0] if best else None


def hint(word: str, known: Iterable[str]) -> str:
    """A question to put behind an error, such as `` (did you mean 'severity'?)``, or nothing."""
    found = nearest(word, known)
    return f" (did you mean '{found}'?)" if found else ""
