"""What speaks for each kind of name: its words, its neighbours, the parser's label. Weights set by hand on news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.entities.candidates import LINKS, Candidate
from xcheck.entities.geography import places
from xcheck.entities.offices import is_given_name, is_human
from xcheck.entities.spans import Run
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import HYPHENS, lower_before

if TYPE_CHECKING:
    from spacy.tokens import Token

LISTED = 6.0  # what it counts for a place that the lists know
_REACH = 9
_COMPANIES = frozenset({"plc", "ltd", "inc"})
# The parser's label: the kind, and what it counts for in a name of several words and of one.
_LABELS = {
    "PERSON": ("person", 2.0, 0.6),
    "ORG": ("organisation", 1.5, 0.8),
    "NORP": ("group", 1.0, 1.0),
    **dict.fromkeys(("GPE", "LOC", "FAC"), ("place", 1.6, 1.6)),
    **dict.fromkeys(("EVENT", "PRODUCT", "LAW", "WORK_OF_ART"), ("thing", 1.0, 1.0)),
}


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
    tokens, last = candidate.tokens, candidate.tokens[-1]
    if candidate.title and not candidate.known:
        yield "person", 4.0
    if candidate.surface in places():
        yield "place", LISTED
    if len(tokens) > 1:
        yield from _of_first_and_last(candidate)
    if last.tag_ == "NNPS":
        yield "group", 1.5
    yield from _of_links({t.lower_ for t in tokens})
    if _is_acronym(last) and not any(t.text.isupper() for t in tokens[:-1]):
        yield "organisation", 2.5


def _of_links(spoken: set[str]) -> Iterator[tuple[str, float]]:
    """What joins the words of a name: "Roe & Sons", "Bank of Tarnow"."""
    if "&" in spoken:
        yield "organisation", 5.0
    if spoken & LINKS:
        yield "organisation", 3.0


def _of_first_and_last(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """What the first and the last word of a longer name say: a given name, "council", "park"."""
    last = candidate.tokens[-1].lower_.rstrip(".")
    if is_given_name(fold(candidate.tokens[0].text)):
        yield "person", 3.0
    if last in words("titles", "organisations") | words("titles", "suffixes"):
        yield "organisation", 5.0
    if last in words("places", "sorts"):
        yield "place", 4.5


def _is_acronym(token: Token) -> bool:
    return token.text.isupper() and 2 <= len(token.text.rstrip(".")) <= 6


def _of_neighbours(candidate: Candidate) -> Iterator[tuple[str, float]]:
    doc = candidate.tokens[0].doc
    first, after = candidate.tokens[0].i, candidate.tokens[-1].i + 1
    if first:
        yield from _of_word_before(doc[first - 1])
    yield from _of_words_after([doc[i] for i in range(after, min(after + _REACH, len(doc)))])


def _of_word_before(before: Token) -> Iterator[tuple[str, float]]:
    if before.pos_ == "NOUN" and is_human(before.lemma_.lower()):
        yield "person", 4.0
    elif before.pos_ == "NOUN" and before.lemma_.lower() in words("titles", "bodies"):
        yield "organisation", 3.0
    elif before.lower_ in ("in", "near", "outside", "around", "across") or _is_from(before):
        yield "place", 1.5
    elif before.lower_ in ("at", "from", "to", "off", "towards"):
        yield "place", 1.0
    elif before.lower_ == "the":
        yield "organisation", 0.7
        yield "person", -2.0


def _is_from(word: Token) -> bool:
    """The "of" that tells where somebody lives ("Roe, 43, of Ostend")."""
    return word.lower_ == "of" and lower_before(word) == ","


def _of_words_after(following: list[Token]) -> Iterator[tuple[str, float]]:
    if not following:
        return
    first = following[0]
    if first.text in (",", "(") and len(following) > 2:
        yield from _of_aside(following)
    if first.text in HYPHENS and [t.lower_ for t in following[1:2]] == ["based"]:
        yield "place", 3.0
    if _is_of_body(first):
        yield "organisation", 2.0


def _is_of_body(word: Token) -> bool:
    """Whether the word after a name makes it a body: "plc", "council"."""
    return word.lower_ in _COMPANIES or (word.pos_ == "NOUN" and word.lower_ in words("titles", "bodies"))


def _of_aside(following: list[Token]) -> Iterator[tuple[str, float]]:
    """What stands after a comma or bracket: an age, a relative clause, a description."""
    first, closing = following[1], following[2].text
    if first.like_num and len(first) < 4 and closing in (",", ")", "."):
        yield "person", 4.0
    if first.lower_ == "who":
        yield "person", 2.5
    if first.lower_ == "which":
        yield "organisation", 1.0
        yield "place", 1.0
    if first.lower_ in ("a", "an", "the"):
        yield from _of_description(following[2:])


def _of_description(following: list[Token]) -> Iterator[tuple[str, float]]:
    """The noun of an apposition: "a market town", "the city's largest union"."""
    ends = [t for t, after in pairwise(following) if t.pos_ == "NOUN" and after.pos_ not in ("NOUN", "PART")]
    noun = ends[0].lemma_.lower() if ends else ""
    if is_human(noun):
        yield "person", 2.0
    elif noun in words("titles", "bodies"):
        yield "organisation", 3.0
    elif noun in words("places", "containers") | words("places", "sorts"):
        yield "place", 3.0


def _of_parse(candidate: Candidate, speech: frozenset[str]) -> Iterator[tuple[str, float]]:
    tokens, head = candidate.tokens, candidate.tokens[-1]
    several = len([t for t in tokens if t.text[0].isupper()]) > 1
    if head.ent_type_ in _LABELS and _has_one_label(tokens):
        kind, of_several, of_one = _LABELS[head.ent_type_]
        yield kind, of_several if several else of_one
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in speech:
        yield "person", 1.0 if several else 0.4
        yield "organisation", 0.5
    if several and _is_two_names(tokens):
        yield "person", 0.5


def _has_one_label(tokens: Run) -> bool:
    return len({t.ent_type_ for t in tokens}) == 1


def _is_two_names(tokens: Run) -> bool:
    return len(tokens) == 2 and all(t.is_alpha and t.tag_ == "NNP" and t.is_title for t in tokens)
