"""One form for the words of one family: Porter's second stemmer (Snowball) over the verb behind a noun."""

from __future__ import annotations

import Stemmer

from xcheck.nlp.derivation import base_of
from xcheck.resources import WORDS, loaded, memoised

LISTS = 64  # word lists and documents of which the stems are kept


@loaded
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@memoised(4 * WORDS)
def stem(lemma: str) -> str:
    """A lower-case lemma by its verb (``deployment`` → ``deploy``), then stemmed."""
    return str(_stemmer().stemWord(base_of(lemma)))


@memoised(LISTS)
def stems(words: frozenset[str]) -> frozenset[str]:
    """The stems of a list of words, or of all words of a document."""
    return frozenset(map(stem, words))
