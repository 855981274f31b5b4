"""Marks around a name: a nickname, a title, what somebody or something is called. Nobody is quoted there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.nlp.analysis import Analysis
from xcheck.nlp.lexicon import lexicon, words
from xcheck.records.claim import Quote

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SMALL = frozenset({"ADP", "DET", "CCONJ", "PART", "PRON", "AUX"})
_LINKS = frozenset({"as", "by", "the", "name"})


def names(analysis: Analysis, quotes: Sequence[Quote]) -> frozenset[int]:
    """Where those of the quotations begin that are but names."""
    limit: int = lexicon("reporting")["scare_words_at_most"]
    short = (q for q in quotes if len(q.words.split()) <= limit and q.words[-1:].isalnum())
    return frozenset(q.start for q in short if _is_name(q, analysis))


def _is_name(quote: Quote, analysis: Analysis) -> bool:
    inside = analysis.doc.char_span(quote.start, quote.end, alignment_mode="expand")
    said = [t for t in inside or () if t.is_alpha]
    if inside is None or not said or inside.start == 0:
        return False
    before = inside.doc[inside.start - 1]
    named = not _announces(before) and (_is_in_name(inside, before) or _is_title(said, before))
    return named or _is_christened(inside)


def _announces(before: Token) -> bool:
    """Whether somebody's words follow: after a comma, a colon or a verb of saying."""
    return before.text in (",", ":") or _tells(before)


def _is_in_name(inside: Words, before: Token) -> bool:
    """A nickname between the parts of a name: 'Ida "Duchess" Brand'."""
    after = inside.doc[inside.end] if inside.end < len(inside.doc) else None
    return after is not None and before.text[:1].isupper() and after.pos_ == "PROPN" and before.pos_ == "PROPN"


def _is_title(said: Sequence[Token], before: Token) -> bool:
    """Words in capitals as a title has them, right after a noun or a verb: 'the film "Salt Road"'."""
    telling = [t for t in said if t.pos_ not in _SMALL]
    capitals = bool(telling) and all(t.text[0].isupper() for t in telling) and said[0].text[0].isupper()
    return capitals and len(telling) > 1 and before.is_alpha


def _is_christened(inside: Words) -> bool:
    """What something is called where nobody is said to call it so: 'known as "the Badger"', 'dubbed "Big Bess"'."""
    steps = inside.doc[max(inside.start - 4, 0) : inside.start]
    verb = next((t for t in reversed(steps) if t.lower_ not in _LINKS), None)
    if verb is None or verb.tag_ != "VBN" or verb.lemma_.lower() not in words("reporting", "christening"):
        return False
    return not any(c.dep_ == "agent" for c in verb.children)


def _tells(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in words("reporting", "clause")
