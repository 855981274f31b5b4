"""Single words of a clause that tell what a figure, a name or a deed of it is of."""

from __future__ import annotations

from typing import Any

from xcheck.claims.nouns import body, capitals, nouns
from xcheck.claims.quantifiers import habits
from xcheck.claims.quantity.scopes import amounts, bases, measures, scopes
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.opposites import phrasal_verbs
from xcheck.records.base import Span
from xcheck.records.claim import Predicate


def details(clause: Span, sentence: Span) -> dict[str, Any]:
    """Return the last fields of a claim, by name, from the words of its clause in its sentence."""
    return {
        "capitals": capitals(clause),
        "nouns": nouns(clause),
        "body": body(clause),
        "habits": habits(clause),
        "scopes": scopes(clause.text),
        "bases": bases(clause.text),
        "measures": measures(clause.text),
        "amounts": amounts(clause.text),
        "posed": _is_posed(clause, sentence),
    }


def with_particle(predicate: Predicate, clause: Span) -> Predicate:
    """Return the predicate with the particle that follows it in its clause, where the two together have an opposite."""
    after = clause.text[predicate.end - clause.start :].split()
    particle = after[0].casefold() if after else ""
    phrasal = f"{predicate.lemma}-{particle}" in phrasal_verbs()
    return predicate.model_copy(update={"particle": particle}) if phrasal else predicate


def _is_posed(clause: Span, sentence: Span) -> bool:
    """Whether a word of asking stands before a clause: its sentence reports a question, and may answer it."""
    before = sentence.text[: clause.start - sentence.start].split()
    return bool(before) and before[-1].casefold() in lexicon(ComparisonWords).asking
