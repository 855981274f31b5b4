"""One form for the words of one family: Porter's second stemmer (Snowball) over the verb behind a noun."""

from __future__ import annotations

from functools import cache, lru_cache

import Stemmer

from xcheck.nlp.derivation import base_of


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=2**16)
def stem(lemma: str) -> str:
    """A lower-case lemma by its verb (``deployment`` → ``deploy``), then stemmed."""
    return str(_stemmer().stemWord(base_of(lemma)))
