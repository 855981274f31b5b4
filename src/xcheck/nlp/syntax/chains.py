"""The way through a predicate: what completes it, and what it is itself a complement of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from xcheck.nlp.syntax.subjects import COMPLEMENTS, own_subject
from xcheck.nlp.syntax.verbs import children

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_COMPLEMENTS = frozenset({"of", "from", "to", "in", "for", "on", "at", "about", "against"})
_LONGEST_WAY = 12


def chain(root: Token) -> Iterator[Token]:
    """Yield the predicate and, one by one, the infinitives, gerunds and adjectives that complete it.

    ``is likely to fail``: is, likely, fail. ``ruled out joining``: ruled, joining.
    """
    node: Token | None = root
    for _ in range(_LONGEST_WAY):
        if node is None:
            return
        yield node
        node = _complement(node)


def governors(token: Token) -> Iterator[Token]:
    """Yield what the token is a complement or argument of, the nearest first, up to the sentence's root.

    ``It is possible that he left``, from *left*: possible, is. ``the risk of a closure``, from *closure*: risk.
    """
    node = token
    for _ in range(_LONGEST_WAY):
        while node.dep_ == "conj" and node.head.i != node.i and own_subject(node) is None:
            node = node.head
        head = _governor(node)
        if head is None:
            return
        yield from (a for a in children(head, "acomp", "attr") if node.dep_ in COMPLEMENTS and a.i < node.i)
        yield head
        node = head


def _complement(token: Token) -> Token | None:
    """Return what completes the token within its clause: never one with a subject or a complementiser of its own."""
    found = (_COMPLETING[c.dep_](c) for c in token.children if c.dep_ in _COMPLETING)
    return next((word for word in found if word is not None), None)


def _bare(complement: Token) -> Token | None:
    return complement if own_subject(complement) is None else None


def _predicative(complement: Token) -> Token | None:
    return _bare(complement) if complement.pos_ in ("ADJ", "VERB") else None


def _non_finite(clause: Token) -> Token | None:
    return _bare(clause) if clause.tag_ in ("VB", "VBG") else None


def _gerund(preposition: Token) -> Token | None:
    if preposition.lower_ not in _OF_COMPLEMENTS or preposition.i < preposition.head.i:
        return None
    return next((g for g in children(preposition, "pcomp") if g.tag_ == "VBG"), None)


def _short_of(adverb: Token) -> Token | None:
    """Return the gerund of "stopped short of saying"."""
    return _complement(adverb) if adverb.lower_ == "short" else None


_COMPLETING: dict[str, Callable[[Token], Token | None]] = {
    "acomp": _bare,
    "xcomp": _bare,
    "oprd": _predicative,
    "ccomp": _non_finite,
    "prep": _gerund,
    "advmod": _short_of,
}


def _governor(token: Token) -> Token | None:
    if token.dep_ in COMPLEMENTS or token.dep_ in ("dobj", "nsubjpass"):
        return token.head
    if token.dep_ not in ("pcomp", "pobj") or token.head.dep_ not in ("prep", "agent"):
        return None
    head = token.head.head
    return head.head if head.lower_ == "short" and head.dep_ == "advmod" else head
