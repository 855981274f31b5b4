"""What the lexicon lists for verbs of reporting: the complements and prepositions that lead to what is said."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.base import Words
from xcheck.nlp.lexicons.load import lexicon
from xcheck.resources import WORDS, loaded, memoised


@memoised(WORDS)
def takes(lemma: str) -> frozenset[str]:
    """The complements that the lexicon lists for a verb: any of the keys of ``_frames``."""
    return frozenset(frame for frame, verbs in _frames().items() if lemma in verbs)


@memoised(WORDS)
def prepositions(lemma: str) -> frozenset[str]:
    """The prepositions that lead straight from a verb to what is said or judged: spoke of."""
    return frozenset(p for p, verbs in lexicon(Reporting).preposition.items() if lemma in verbs)


@memoised(WORDS)
def prepositions_after_object(lemma: str) -> frozenset[str]:
    """The prepositions that lead from the object of a verb to what is said of it: accused the firm of."""
    return frozenset(p for p, verbs in lexicon(Reporting).preposition_after_object.items() if lemma in verbs)


def reports(lemma: str) -> bool:
    """Whether the lexicon lists a verb for any frame or preposition."""
    return bool(takes(lemma) or prepositions(lemma) or prepositions_after_object(lemma))


def is_cue(lemma: str) -> bool:
    """Whether a verb alone tells of speech: it says, denies, or says something of its object."""
    return bool(takes(lemma) & {"speech", "denial"}) or bool(prepositions_after_object(lemma))


@loaded
def _frames() -> Mapping[str, Words]:
    own = lexicon(Reporting)
    return {
        "clause": own.clause,
        "guarded": own.guarded,
        "speech": own.speech,
        "addressing": own.addressing,
        "action": own.action,
        "directing": own.directing,
        "object": own.object,
        "naming": own.naming,
        "adjective": own.adjective,
        "denial": own.denial,
        "evidence": own.evidence,
    }
