"""Places and the part they play: where, from where, to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.entities.geography import around, is_container
from xcheck.entities.mentions import Mention
from xcheck.entities.names import Names
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.neighbours import lower_before
from xcheck.records.base import Span
from xcheck.records.claim import Place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_PARTS = ("from", "to", "at")
_LONGEST_CLIMB = 4
_FARTHEST = 60  # characters between a place and the one around it


def find(analysis: Analysis, names: Names) -> tuple[Place, ...]:
    """Every place of the document's sentences that something is at, comes from or goes to, in order.

    ``name`` is folded as an entity's key is; ``within`` goes from the nearest to the widest.
    """
    inside = _stated(analysis, names.mentions)
    found = []
    for mention in names.mentions:
        tokens = analysis.doc.char_span(mention.start, mention.end, alignment_mode="expand") if mention.named else None
        relation = _relation(tokens) if tokens is not None and _is_place(mention) else None
        if relation is not None:
            span = Span.of(analysis.document.text, mention.start, mention.end)
            found.append(
                Place(**dict(span), name=mention.entity.key, relation=relation, within=_within(mention, inside))
            )
    return tuple(found)


def _is_place(mention: Mention) -> bool:
    """A place, or a body with a site of its own ("at St Anne's Hospital")."""
    entity = mention.entity
    if entity.kind == "place":
        return True
    return entity.kind == "organisation" and fold(entity.name).split()[-1] in words("places", "sorts")


def _within(mention: Mention, inside: dict[str, list[str]]) -> tuple[str, ...]:
    key = mention.entity.key
    stated = [c for s in inside.get(key, ()) for c in (s, *around(s))]
    return tuple(dict.fromkeys(c for c in (*stated, *around(key)) if c != key))


def _stated(analysis: Analysis, mentions: Sequence[Mention]) -> dict[str, list[str]]:
    """What the text says lies in what: "Ostend, Belgium", "Belgium's Ostend", "Ostend, a town in Belgium"."""
    inside: dict[str, list[str]] = {}
    for one, other in pairwise(m for m in mentions if m.named and _is_place(m)):
        lying = _lying(one.entity.key, other.entity.key, analysis.document.text[one.end : other.start])
        if lying is not None:
            inside.setdefault(lying[0], []).append(lying[1])
    return inside


def _lying(first: str, second: str, between: str) -> tuple[str, str] | None:
    """Which of two places lies in which, by the words between them; None where they say nothing of it."""
    if first == second or len(between) > _FARTHEST or "\n" in between:
        return None
    if _leads_out(between, second) and first not in around(second):
        return first, second
    return (second, first) if between in ("'s ", "’s ") else None


def _leads_out(between: str, other: str) -> bool:
    """Words from a place to the one around it: "in", "a town in", "in the south of", a comma before a known region."""
    gap = between.strip().replace(",", " ").split()
    if between == ", ":
        return is_container(other)
    if not gap or gap[-1].lower() not in words("places", "leading"):
        return False
    return "in" in gap and all(w.lower() in words("places", "leading") | words("places", "containers") for w in gap)


def _relation(tokens: Words) -> str | None:
    """The part a place plays, by the preposition above it or the verb whose object it is; None where it plays none."""
    head = _first_of_list(_whole(tokens.root))
    verb = head.head
    if head.dep_ == "dobj":
        lemma = verb.lemma_.lower()
        return "to" if lemma in words("places", "reaching") else "from" if lemma in words("places", "leaving") else None
    for preposition in _prepositions(head):
        relation = _of_preposition(preposition)
        if relation is not None:
            return relation
    return "at" if head.dep_ == "npadvmod" else None


def _whole(root: Token) -> Token:
    """The noun that a place name stands before or after: "Kent county", "the Hull docks", "Kent's coast"."""
    node = root
    for _ in range(_LONGEST_CLIMB):
        sited = node.head.lemma_.lower() in words("places", "containers") | words("places", "sorts")
        if node.dep_ not in ("compound", "nmod", "poss", "appos", "amod") or not (sited or node.dep_ == "appos"):
            break
        node = node.head
    return node


def _first_of_list(noun: Token) -> Token:
    node = noun
    while node.dep_ == "conj" and node.head.i < node.i and node.head.pos_ in ("PROPN", "NOUN"):
        node = node.head
    return node


def _prepositions(noun: Token) -> Iterator[Token]:
    """The preposition of a noun; over the "of" of "off the coast of Kent" the one before "coast"."""
    node = noun
    for _ in range(_LONGEST_CLIMB):
        if node.dep_ != "pobj":
            return
        preposition = node.head
        yield preposition
        sited = preposition.head.lemma_.lower() in words("places", "containers") | words("places", "sorts")
        if not (preposition.lower_ == "of" and sited):
            return
        node = _first_of_list(preposition.head)


def _of_preposition(preposition: Token) -> str | None:
    word = preposition.lower_
    if word == "for" and not {preposition.head.lemma_.lower(), preposition.head.lower_} & words("places", "bound"):
        return None
    if word == "of" and lower_before(preposition) == "out":
        return "from"
    listed = lexicon("places")["prepositions"]
    return next((part for part in _PARTS if word in listed[part]), None)
