"""Titles of people: "Deputy Minister Ann Roe", "Ann Roe, the minister for roads", "Ann Roe, who chairs the board"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.entities.mentions import Mention, Title
from xcheck.entities.offices import honorifics
from xcheck.entities.title_phrases import (
    INSIDE,
    LINKS,
    POSSESSIVE,
    agentive,
    belongs,
    from_head_on,
    head_of,
    is_age,
    is_office_holder,
    is_possessed,
    is_title,
    spoken,
    without_owner,
)
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.neighbours import HYPHENS
from xcheck.nlp.syntax.subjects import NOMINAL
from xcheck.nlp.syntax.verbs import children, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 14
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my", "another", "one"})
_LOOSE = LINKS | _DETERMINERS | POSSESSIVE | {"and"}
_SETTING_OFF = frozenset({",", "–", "—", "-", "("})


def found(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Title]:
    """The titles that the document gives to the persons it names."""
    doc = analysis.doc
    for mention in (m for m in mentions if m.entity.kind == "person"):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            yield from _of_person(doc, span.start, span.end, mention.entity.key)


def _of_person(doc: Doc, start: int, end: int, key: str) -> Iterator[Title]:
    for phrase in (_before(doc, start), _introducing(doc, start), _apposed(doc, end)):
        if phrase:
            yield from _title(phrase, key)
    yield from _said(doc, start, end, key)


def _title(phrase: Sequence[Token], key: str) -> Iterator[Title]:
    """A noun phrase as a title of ``key``; without article, possessor and age."""
    head = head_of(phrase)
    core = [t for t in without_owner(phrase, head) if t.lower_ not in _DETERMINERS]
    core = core[next((i for i, t in enumerate(core) if belongs(t) and not is_age(t)), 0) :]
    text = spoken(core)
    if core and head is not None and text and text not in honorifics():
        yield Title(core[0].idx, core[-1].idx + len(core[-1]), text, head.lemma_.lower().rstrip("."), key)


def _before(doc: Doc, start: int) -> Sequence[Token]:
    """The noun phrase that runs straight into a name: "fellow nurse", "U.S. Deputy Secretary of State"."""
    first = _start_of_phrase(doc, start)
    phrase = [t for t in doc[first:start] if t.lower_.rstrip(".") not in honorifics() or start - first > 1]
    if not is_title(phrase) or phrase[-1].lower_ in POSSESSIVE:
        return ()
    return from_head_on(phrase)


def _start_of_phrase(doc: Doc, end: int) -> int:
    """Where the words begin that may be a title and end before a token, in its sentence."""
    first = end
    while first > 0 and end - first < _LONGEST and _goes_before(doc[first - 1]) and not doc[first].is_sent_start:
        first -= 1
    return first


def _goes_before(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    return (
        belongs(token) or token.text in HYPHENS or token.lower_ in LINKS or (token.lower_ in POSSESSIVE and token.i > 0)
    )


def _introducing(doc: Doc, start: int) -> Sequence[Token]:
    """The phrase before the comma in "The governor, Ann Roe, said"."""
    if start < 2 or doc[start - 1].text != "," or doc[start].is_sent_start:
        return ()
    first = _start_of_phrase(doc, start - 1)
    phrase = list(doc[first : start - 1])
    definite = first > 0 and doc[first - 1].lower_ in _DETERMINERS
    if not (definite or is_possessed(phrase)) or not is_title(phrase):
        return ()
    head = head_of(phrase)
    return from_head_on(phrase) if head is not None and head.tag_ in ("NN", "NNP") else ()


def _apposed(doc: Doc, end: int) -> Sequence[Token]:
    """The phrase after the comma in "Ann Roe, 43, chief executive of Tarnow plc, said"."""
    at = _past_age(doc, end)
    if at >= len(doc) or doc[at].text not in _SETTING_OFF:
        return ()
    phrase = _without_tail(doc[at + 1 : _end_of_phrase(doc, at + 1)])
    head = head_of(phrase) or agentive(phrase)
    if head is None or head.tag_ not in ("NN", "NNP"):
        return ()
    return () if phrase[0].ent_type_ == "PERSON" and not is_possessed(phrase) else phrase


def _without_tail(tokens: Iterable[Token]) -> Sequence[Token]:
    """A phrase without the small words and blanks at its end."""
    phrase = list(tokens)
    while phrase and (phrase[-1].lower_ in _LOOSE or phrase[-1].is_space):
        phrase.pop()
    return phrase


def _past_age(doc: Doc, end: int) -> int:
    """The place of the mark after a name, or after the age that follows it between commas."""
    aside = doc[end : end + 3]
    is_age = len(aside) == 3 and aside[0].text == aside[2].text == "," and aside[1].text.isdecimal()
    return end + 2 if is_age else end


def _end_of_phrase(doc: Doc, first: int) -> int:
    """The index after a noun phrase with its "of" and "for": at a comma, a verb, a relative or another preposition."""
    last, linked = first, False
    while last < len(doc) and last - first < _LONGEST and not (last > first and doc[last].is_sent_start):
        if not _goes_on(doc[last], linked=linked):
            break
        linked = linked or doc[last].lower_ in LINKS
        last += 1
    return last


def _goes_on(token: Token, *, linked: bool) -> bool:
    """Whether a word may stand inside the noun phrase of a title: "and" only behind its "of" or "for"."""
    if token.lower_ == "and":
        following = token.doc[min(token.i + 1, len(token.doc) - 1)]
        return linked and following.pos_ in INSIDE | {"DET"}
    if token.lower_ in _LOOSE or token.text in HYPHENS:
        return True
    return token.pos_ in INSIDE | {"NUM"} or token.tag_ in ("VBN", "VBG", "RBS", "RB")


def _said(doc: Doc, start: int, end: int, key: str) -> Iterator[Title]:
    """What a verb says of somebody: "Ann Roe is the coroner", "who chairs the board", "a board headed by Ann Roe"."""
    head = next((t for t in doc[start:end] if not (start <= t.head.i < end) or t.head.i == t.i), doc[end - 1])
    verbs = [head.head] if head.dep_ in NOMINAL else []
    for verb in (*verbs, *children(head, "relcl")):
        yield from _of_verb(verb, key)
    by = head.head
    if head.dep_ == "pobj" and by.lower_ == "by" and by.head.tag_ == "VBN":
        office = lexicon("roles")["offices"].get(by.head.lemma_.lower())
        if office:
            yield Title(by.head.idx, by.head.idx + len(by.head), office, office, key)


def _of_verb(verb: Token, key: str) -> Iterator[Title]:
    lemma = verb.lemma_.lower()
    if lemma == "be" or lemma in words("roles", "naming"):
        for child in children(verb, "attr", "oprd", *(("dobj",) if lemma == "become" else ())):
            yield from _of_complement(child, key)
    office = lexicon("roles")["offices"].get(lemma)
    governed = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if office and governed is not None and not children(verb, "neg", "aux"):
        yield _held(verb, governed, office, key)


def _held(verb: Token, body: Token, office: str, key: str) -> Title:
    """The office that a verb gives in a body: "chairs the harbour board"."""
    said = [t for t in verb.doc[body.left_edge.i : body.i + 1] if t.lower_ not in _DETERMINERS]
    return Title(verb.idx, body.idx + len(body), f"{office} of {spoken(said)}", office, key)


def _of_complement(noun: Token, key: str) -> Iterator[Title]:
    if not is_office_holder(noun) or noun.tag_ not in ("NN", "NNP") or is_negated(noun.head):
        return
    first = noun.left_edge.i
    last = max(_end_of_phrase(noun.doc, noun.i), noun.i + 1)
    phrase = list(noun.doc[first:last])
    while phrase and phrase[-1].lower_ in (*LINKS, *_DETERMINERS):
        phrase.pop()
    if phrase:
        yield from _title(phrase, key)
