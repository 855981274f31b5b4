"""Metonymy of places: whether "Ottawa" is the city or the government, and what "Brussels" stands for."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from xcheck.entities.candidates import Candidate
from xcheck.entities.gazetteer import Known, country_name, is_country
from xcheck.entities.mentions import Entity
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import lower_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABROAD = 3


def meant(candidate: Candidate, entry: Known, countries: AbstractSet[str], keys: AbstractSet[str]) -> Entity:
    """The entity that a well-known name means in this place.

    ``countries`` are those that the document names outright, ``keys`` everything well known in it.
    """
    if entry.sense == "institution":
        return Entity(entry.key, entry.name, "organisation")
    if entry.sense == "region":
        return Entity(entry.key, entry.name, "place")
    if entry.sense == "ambiguous":
        return _decided(entry, keys)
    if entry.sense == "capital" and not _is_government(candidate.tokens[-1], entry, countries):
        return Entity(fold(entry.name), entry.name, "place", candidates=(entry.key,))
    return Entity(entry.key, country_name(entry.key), "place")


def _decided(entry: Known, keys: AbstractSet[str]) -> Entity:
    fitting = [k for k in entry.candidates if k in keys]
    if len(fitting) == 1:
        name = country_name(fitting[0]) if is_country(fitting[0]) else fitting[0].title()
        return Entity(fitting[0], name, "place" if is_country(fitting[0]) else "organisation")
    return Entity(entry.key, entry.name, "place", candidates=entry.candidates)


def _is_government(head: Token, entry: Known, countries: AbstractSet[str]) -> bool:
    """A capital in a place where only a government can stand, or in a story between countries."""
    if is_located(head) or lower_before(head) in words("metonyms", "of_towns"):
        return False
    governor = head.head
    if head.dep_ in ("poss", "compound", "nmod", "amod") and governor.i != head.i:
        return governor.lemma_.lower() in words("metonyms", "nouns")
    if _is_acting(head):
        return True
    return len(countries) >= _ABROAD or (len(countries - {entry.key}) >= 1 and entry.key in countries)


def _is_acting(head: Token) -> bool:
    """Whether a name is the subject or agent of what only a government does."""
    by = head.dep_ == "pobj" and head.head.lower_ == "by"
    if head.dep_ not in ("nsubj", "agent", "conj") and not by:
        return False
    verb = head.head if head.dep_ == "nsubj" else _verb(head)
    return verb.lemma_.lower() in words("metonyms", "verbs") | words("reporting", "clause")


def is_located(head: Token) -> bool:
    """Whether a name stands after a preposition of place ("in Ottawa")."""
    node = head
    while node.dep_ == "conj" and node.head.i < node.i:
        node = node.head
    if node.dep_ != "pobj":
        return False
    return node.head.lower_ in words("places", "locating")


def _verb(head: Token) -> Token:
    node = head
    for _ in range(6):
        if node.pos_ in ("VERB", "AUX") or node.head.i == node.i:
            break
        node = node.head
    return node
