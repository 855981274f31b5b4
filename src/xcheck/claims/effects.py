"""Whether a sentence says that one thing makes another ("led to"), or only has the two beside each other."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.modality import Causes
from xcheck.resources import loaded


def effect(text: str) -> str | None:
    """Return the words by which one thing makes another in a sentence."""
    found = _makes().search(" ".join(folded(plain(text))))
    return found[0] if found else None


def is_linked(text: str) -> bool:
    """Whether a sentence has two things go together or follow each other: linked, fewer in a survey, soon after."""
    told = set(folded(plain(text)))
    own = lexicon(Causes)
    pairs = ((own.groups, own.asked), (own.close, own.moment))  # fewer in a survey; soon after
    return bool(told & own.beside) or any(told & one and told & other for one, other in pairs)


@loaded
def _makes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon(Causes).makes))})\b")
