"""Lemmas that the model's rules cut too short: "hopes", "rated" and "riding" become hop, rat and rid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# One vowel between consonants: English doubles the last one before "-ed" and "-ing" ("hopped", "hopping").
_DOUBLING = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def mend(doc: Doc) -> Doc:
    """The document with the silent "e" put back where the form of a verb shows that it has one."""
    for token in doc:
        if token.pos_ == "VERB" and _is_cut(token.lower_, token.lemma_):
            token.lemma_ += "e"
    return doc


def _is_cut(form: str, lemma: str) -> bool:
    """Whether a verb's form is its lemma with an ending that only a verb in "e" takes so."""
    if form == f"{lemma}es":
        return not lemma.endswith(_HISSING)
    return form in (f"{lemma}ed", f"{lemma}ing") and _DOUBLING.fullmatch(lemma) is not None
