"""The words, figures and capitalised names of a text, without a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\d[\d,.:]*\d(?!\w)|\w+(?:['’.&-]\w+)*")
_OPENS = re.compile(r"(?:^|[.!?:;…][\"'”’)\]]*\s+|\s[–—-]+\s+)[\"'“‘(\[]*$|[\"“‘(\[]$")
_LOOKED_BACK = 8


@dataclass(frozen=True)
class Token:
    """A word or figure. ``opens``: it begins a sentence, so that its capital tells nothing."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as names are."""
        return self.text[0].isupper()


def tokens(text: str) -> Iterator[Token]:
    """The words and figures of a paragraph in order, a possessive's ending cut off."""
    for found in _TOKEN.finditer(text):
        start = found.start()
        opens = start == 0 or bool(_OPENS.search(text, max(0, start - _LOOKED_BACK), start))
        yield Token(_bare(found.group()), start, found.end(), opens)


def capitalised(paragraphs: Sequence[str]) -> frozenset[str]:
    """The words that prose writes with a capital where no sentence begins, names as a rule."""
    return frozenset(
        t.text for text in paragraphs for t in tokens(text) if t.capital and not t.opens and len(t.text) > 1
    )


def _bare(word: str) -> str:
    return word[:-2] if len(word) > 2 and word[-2:] in ("'s", "’s") else word
