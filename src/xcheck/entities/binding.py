"""What the clause around a pronoun says of its meaning: whom it cannot mean, and which subject it may take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.subjects import NOMINAL, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_CHAIN = 12


def has_plural_between(subject: Token, pronoun: Token) -> bool:
    """Whether a plural noun stands between, which "their" may mean as well."""
    return any(t.tag_ in ("NNS", "NNPS") for t in subject.doc[subject.i + 1 : pronoun.i])


def is_coargument(token: Token, pronoun: Token) -> bool:
    """The subject of the verb whose object the pronoun is: "Ann Roe saw her", "Ann Roe ran into her"."""
    if pronoun.dep_ not in ("dobj", "dative", "pobj") or pronoun.lower_.endswith("self") or token.dep_ not in NOMINAL:
        return False
    governor = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return token.head.i == governor.i


def is_empty(pronoun: Token) -> bool:
    """Means nothing: "it is likely that…", "it emerged that…"."""
    verb = pronoun.head
    return (
        pronoun.lower_ == "it"
        and verb.lemma_.lower() in words("roles", "empty_it")
        and any(c.dep_ in ("ccomp", "xcomp", "acomp", "attr", "csubj") for c in verb.children)
    )


def subject_above(pronoun: Token) -> Token | None:
    """The subject of the nearest verb above a pronoun that has one which is not the pronoun or holds it."""
    node = pronoun
    holding = {pronoun.i}
    for _ in range(_LONGEST_CHAIN):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.dep_ == "relcl" or node.pos_ in ("VERB", "AUX"):
            found = subject(node)
            if found is not None and found.i not in holding:
                return found
        holding.add(node.i)
    return None
