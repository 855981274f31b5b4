"""Who or what a verb is said of: its own subject, the one that it shares with another verb, and antecedents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.nlp.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset({"nsubj", "nsubjpass"})
REFERENTIAL = NOMINAL | {"csubj", "csubjpass"}
SUBJECTS = REFERENTIAL | {"expl"}
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "acl"})
MODIFYING = frozenset({"acl", "relcl"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "acomp", "attr", "oprd"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_LONGEST_WAY = 20


def own_subject(verb: Token) -> Token | None:
    """Return the verb's own subject, a clause or an expletive ("there", "it") included; None for none."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def noun_subject(verb: Token) -> Token | None:
    """Return the verb's own subject if that is a word, not a clause or an expletive."""
    return next((c for c in verb.children if c.dep_ in NOMINAL), None)


def subject(verb: Token) -> Token | None:
    """Return the head word of the subject, wherever it stands; None where the sentence names none.

    Verbs that are coordinated share a subject ("came and left"), as do a predicate and its copula ("is unclear"), a
    participle and its clause ("fell, breaking a leg"), and an infinitive and the verb that it completes. One that is
    demanded of somebody has them for its subject ("urged the crew to leave"). A verb that modifies a noun is said of
    that noun. An expletive names nobody.
    """
    node: Token | None = verb
    for _ in range(_LONGEST_WAY):
        if node is None:
            return None
        own = noun_subject(node) or next((c for c in node.children if c.dep_ in REFERENTIAL), None)
        if own is not None:
            return antecedent(own)
        if own_subject(node) is not None:
            return None
        if node.dep_ in MODIFYING:
            return node.head
        demanded = _demanded(node)
        if demanded is not None:
            return demanded
        node = sharing(node)
    return None


def sharing(verb: Token) -> Token | None:
    """Return the word above that a verb without a subject shares one with; None for none."""
    if verb.head.i == verb.i:
        return None
    if verb.dep_ == "pcomp":
        return verb.head.head
    return verb.head if verb.dep_ in _SHARING else None


def antecedent(pronoun: Token) -> Token:
    """Return the noun that a relative pronoun stands for; any other word stands for itself."""
    if pronoun.tag_ not in _RELATIVE or pronoun.lower_ == "what":
        return pronoun
    for above in pronoun.ancestors:
        if above.dep_ == "relcl":
            return above.head
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in COMPLEMENTS:
            break
    return pronoun


def _demanded(infinitive: Token) -> Token | None:
    """Return of whom an infinitive is demanded: the object of "urge", "order" and their like."""
    verb = infinitive.head
    if infinitive.dep_ != "xcomp" or verb.lemma_.lower() not in words("reporting", "directing"):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i < infinitive.i), None)
