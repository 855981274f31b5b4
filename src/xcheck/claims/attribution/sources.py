"""Who is credited: the words that name the source of a verb or noun, and the speaker they resolve to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.claims.attribution.page import Page
from xcheck.entities.names import Names
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.load import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CHAIN = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_AFTER_HEAD = frozenset({"prep", "appos", "compound", "nmod", "case", "amod", "nummod", "conj", "cc"})
_LONGEST_CHAIN = 12


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: "was told", "claims made by"."""
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in verb.children):
        return True
    return any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children)


def agent(verb: Token) -> Token | None:
    """The noun after the "by" of a passive."""
    by = next((c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def subject(verb: Token, page: Page) -> Token | None:
    """The head word of a verb's subject: its own, or the one it shares with the verb or noun that it hangs on.

    Words in quotation marks are no subject of a verb outside them.
    """
    node = verb
    for _ in range(_LONGEST_CHAIN):
        own = [c for c in node.children if c.dep_ in (*_SUBJECTS, "expl") and page.quote_at(c.idx) is None]
        if own:
            nearest = min(own, key=lambda c: abs(c.i - node.i))
            return nearest if nearest.dep_ != "expl" else None
        if node.dep_ in ("acl", "relcl"):
            return _issuer(node.head, page) or node.head
        quoted = _quoted(node)
        if quoted is not None:
            return quoted
        if node.dep_ == "conj" and node.head.dep_ == "ccomp" and node.head.head.tag_ == node.tag_:
            node = node.head.head
            continue
        if node.dep_ in ("prep", "agent") and node.head.i != node.i:
            node = node.head
            continue
        if node.dep_ not in _CHAIN or node.head.i == node.i:
            return None
        node = node.head
    return None


def _issuer(noun: Token, page: Page) -> Token | None:
    """Who gives out the words in which something is said: "the union issued a statement saying"."""
    given = noun.dep_ == "dobj" and noun.lemma_.lower() in lexicon(Reporting).utterance
    return subject(noun.head, page) if given else None


def _quoted(verb: Token) -> Token | None:
    """Whom "quoted the mayor as saying" quotes."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    above = verb.head.head
    if above.dep_ == "dobj":
        return above
    if above.lemma_.lower() not in lexicon(Reporting).quoting:
        return None
    return next((c for c in above.children if c.dep_ in ("dobj", "nsubjpass")), None)


def antecedent(noun: Token) -> Token:
    """The noun that a relative pronoun stands for, else the noun itself."""
    if noun.tag_ in _RELATIVE and noun.head.dep_ == "relcl":
        return noun.head.head
    return noun


def phrase(head: Token) -> tuple[Token, ...]:
    """The noun phrase of ``head`` from its first word to its last, without relative clauses and commas at its ends."""
    last = head
    for child in head.children:
        if child.i > head.i and child.dep_ in _AFTER_HEAD and child.right_edge.i > last.i:
            last = child.right_edge
    tokens = [t for t in head.doc[head.left_edge.i : last.i + 1] if not t.is_space]
    while tokens and tokens[-1].is_punct and tokens[-1].text not in (")", "]"):
        tokens.pop()
    while tokens and tokens[0].is_punct and tokens[0].text not in ("(", "["):
        tokens.pop(0)
    return tuple(tokens) or (head,)


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
    if holder.pos_ == "PROPN" and holder.lower_ not in lexicon(Reporting).role:
        return _proper_name(holder)
    if holder.lemma_.lower() in lexicon(Reporting).spokesperson:
        return speaker(_represented(holder), names)
    return None


def _proper_name(last: Token) -> str:
    first = last.i
    while first > 0 and last.doc[first - 1].head.i == last.i and last.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return str(last.doc[first : last.i + 1].text)


def _represented(spokesperson: Token) -> Token | None:
    for child in spokesperson.children:
        if child.dep_ in ("poss", "compound", "nmod") or (child.dep_ == "amod" and child.pos_ == "PROPN"):
            return child
    after = (c for c in spokesperson.children if c.dep_ == "prep" and c.lower_ in ("for", "of"))
    return next((g for c in after for g in c.children if g.dep_ == "pobj"), None)
