"""Whether "he" or "she" may mean a person: by courtesy title, human noun and given name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.entities.mentions import Mention, Title
from xcheck.entities.offices import Gender, gender_of_given_name, gender_of_word, honorifics
from xcheck.nlp.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc


def genders(doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> dict[str, Gender]:
    """The gender of each person (by key) that courtesy titles, human nouns and given names tell, the surest first."""
    found: dict[str, Gender] = {}
    people = [m for m in mentions if m.entity.kind == "person"]
    for mention in people:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        before = doc[span.start - 1] if span is not None and span.start else None
        told = honorifics().get(before.lower_.rstrip(".")) if before is not None else None
        if told is not None:
            found.setdefault(mention.entity.key, told)
    for title in titles:
        told = gender_of_word(title.head)
        if told is not None and title.holder != title.head:
            found.setdefault(title.holder, told)
    for mention in people:
        told = gender_of_given_name(fold(mention.entity.name).split()[0]) or gender_of_given_name(
            mention.entity.key.split()[0]
        )
        if told is not None:
            found.setdefault(mention.entity.key, told)
    return found
