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
    people = [m for m in mentions if m.entity.kind == "person"]
    told: list[tuple[str, Gender | None]] = [(m.entity.key, _by_courtesy(doc, m)) for m in people]
    told += [(t.holder, gender_of_word(t.head)) for t in titles if t.holder != t.head]
    told += [(m.entity.key, _by_given_name(m)) for m in people]
    found: dict[str, Gender] = {}
    for key, gender in told:
        if gender is not None:
            found.setdefault(key, gender)
    return found


def _by_courtesy(doc: Doc, mention: Mention) -> Gender | None:
    """The gender that the title right before a name tells: "Mrs Roe"."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    before = doc[span.start - 1] if span is not None and span.start else None
    return honorifics().get(before.lower_.rstrip(".")) if before is not None else None


def _by_given_name(mention: Mention) -> Gender | None:
    names = (fold(mention.entity.name).split()[0], mention.entity.key.split()[0])
    return next((told for name in names if (told := gender_of_given_name(name))), None)
