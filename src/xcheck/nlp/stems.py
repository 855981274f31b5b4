"""One form for the words of one family: Porter's second stemmer (Snowball) over the verb behind a noun."""

from __future__ import annotations

import Stemmer

from xcheck.nlp.derivation import base_of
from xcheck.resources import WORDS, loaded, memoised


@loaded
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@memoised(4 * WORDS)
def stem(lemma: str) -> str:
    """A lower-case lemma by its verb (``deployment`` → ``deploy``), then stemmed."""
    return str(_stemmer().stemWord(base_of(lemma)))
