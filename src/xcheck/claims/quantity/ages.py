"""Ages: bare numbers that say how old somebody is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from xcheck.claims.quantity.counted import lemma
from xcheck.claims.quantity.scene import Figure, Scene
from xcheck.nlp.syntax.ages import OLDEST, behind, said_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUE = re.compile(
    r"\b(?:aged?|ages|turn(?:s|ed|ing)?)(?:\s+of)?(?:\s+(?:about|just|only|over|under|between|from|at))?\s+$",
    re.IGNORECASE,
)
_PERSONS = frozenset({"he", "she", "who", "i"})
_CLOSING = re.compile(r"\s?(?:[,.;)?!]|$)")


def age_of(scene: Scene, figure: Figure) -> Figure | None:
    """The figure as an age, where it is one: "Brandt, 40,", "aged 40", "at the age of 40", "she is 40"; else None.

    ``counted`` is the name in whose apposition it stands.
    """
    if not 0 < figure.low <= OLDEST or figure.low != int(figure.low):
        return None
    named = _named_before(scene, figure)
    if not (_CUE.search(scene.text[max(0, figure.start - 40) : figure.start]) or _closes(scene, figure, named)):
        return None
    return replace(figure, unit="year of age", counted=lemma(named) if named is not None else None)


def _closes(scene: Scene, figure: Figure, named: Token | None) -> bool:
    """Whether a number ends an apposition to a name, or all that is said of "she" is the number."""
    number = next(iter(scene.within(figure.start, figure.end)), None)
    if number is None or _CLOSING.match(scene.text, figure.end) is None:
        return False
    subject = said_of(number)
    return named is not None or (subject is not None and subject.lower_ in _PERSONS)


def _named_before(scene: Scene, figure: Figure) -> Token | None:
    """The person in whose apposition a number stands: "Ada Brandt, 40," and "Brandt (40)"."""
    number = next(iter(scene.within(figure.start, figure.end)), None)
    named = behind(number) if number is not None else None
    if named is None or named.tag_ != "NNP" or named.ent_type_ not in ("", "PERSON", "ORG", "GPE"):
        return None
    return named
