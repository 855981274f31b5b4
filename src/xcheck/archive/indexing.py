"""The terms by which paragraphs are found: stems of words and figures, each one token to the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xcheck.archive.schema import SHIFT
from xcheck.nlp.stems import stem
from xcheck.records.claim import ENTITY_MARK, Claim
from xcheck.records.document import Document
from xcheck.stories.tokens import tokens

_TOLD = ("title", "subtitle", "body")
_BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d)")
_JOINT = re.compile(r"\W+")


def terms(text: str) -> Iterator[str]:
    """The terms of a text in order: ``2,000`` is ``2000``, ``O'Hara's`` is ``o_hara``."""
    for token in tokens(text):
        yield _JOINT.sub("_", stem(_BETWEEN_DIGITS.sub("", token.text.casefold())))


def paragraphs(document: Document) -> Iterator[tuple[int, int, str]]:
    """The paragraphs that tell something, each as (position, offset, text); the layout must be recognised."""
    for position, region in enumerate(document.regions[: 1 << SHIFT]):
        if region.kind in _TOLD:
            yield position, region.start, document.plain[region.start : region.end]


def entities(claims: Iterable[Claim]) -> frozenset[str]:
    """The names of all that is named in some claims."""
    return frozenset(t.removeprefix(ENTITY_MARK) for c in claims for t in c.terms if t.startswith(ENTITY_MARK))
