"""Credit without a verb: a name after a dash ('“No.” – Ann Lee, owner') or before a colon ('And from Bo Ek: “No.”')."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from xcheck.claims.attribution.page import Credit, Page
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.syntax.verbs import FINITE
from xcheck.records.claim import Quote
from xcheck.records.document import Region

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND = re.compile(r"[\s,]*(?:--|[-–—―])\s*([^\"“”„«»\n:]{2,160})$")
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})
_LEADING = frozenset({"from", "by"})


def lined(page: Page, claimed: Collection[int]) -> Iterator[Credit]:
    """Credit each quotation whose speaker stands in a line without a verb; those that start in ``claimed`` have one."""
    for quote in page.quotes:
        if not quote.scare and quote.start not in claimed:
            credit = _behind(quote, page) or _ahead(quote, page)
            if credit is not None:
                yield credit


def _behind(quote: Quote, page: Page) -> Credit | None:
    """The name after a dash, to the end of the paragraph or in the next one."""
    here, following = _paragraphs(quote, page, 0, 1)
    if here is None:
        return None
    rest = page.text[quote.end : here.end]
    if following is not None and not rest.strip(" .,"):
        here, rest = following, following.text
    found = _BEHIND.match(rest)
    return _credit(quote, page, _tokens(page, here.end - len(found[1]), here.end)) if found else None


def _ahead(quote: Quote, page: Page) -> Credit | None:
    """The name before a colon, in the same paragraph or at the end of the one before."""
    before, here = _paragraphs(quote, page, -1, 0)
    if here is None:
        return None
    if before is not None and not page.text[here.start : quote.start].strip():
        here = before
    end = here.start + len(page.text[here.start : min(quote.start, here.end)].rstrip())
    sentence = _sentence_at(page, end - 1)
    if sentence is None or page.text[end - 1] != ":":
        return None
    return _credit(quote, page, _tokens(page, max(sentence.start, here.start), end - 1))


def _paragraphs(quote: Quote, page: Page, *steps: int) -> tuple[Region | None, ...]:
    """The paragraph that holds a quotation (0), the next (1), the one before (-1)."""
    regions = page.analysis.document.regions
    place = bisect_right(regions, quote.start, key=lambda r: r.start) - 1
    return tuple(regions[place + s] if 0 <= place + s < len(regions) else None for s in steps)


def _tokens(page: Page, start: int, end: int) -> list[Token]:
    span = page.analysis.doc.char_span(start, end, alignment_mode="contract")
    return [t for t in span if not t.is_space] if span is not None else []


def _credit(quote: Quote, page: Page, who: Sequence[Token]) -> Credit | None:
    """The credit to whoever some words name; None where they are a sentence, too many, or name nobody.

    The words are source and cue in one: they tell of nothing else.
    """
    sentence = _sentence_at(page, quote.end - 1)
    limit = lexicon("reporting")["line_speaker_words_at_most"]
    told = [*takewhile(lambda t: t.tag_ not in _RELATIVE, who)]
    if sentence is None or len(who) > limit or any(t.tag_ in FINITE | {"MD"} or page.quote_at(t.idx) for t in told):
        return None
    named = [t for t in takewhile(lambda t: t.pos_ != "ADP" or t.lower_ in _LEADING, told) if not t.is_punct]
    holder = _holder(named)
    if holder is None:
        return None
    return Credit(sentence, tuple(who), tuple(who), holder, quote.start, quote.end, speech=True)


def _holder(named: Sequence[Token]) -> Token | None:
    """The last word of the first person's name; else of a body's or another's, no place's; else a role."""
    persons = [t for t in named if t.ent_type_ == "PERSON"]
    names = persons or [t for t in named if t.pos_ == "PROPN" and t.ent_type_ in ("", "ORG")]
    return _last_of_first(names) if names else _last_role(named)


def _last_of_first(names: Sequence[Token]) -> Token:
    """The last of the neighbouring words that the names begin with."""
    return [t for n, t in enumerate(names) if t.i == names[0].i + n][-1]


def _last_role(named: Sequence[Token]) -> Token | None:
    roles = words("reporting", "role") | words("reporting", "spokesperson")
    return next((t for t in reversed(named) if t.lemma_.lower() in roles), None)


def _sentence_at(page: Page, offset: int) -> Sentence | None:
    sentences = page.analysis.sentences
    place = bisect_right(sentences, offset, key=lambda s: s.start) - 1
    return sentences[place] if place >= 0 and offset < sentences[place].end else None
