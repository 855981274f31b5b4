"""The words around a predicate: its auxiliaries, its complements, and what it is itself a complement of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "acl"})
_OF_COMPLEMENTS = frozenset({"of", "from", "to", "in", "for", "on", "at", "about", "against"})
_PARTICLE = "prt"
_RELATIVE = frozenset({"WP", "WDT"})
_LONGEST_WAY = 12


def children(token: Token, *labels: str) -> list[Token]:
    """The token's dependents under one of the labels, in order."""
    return [c for c in token.children if c.dep_ in labels]


def subject(token: Token) -> Token | None:
    """The token's own subject, or None."""
    return next((c for c in token.children if c.dep_ in _SUBJECTS), None)


def auxiliaries(verb: Token) -> list[Token]:
    """Its auxiliaries; a coordinated verb with neither auxiliary nor subject shares those of the verb before."""
    own = children(verb, "aux", "auxpass")
    while not own and verb.dep_ == "conj" and subject(verb) is None and verb.tag_ not in ("VBD", "VBZ", "VBP"):
        verb = verb.head
        own = children(verb, "aux", "auxpass")
    return own


def lemma(token: Token) -> str:
    """The lower-case lemma, with the particle of a phrasal verb after a hyphen (``rule-out``)."""
    particle = next((c for c in token.children if c.dep_ == _PARTICLE), None)
    base = str(token.lemma_.lower())
    return f"{base}-{particle.lower_}" if particle is not None else base


def chain(root: Token) -> Iterator[Token]:
    """The predicate and, one by one, the infinitives, gerunds and adjectives that complete it.

    ``is likely to fail``: is, likely, fail. ``ruled out joining``: ruled, joining.
    """
    node: Token | None = root
    for _ in range(_LONGEST_WAY):
        if node is None:
            return
        yield node
        node = _complement(node)


def antecedent(pronoun: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word stands for itself."""
    if pronoun.tag_ not in _RELATIVE or pronoun.lower_ == "what":
        return pronoun
    for above in pronoun.ancestors:
        if above.dep_ == "relcl":
            return above.head
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in _COMPLEMENTS:
            break
    return pronoun


def _complement(token: Token) -> Token | None:
    """What completes the token within its clause: never one with a subject or a complementiser of its own."""
    for child in token.children:
        if child.dep_ in ("acomp", "xcomp") or (child.dep_ == "oprd" and child.pos_ in ("ADJ", "VERB")):
            if subject(child) is None:
                return child
        elif child.dep_ == "ccomp" and subject(child) is None and child.tag_ in ("VB", "VBG"):
            return child
        elif child.dep_ == "prep":
            gerund = next((g for g in child.children if g.dep_ == "pcomp" and g.tag_ == "VBG"), None)
            if gerund is not None and child.lower_ in _OF_COMPLEMENTS and child.i > token.i:
                return gerund
        elif child.dep_ == "advmod" and child.lower_ == "short":
            return _complement(child)
    return None


def governors(token: Token) -> Iterator[Token]:
    """What the token is a complement or argument of, the nearest first, up to the sentence's root.

    ``It is possible that he left``, from *left*: possible, is. ``the risk of a closure``, from *closure*: risk.
    """
    node = token
    for _ in range(_LONGEST_WAY):
        while node.dep_ == "conj" and node.head.i != node.i and subject(node) is None:
            node = node.head
        head = _governor(node)
        if head is None:
            return
        yield from (a for a in children(head, "acomp", "attr") if node.dep_ in _COMPLEMENTS and a.i < node.i)
        yield head
        node = head


def _governor(token: Token) -> Token | None:
    if token.dep_ in _COMPLEMENTS or token.dep_ in ("dobj", "nsubjpass"):
        return token.head
    if token.dep_ not in ("pcomp", "pobj") or token.head.dep_ not in ("prep", "agent"):
        return None
    head = token.head.head
    return head.head if head.lower_ == "short" and head.dep_ == "advmod" else head
