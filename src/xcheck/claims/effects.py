"""Whether a sentence says that one thing makes another ("led to"), or only has the two beside each other."""

from __future__ import annotations

import re
from functools import cache

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicon import lexicon, words

_BESIDE = (("groups", "asked"), ("close", "moment"))  # fewer in a survey; soon after


def effect(text: str) -> str | None:
    """Return the words by which one thing makes another in a sentence."""
    found = _makes().search(" ".join(folded(plain(text))))
    return found[0] if found else None


def is_linked(text: str) -> bool:
    """Whether a sentence has two things go together or follow each other: linked, fewer in a survey, soon after."""
    told = set(folded(plain(text)))
    return bool(told & words("causes", "beside")) or any(
        told & words("causes", one) and told & words("causes", other) for one, other in _BESIDE
    )


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon('causes')['makes']))})\b")
