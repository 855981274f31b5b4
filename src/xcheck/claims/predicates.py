"""The predicate of a clause: its core, and its tense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from xcheck.claims import polarity
from xcheck.claims.clauses import Clause
from xcheck.nlp.derivation import base_of
from xcheck.nlp.syntax.verbs import AUXILIARIES, FINITE, WILL, WOULD, children, is_perfect
from xcheck.records.base import Span
from xcheck.records.claim import Certainty, Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future", "none"]


def predicate_of(clause: Clause, text: str) -> Predicate:
    """Return the core of the clause's predicate in ``text``, with the verb that it is derived from."""
    core = polarity.core(clause)
    lemma = core.lemma_.lower()
    return Predicate(**dict(Span.of(text, core.idx, core.idx + len(core))), lemma=lemma, base=base_of(lemma))


def tense_of(clause: Clause, sure: Certainty) -> Tense:
    """Return the tense of a clause; a "would" that tells a fact is past."""
    verbs = [clause.root, *children(clause.root, *AUXILIARIES)]
    if sure == "fact" and any(v.lower_ in WOULD and v.tag_ == "MD" for v in verbs):
        return "past"
    if any(v.lower_ in WILL for v in verbs):
        return "future"
    return _of_finite(clause.root, next((v.tag_ for v in verbs if v.tag_ in FINITE), None))


def _of_finite(root: Token, finite: str | None) -> Tense:
    """Return the tense by the tag of the finite verb; a participle alone is past."""
    if finite is None:
        return "past" if root.tag_ in ("VBN", "VBD") else "none"
    return "past" if finite == "VBD" or _is_over(root) else "present"


def _is_over(root: Token) -> bool:
    """Tell whether a perfect tells what is over: "has sunk", but not "has been sinking"."""
    return root.tag_ == "VBN" and is_perfect(root)
