"""Sentences that two articles print in the same words, or in the same words but for a figure.

Punctuation, case and white space tell nothing: another desk sets them otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.resources import CLAIMS, memoised

FIGURE = "#"
_WORD = re.compile(r"[^\W_]+|" + FIGURE)


@memoised(CLAIMS)
def wording(text: str) -> str:
    """The words of a text and nothing else, in lower case."""
    return " ".join(_WORD.findall(text.replace(FIGURE, " ").casefold()))


def wording_of(span: Span) -> str:
    """The words of a stretch and nothing else, in lower case."""
    return wording(span.text)


def sentence_words(sentence: Span) -> frozenset[str]:
    """The words of a sentence, folded as names are: whether another's name or noun is among them."""
    return _folded(sentence.text)


@memoised(CLAIMS)
def _folded(text: str) -> frozenset[str]:
    return frozenset(folded(plain(text)))


def printed(claims: Iterable[Claim]) -> str:
    """The sentences of some claims, each once, as one plain text in lower case: whether quoted words stand in it."""
    return " ".join(plain(text).casefold() for text in dict.fromkeys(c.sentence.text for c in claims))


def pattern(span: Span, claims: Iterable[Claim]) -> str:
    """The words of a sentence with a sign for each figure in it; empty where few words are left to know it by."""
    text = span.text.replace(FIGURE, " ")
    figures = {(q.start - span.start, q.end - span.start) for c in claims for q in c.quantities}
    for start, end in sorted(figures, reverse=True):
        if 0 <= start < end <= len(text):
            text = f"{text[:start]} {FIGURE} {text[end:]}"
    words = [FIGURE if any(c.isdigit() for c in word) else word for word in _WORD.findall(text.casefold())]
    enough = len(words) - words.count(FIGURE) >= lexicon(AlignmentModel).copy_words
    return " ".join(words) if enough else ""
