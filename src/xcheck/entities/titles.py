"""Titles of people: "Deputy Minister Ann Roe", "Ann Roe, the minister for roads", "Ann Roe, who chairs the board"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.entities.mentions import Mention, Title
from xcheck.entities.offices import honorifics, is_human, office_words
from xcheck.entities.spans import HYPHENS
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.lexicons.entities import Roles, Titles
from xcheck.nlp.lexicons.load import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 14
_LINKS = frozenset({"of", "for"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my", "another", "one"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
_AGENTIVE = ("er", "or", "ian", "ist", "ant", "ee", "man", "woman")
_SPACES = re.compile(r"\s+")


def found(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Title]:
    """The titles that the document gives to the persons it names."""
    doc = analysis.doc
    for mention in mentions:
        span = (
            doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if mention.entity.kind == "person"
            else None
        )
        if span is not None:
            yield from _of_person(doc, span.start, span.end, mention.entity.key)


def _of_person(doc: Doc, start: int, end: int, key: str) -> Iterator[Title]:
    for phrase in (_before(doc, start), _introducing(doc, start), _apposed(doc, end)):
        if phrase:
            yield from _title(phrase, key)
    yield from _said(doc, start, end, key)


def _title(phrase: Sequence[Token], key: str) -> Iterator[Title]:
    """A noun phrase as a title of ``key``; without article, possessor and age."""
    head = _head(phrase)
    core = [t for t in _without_owner(phrase, head) if t.lower_ not in _DETERMINERS]
    core = core[next((i for i, t in enumerate(core) if _belongs(t) and not _is_age(t)), 0) :]
    text = _spoken(core)
    if core and head is not None and text and text not in honorifics():
        yield Title(core[0].idx, core[-1].idx + len(core[-1]), text, head.lemma_.lower().rstrip("."), key)


def _is_age(token: Token) -> bool:
    return (
        token.lower_ in ("year", "old", "years", "aged")
        or token.text.replace("-", "").isdecimal()
        or token.lower_.endswith("-year-old")
    )


def _without_owner(phrase: Sequence[Token], head: Token | None) -> Sequence[Token]:
    """A phrase after its possessor: "the firm's sales director" → "sales director"."""
    owner = max(
        (i for i, t in enumerate(phrase) if t.lower_ in _POSSESSIVE and (head is None or t.i < head.i)), default=-1
    )
    return phrase[owner + 1 :]


def _head(phrase: Sequence[Token]) -> Token | None:
    """The noun that says what somebody is: the last human noun before an "of" or "for"."""
    cut = next((i for i, t in enumerate(phrase) if t.lower_ in _LINKS), len(phrase))
    nouns = [t for t in phrase[:cut] if t.pos_ in ("NOUN", "PROPN", "ADJ") and t.is_alpha]
    found = next((t for t in reversed(nouns) if _is_human(t)), None)
    return found or (phrase[-1] if phrase and _is_human(phrase[-1]) else None)


def _is_human(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return is_human(token.lemma_.lower()) or word in office_words()


def _before(doc: Doc, start: int) -> Sequence[Token]:
    """The noun phrase that runs straight into a name: "fellow nurse", "U.S. Deputy Secretary of State"."""
    first = start
    while first > 0 and start - first < _LONGEST and _goes_before(doc[first - 1]) and not doc[first].is_sent_start:
        first -= 1
    phrase = [t for t in doc[first:start] if t.lower_.rstrip(".") not in honorifics() or start - first > 1]
    if not phrase or _head(phrase) is None:
        return ()
    joined = phrase[-1].lower_ in _POSSESSIVE
    after_link = any(t.lower_ in _LINKS for t in phrase)
    return () if joined or not (_is_human(phrase[-1]) or after_link) else _from_head_on(phrase)


def _from_head_on(phrase: Sequence[Token]) -> Sequence[Token]:
    """Without the words before an "of" that are another phrase: no human noun, and no body ("Board of Trade clerk")."""
    link = next((i for i, t in enumerate(phrase) if t.lower_ in _LINKS), None)
    if link is None or not link or any(_is_human(t) for t in phrase[:link]):
        return phrase
    return phrase if phrase[link - 1].lower_ in lexicon(Titles).openers else phrase[link + 1 :]


def _belongs(token: Token) -> bool:
    """A word that a title may hold: a noun, an adjective, a participle as in "managing director"."""
    return token.pos_ in _INSIDE or token.lower_ in lexicon(Roles).participles


def _goes_before(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    return (
        _belongs(token)
        or token.text in HYPHENS
        or token.lower_ in _LINKS
        or (token.lower_ in _POSSESSIVE and token.i > 0)
    )


def _introducing(doc: Doc, start: int) -> Sequence[Token]:
    """The phrase before the comma in "The governor, Ann Roe, said"."""
    if start < 2 or doc[start - 1].text != "," or doc[start].is_sent_start:
        return ()
    first = start - 1
    while first > 0 and start - first < _LONGEST and (_goes_before(doc[first - 1])) and not doc[first].is_sent_start:
        first -= 1
    phrase = list(doc[first : start - 1])
    owned = first > 0 and doc[first - 1].lower_ in _DETERMINERS
    possessed = any(t.lower_ in _POSSESSIVE for t in phrase)
    head = _head(phrase)
    if (
        head is None
        or not (owned or possessed)
        or not (_is_human(phrase[-1]) or any(t.lower_ in _LINKS for t in phrase))
    ):
        return ()
    return _from_head_on(phrase) if head.tag_ in ("NN", "NNP") else ()


def _apposed(doc: Doc, end: int) -> Sequence[Token]:
    """The phrase after the comma in "Ann Roe, 43, chief executive of Tarnow plc, said"."""
    at = end
    if (
        at < len(doc)
        and doc[at].text == ","
        and at + 2 < len(doc)
        and doc[at + 1].text.isdecimal()
        and doc[at + 2].text == ","
    ):
        at += 2
    if at >= len(doc) or doc[at].text not in (",", "–", "—", "-", "("):
        return ()
    first = at + 1
    last = _end_of_phrase(doc, first)
    phrase = list(doc[first:last])
    while phrase and (phrase[-1].lower_ in (*_LINKS, *_DETERMINERS, *_POSSESSIVE, "and") or phrase[-1].is_space):
        phrase.pop()
    head = _head(phrase) or _agentive(phrase)
    if (
        head is None
        or head.tag_ not in ("NN", "NNP")
        or (phrase[0].ent_type_ == "PERSON" and not any(t.lower_ in _POSSESSIVE for t in phrase))
    ):
        return ()
    return phrase


def _agentive(phrase: Sequence[Token]) -> Token | None:
    """A noun that the lists don't have, but whose ending says that it means a doer ("a bellringer")."""
    cut = next((i for i, t in enumerate(phrase) if t.lower_ in _LINKS), len(phrase))
    noun = next((t for t in reversed(phrase[:cut]) if t.pos_ == "NOUN"), None)
    return (
        noun
        if noun is not None and phrase[0].lower_ in ("a", "an", "the") and noun.lower_.endswith(_AGENTIVE)
        else None
    )


