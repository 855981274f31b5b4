"""Ages: bare numbers that say how old somebody is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from xcheck.claims.quantity.counted import lemma
from xcheck.claims.quantity.scene import Figure, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_OLDEST = 120
_CUE = re.compile(
    r"\b(?:aged?|ages|turn(?:s|ed|ing)?)(?:\s+of)?(?:\s+(?:about|just|only|over|under|between|from|at))?\s+$",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\s?(?:[,.;)?!]|$)")


def age_of(scene: Scene, figure: Figure) -> Figure | None:
    """The figure as an age, where it is one: "Brandt, 40,", "aged 40", "at the age of 40", "she is 40"; else None.

    ``counted`` is the name in whose apposition it stands.
    """
    if not 0 < figure.low <= _OLDEST or figure.low != int(figure.low):
        return None
    named = _named_before(scene, figure)
    if not (_CUE.search(scene.text[max(0, figure.start - 40) : figure.start]) or _closes(scene, figure, named)):
        return None
    return replace(figure, unit="year of age", counted=lemma(named) if named is not None else None)


def _closes(scene: Scene, figure: Figure, named: Token | None) -> bool:
    """Whether a number ends an apposition to a name, or all that is said of "she" is the number."""
    before = scene.before(figure.start)
    if before is None or _CLOSING.match(scene.text, figure.end) is None:
        return False
    subject = next((c for c in before.children if c.dep_ == "nsubj"), None)
    is_said = before.lemma_ == "be" and subject is not None and subject.lower_ in ("he", "she", "who", "i")
    return named is not None or is_said


def _named_before(scene: Scene, figure: Figure) -> Token | None:
    """The person in whose apposition a number stands: "Ada Brandt, 40," and "Brandt (40)"."""
    mark = scene.before(figure.start)
    named = scene.before(mark.idx - scene.offset) if mark is not None and mark.text in (",", "(") else None
    if named is None or named.tag_ != "NNP" or named.ent_type_ not in ("", "PERSON", "ORG", "GPE"):
        return None
    return named
