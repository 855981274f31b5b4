"""What speaks for each kind of name: its words, its neighbours, the parser's label. Weights set by hand on news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.entities.candidates import LINKS, Candidate
from xcheck.entities.geography import places
from xcheck.entities.offices import is_given_name, is_human
from xcheck.entities.spans import HYPHENS
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicons.entities import Places, Titles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.neighbours import lower_before

if TYPE_CHECKING:
    from spacy.tokens import Token

LISTED = 6.0  # what it counts for a place that the lists know
_REACH = 9


def scores(candidate: Candidate, speech: frozenset[str]) -> dict[str, float]:
    """How much speaks for each kind in this place: the name's own words, its neighbours, the parser's label.

    ``speech`` are the lemmas of verbs of saying, whose subject is mostly a person or a body.
    """
    return _sum((*_of_words(candidate), *_of_neighbours(candidate), *_of_parse(candidate, speech)))


def _sum(found: Iterable[tuple[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for kind, weight in found:
        total[kind] = total.get(kind, 0.0) + weight
    return total


def _of_words(candidate: Candidate) -> Iterator[tuple[str, float]]:
    tokens = candidate.tokens
    last = tokens[-1].lower_.rstrip(".")
    if candidate.title and not candidate.known:
        yield "person", 4.0
    if len(tokens) > 1 and is_given_name(fold(tokens[0].text)):
        yield "person", 3.0
    if candidate.surface in places():
        yield "place", LISTED
    if len(tokens) > 1 and last in lexicon(Titles).organisations | lexicon(Titles).suffixes:
        yield "organisation", 5.0
    if len(tokens) > 1 and last in lexicon(Places).sorts:
        yield "place", 4.5
    if tokens[-1].tag_ == "NNPS":
        yield "group", 1.5
    if any(t.text == "&" for t in tokens):
        yield "organisation", 5.0
    if any(t.lower_ in LINKS for t in tokens):
        yield "organisation", 3.0
    if tokens[-1].text.isupper() and 2 <= len(last) <= 6 and not any(t.text.isupper() for t in tokens[:-1]):
        yield "organisation", 2.5


def _of_neighbours(candidate: Candidate) -> Iterator[tuple[str, float]]:
    doc = candidate.tokens[0].doc
    first, after = candidate.tokens[0].i, candidate.tokens[-1].i + 1
    before = doc[first - 1] if first else None
    if before is not None:
        if before.pos_ == "NOUN" and is_human(before.lemma_.lower()):
            yield "person", 4.0
        elif before.pos_ == "NOUN" and before.lemma_.lower() in lexicon(Titles).bodies:
            yield "organisation", 3.0
        elif before.lower_ in ("in", "near", "outside", "around", "across") or _is_from(before):
            yield "place", 1.5
        elif before.lower_ in ("at", "from", "to", "off", "towards"):
            yield "place", 1.0
        elif before.lower_ == "the":
            yield "organisation", 0.7
            yield "person", -2.0
    yield from _of_words_after([doc[i] for i in range(after, min(after + _REACH, len(doc)))])


def _is_from(word: Token) -> bool:
    """The "of" that tells where somebody lives ("Roe, 43, of Ostend")."""
    return word.lower_ == "of" and lower_before(word) == ","


def _of_words_after(following: list[Token]) -> Iterator[tuple[str, float]]:
    texts = [t.lower_ for t in following]
    if texts[:1] in ([","], ["("]) and len(following) > 2:
        if following[1].like_num and len(following[1]) < 4 and texts[2] in (",", ")", "."):
            yield "person", 4.0
        if texts[1] == "who":
            yield "person", 2.5
        if texts[1] == "which":
            yield "organisation", 1.0
            yield "place", 1.0
        if texts[1] in ("a", "an", "the"):
            yield from _of_description(following[2:])
    if texts[:1] and texts[0] in HYPHENS and texts[1:2] == ["based"]:
        yield "place", 3.0
    if texts[:1] in (["plc"], ["ltd"], ["inc"]) or (
        texts[:1] and texts[0] in lexicon(Titles).bodies and following[0].pos_ == "NOUN"
    ):
        yield "organisation", 2.0


def _of_description(following: list[Token]) -> Iterator[tuple[str, float]]:
    """The noun of an apposition: "a market town", "the city's largest union"."""
    ends = [t for t, after in pairwise(following) if t.pos_ == "NOUN" and after.pos_ not in ("NOUN", "PART")]
    noun = ends[0].lemma_.lower() if ends else ""
    if is_human(noun):
        yield "person", 2.0
    elif noun in lexicon(Titles).bodies:
        yield "organisation", 3.0
    elif noun in lexicon(Places).containers | lexicon(Places).sorts:
        yield "place", 3.0


def _of_parse(candidate: Candidate, speech: frozenset[str]) -> Iterator[tuple[str, float]]:
    several = len([t for t in candidate.tokens if t.text[0].isupper()]) > 1
    label = candidate.tokens[-1].ent_type_ if len({t.ent_type_ for t in candidate.tokens}) == 1 else ""
    if label == "PERSON":
        yield "person", 2.0 if several else 0.6
    elif label == "ORG":
        yield "organisation", 1.5 if several else 0.8
    elif label in ("GPE", "LOC", "FAC"):
        yield "place", 1.6
    elif label in ("NORP",):
        yield "group", 1.0
    elif label in ("EVENT", "PRODUCT", "LAW", "WORK_OF_ART"):
        yield "thing", 1.0
    head = candidate.tokens[-1]
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in speech:
        yield "person", 1.0 if several else 0.4
        yield "organisation", 0.5
    if (
        several
        and len(candidate.tokens) == 2
        and all(t.is_alpha and t.tag_ == "NNP" and t.is_title for t in candidate.tokens)
    ):
        yield "person", 0.5
