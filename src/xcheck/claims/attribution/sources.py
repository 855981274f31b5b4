"""Who is credited: the words that name the source of a verb or noun, and the speaker they resolve to."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from xcheck.claims.attribution.page import Page
from xcheck.entities.names import Names
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.subjects import MODIFYING, NOMINAL, sharing
from xcheck.nlp.syntax.verbs import children

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = frozenset({"prep", "agent"})
_AFTER_HEAD = frozenset({"prep", "appos", "compound", "nmod", "case", "amod", "nummod", "conj", "cc"})
_OWNERS = frozenset({"poss", "compound", "nmod"})
_LONGEST_CHAIN = 12


def subject(verb: Token, page: Page) -> Token | None:
    """The head word of a verb's subject: its own, or the one it shares with the verb or noun that it hangs on.

    Words in quotation marks are no subject of a verb outside them.
    """
    node: Token | None = verb
    for _ in range(_LONGEST_CHAIN):
        if node is None:
            return None
        own = _nearest(node, page)
        if own is not None:
            return own if own.dep_ != "expl" else None
        if node.dep_ in MODIFYING:
            return _issuer(node.head, page) or node.head
        quoted = _quoted(node)
        if quoted is not None:
            return quoted
        node = _above(node)
    return None


def _nearest(verb: Token, page: Page) -> Token | None:
    """The subject of a verb's own that stands nearest to it, outside quotation marks."""
    own = (c for c in verb.children if c.dep_ in (*NOMINAL, "expl") and page.quote_at(c.idx) is None)
    return min(own, key=lambda c: abs(c.i - verb.i), default=None)


def _above(node: Token) -> Token | None:
    """The word above that shares its subject; a prepositional phrase, which the parse may hang a verb on, passes it on.

    A verb that the parse coordinates with what somebody says goes with the verb of saying where their tenses agree.
    """
    if node.dep_ == "conj" and node.head.dep_ == "ccomp" and node.head.head.tag_ == node.tag_:
        return node.head.head
    return node.head if node.dep_ in _LINKS and node.head.i != node.i else sharing(node)


def _issuer(noun: Token, page: Page) -> Token | None:
    """Who gives out the words in which something is said: "the union issued a statement saying"."""
    given = noun.dep_ == "dobj" and noun.lemma_.lower() in words("reporting", "utterance")
    return subject(noun.head, page) if given else None


def _quoted(verb: Token) -> Token | None:
    """Whom "quoted the mayor as saying" quotes."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    above = verb.head.head
    if above.dep_ == "dobj":
        return above
    if above.lemma_.lower() not in words("reporting", "quoting"):
        return None
    return next((c for c in above.children if c.dep_ in ("dobj", "nsubjpass")), None)


def phrase(head: Token) -> tuple[Token, ...]:
    """The noun phrase of ``head`` from its first word to its last, without relative clauses and commas at its ends."""
    after = (c.right_edge for c in head.rights if c.dep_ in _AFTER_HEAD)
    last = max((head, *after), key=lambda t: t.i)
    tokens = [t for t in head.doc[head.left_edge.i : last.i + 1] if not t.is_space]
    first, end = 0, len(tokens)
    while end and _is_mark(tokens[end - 1], ")]"):
        end -= 1
    while first < end and _is_mark(tokens[first], "(["):
        first += 1
    return tuple(tokens[first:end]) or (head,)


def _is_mark(token: Token, brackets: str) -> bool:
    """Whether a token is punctuation, but for the brackets that belong to a phrase."""
    return token.is_punct and token.text not in brackets


def speaker(holder: Token | None, names: Names) -> str | None:
    """The name of who is meant, or None where it stays unresolved.

    A spokesperson without a name speaks for the one whom they represent. A pronoun resolves only if ``names`` knows it.
    """
    if holder is None:
        return None
    others = [c for c in holder.children if c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN", "PRON")]
    if others:
        return _jointly(holder, others[0], names)
    return _single(holder, names)


def _jointly(first: Token, second: Token, names: Names) -> str | None:
    """Two and more speakers of one thing; unresolved as soon as one of them is."""
    one, rest = _single(first, names), speaker(second, names)
    return f"{one} and {rest}" if one is not None and rest is not None else None


def _single(holder: Token, names: Names) -> str | None:
    known = names.at(holder.idx, holder.idx + len(holder))
    if known is not None:
        return known.name
    person = next((c for c in holder.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    if person is not None and holder.ent_type_ != "PERSON":
        return speaker(person, names)
    if holder.pos_ == "PROPN" and holder.lower_ not in words("reporting", "role"):
        return _proper_name(holder)
    if holder.lemma_.lower() in words("reporting", "spokesperson"):
        return speaker(_represented(holder), names)
    return None


def _proper_name(last: Token) -> str:
    first = last.i
    while first > 0 and last.doc[first - 1].head.i == last.i and last.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return str(last.doc[first : last.i + 1].text)


def _represented(spokesperson: Token) -> Token | None:
    """Whom somebody speaks for: "the port's spokesman", "a Tarnow spokeswoman", "a spokesman for the port"."""
    own = (c for c in spokesperson.children if c.dep_ in _OWNERS or (c.dep_ == "amod" and c.pos_ == "PROPN"))
    after = (c for c in children(spokesperson, "prep") if c.lower_ in ("for", "of"))
    return next(chain(own, (g for c in after for g in children(c, "pobj"))), None)
