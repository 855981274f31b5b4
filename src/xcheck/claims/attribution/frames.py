"""What the lexicon lists for verbs of reporting: the complements and prepositions that lead to what is said."""

from __future__ import annotations

from functools import lru_cache

from xcheck.nlp.lexicon import lexicon, words

_FRAMES = (
    *("clause", "guarded", "speech", "addressing", "action", "directing"),
    *("object", "naming", "adjective", "denial", "evidence"),
)


@lru_cache(maxsize=2**14)
def takes(lemma: str) -> frozenset[str]:
    """The complements that the lexicon lists for a verb: any of the names in ``_FRAMES``."""
    return frozenset(f for f in _FRAMES if lemma in words("reporting", f))


@lru_cache(maxsize=2**14)
def prepositions(lemma: str) -> frozenset[str]:
    """The prepositions that lead straight from a verb to what is said or judged: spoke of."""
    return frozenset(p for p, verbs in lexicon("reporting")["preposition"].items() if lemma in verbs)


@lru_cache(maxsize=2**14)
def prepositions_after_object(lemma: str) -> frozenset[str]:
    """The prepositions that lead from the object of a verb to what is said of it: accused the firm of."""
    return frozenset(p for p, verbs in lexicon("reporting")["preposition_after_object"].items() if lemma in verbs)


def reports(lemma: str) -> bool:
    """Whether the lexicon lists a verb for any frame or preposition."""
    return bool(takes(lemma) or prepositions(lemma) or prepositions_after_object(lemma))


def is_cue(lemma: str) -> bool:
    """Whether a verb alone tells of speech: it says, denies, or says something of its object."""
    return bool(takes(lemma) & {"speech", "denial"}) or bool(prepositions_after_object(lemma))