def _end_of_phrase(doc: Doc, first: int) -> int:
    """The index after a noun phrase with its "of" and "for": at a comma, a verb, a relative or another preposition."""
    last = first
    linked = False
    while last < len(doc) and last - first < _LONGEST and not (last > first and doc[last].is_sent_start):
        token = doc[last]
        if token.lower_ in _LINKS:
            linked = True
        elif token.lower_ == "and":
            if not linked or doc[min(last + 1, len(doc) - 1)].pos_ not in ("NOUN", "PROPN", "DET", "ADJ"):
                break
        elif not (
            token.pos_ in _INSIDE
            or token.lower_ in _DETERMINERS
            or token.lower_ in _POSSESSIVE
            or token.text in HYPHENS
            or token.tag_ in ("VBN", "VBG", "RBS", "RB")
            or token.pos_ == "NUM"
        ):
            break
        last += 1
    return last


def _said(doc: Doc, start: int, end: int, key: str) -> Iterator[Title]:
    """What a verb says of somebody: "Ann Roe is the coroner", "who chairs the board", "a board headed by Ann Roe"."""
    head = next((t for t in doc[start:end] if not (start <= t.head.i < end) or t.head.i == t.i), doc[end - 1])
    verbs = [head.head] if head.dep_ in ("nsubj", "nsubjpass") else []
    verbs += [c for c in head.children if c.dep_ == "relcl"]
    for verb in verbs:
        yield from _of_verb(verb, key)
    if head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.tag_ == "VBN":
        verb = head.head.head
        office = lexicon(Roles).offices.get(verb.lemma_.lower())
        if office:
            yield Title(verb.idx, verb.idx + len(verb), office, office, key)


def _of_verb(verb: Token, key: str) -> Iterator[Title]:
    lemma = verb.lemma_.lower()
    if lemma == "be" or lemma in lexicon(Roles).naming:
        for child in verb.children:
            if child.dep_ in ("attr", "oprd") or (child.dep_ == "dobj" and lemma == "become"):
                yield from _of_complement(child, key)
    office = lexicon(Roles).offices.get(lemma)
    governed = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if office and governed is not None and not any(c.dep_ in ("neg", "aux") for c in verb.children):
        body = [t for t in verb.doc[governed.left_edge.i : governed.i + 1] if t.lower_ not in _DETERMINERS]
        yield Title(verb.idx, governed.idx + len(governed), f"{office} of {_spoken(body)}", office, key)


def _of_complement(noun: Token, key: str) -> Iterator[Title]:
    if not _is_human(noun) or noun.tag_ not in ("NN", "NNP") or any(c.dep_ == "neg" for c in noun.head.children):
        return
    first = noun.left_edge.i
    last = max(_end_of_phrase(noun.doc, noun.i), noun.i + 1)
    phrase = list(noun.doc[first:last])
    while phrase and phrase[-1].lower_ in (*_LINKS, *_DETERMINERS):
        phrase.pop()
    if phrase:
        yield from _title(phrase, key)


def _spoken(tokens: Sequence[Token]) -> str:
    """Words in lower case, acronyms without points, glyphs straight."""
    text = "".join(t.text_with_ws for t in tokens).lower().replace("’", "'")
    text = re.sub(r"\b((?:[a-z]\.){2,})", lambda m: m[1].replace(".", ""), text)
    return _SPACES.sub(" ", text).strip(" ,.'")
