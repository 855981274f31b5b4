"""Ages of people: "Ann Roe, 43", "a 43-year-old nurse", "the twins, who turn 30"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.entities.mentions import Mention, Title
from xcheck.entities.offices import is_human
from xcheck.entities.spans import HYPHENS
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.neighbours import after, before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OLDEST = 120
_CLOSING = frozenset({",", ")", ".", ";", "and", "who", "from", "of", "–", "—"})
_VERBS = frozenset({"be", "turn"})


def found(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Title]:
    """Every age that the document gives of somebody, named or not."""
    doc = analysis.doc
    holders = {i: m.entity.key for m in mentions if m.entity.kind == "person" for i in _tokens(doc, m)}
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.like_num and token.text.isdecimal() and 0 < int(token.text[:4]) < _OLDEST and len(token) < 4:
                yield from _of_number(token, holders)


def _tokens(doc: Doc, mention: Mention) -> range:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _of_number(number: Token, holders: dict[int, str]) -> Iterator[Title]:
    holder, last = _apposed(number, holders), number
    if holder is None and _is_year_old(number):
        last = number.doc[number.i + 4]
        holder = _described(last, holders)
    if holder is None:
        holder = _said(number, holders)
    if holder is not None:
        yield Title(number.idx, last.idx + len(last), number.text, "", holder, "age")


def _apposed(number: Token, holders: dict[int, str]) -> str | None:
    """Who stands before an age: "Ann Roe, 43," / "Ann Roe (43)" / "a man, aged 43," / "a man aged 43"."""
    following, sign = after(number), before(number)
    if following is not None and following.lower_ not in _CLOSING:
        return None
    if sign is not None and sign.lower_ == "aged":
        sign = before(sign)
        if sign is not None and (sign.i in holders or sign.pos_ == "NOUN"):
            return _holder(sign, holders)
    if sign is None or sign.text not in (",", "("):
        return None
    return holders.get(sign.i - 1)


def _is_year_old(number: Token) -> bool:
    """The number of "43-year-old", which the tokenizer takes apart."""
    doc, i = number.doc, number.i
    return (
        i + 4 < len(doc)
        and doc[i + 1].text in HYPHENS
        and doc[i + 2].lower_ == "year"
        and doc[i + 3].text in HYPHENS
        and doc[i + 4].lower_ == "old"
    )


def _described(old: Token, holders: dict[int, str]) -> str | None:
    """Who is "43-year-old": the name or human noun of the phrase that goes on."""
    doc = old.doc
    for i in range(old.i + 1, min(old.i + 6, len(doc))):
        if i in holders:
            return holders[i]
        token = doc[i]
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.text not in HYPHENS:
            return None
        if (
            token.pos_ == "NOUN"
            and is_human(token.lemma_.lower())
            and (i + 1 >= len(doc) or doc[i + 1].pos_ not in ("NOUN", "PROPN"))
        ):
            return _holder(token, holders)
    return None


def _said(number: Token, holders: dict[int, str]) -> str | None:
    """Of whom a verb says an age: "who is 43", "who turn 30", "Ann Roe was 43"."""
    verb = number.head
    if (
        verb.lemma_.lower() not in _VERBS
        or number.dep_ not in ("attr", "dobj", "acomp", "npadvmod", "nummod")
        or list(number.children)
    ):
        return None
    following = after(number)
    if following is not None and following.pos_ in ("NOUN", "SYM", "NUM"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return None
    return _holder(verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject, holders)


def _holder(noun: Token, holders: dict[int, str]) -> str | None:
    if noun.i in holders:
        return holders[noun.i]
    apposed = next((c.i for c in noun.children if c.dep_ == "appos" and c.i in holders), None)
    if apposed is not None:
        return holders[apposed]
    lemma = noun.lemma_.lower()
    return lemma if noun.pos_ == "NOUN" and is_human(lemma) else None
