"""Ages of people: "Ann Roe, 43", "a 43-year-old nurse", "the twins, who turn 30"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.entities.mentions import Mention, Title
from xcheck.entities.offices import is_human
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.neighbours import HYPHENS, after
from xcheck.nlp.syntax.ages import OLDEST, behind, said_of, year_old
from xcheck.nlp.syntax.subjects import antecedent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 6


def found(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Title]:
    """Every age that the document gives of somebody, named or not."""
    doc = analysis.doc
    holders = {i: m.entity.key for m in mentions if m.entity.kind == "person" for i in _tokens(doc, m)}
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.like_num and token.text.isdecimal() and len(token) < 4 and 0 < int(token.text) <= OLDEST:
                yield from _of_number(token, holders)


def _tokens(doc: Doc, mention: Mention) -> range:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _of_number(number: Token, holders: dict[int, str]) -> Iterator[Title]:
    beside, old, subject = behind(number), year_old(number), said_of(number)
    holder, last = _holder(beside, holders) if beside is not None else None, number
    if holder is None and old is not None:
        holder, last = _described(old, holders), old
    if holder is None and subject is not None:
        holder, last = _holder(antecedent(subject), holders), number
    if holder is not None:
        yield Title(number.idx, last.idx + len(last), number.text, "", holder, "age")


def _described(old: Token, holders: dict[int, str]) -> str | None:
    """Who is "43-year-old": the name or human noun of the phrase that goes on."""
    for token in old.doc[old.i + 1 : old.i + _LONGEST]:
        if token.i in holders:
            return holders[token.i]
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.text not in HYPHENS:
            return None
        following = after(token)
        ends = following is None or following.pos_ not in ("NOUN", "PROPN")
        if ends and (holder := _holder(token, holders)) is not None:
            return holder
    return None


def _holder(noun: Token, holders: dict[int, str]) -> str | None:
    if noun.i in holders:
        return holders[noun.i]
    apposed = next((c.i for c in noun.children if c.dep_ == "appos" and c.i in holders), None)
    if apposed is not None:
        return holders[apposed]
    lemma = noun.lemma_.lower()
    return lemma if noun.pos_ == "NOUN" and is_human(lemma) else None
