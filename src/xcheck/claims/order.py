"""Which of two events came first: "before", "after" and "then"."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.sentence import Order

_LINK = re.compile(r"\b(before|after|until|following|then)\b", re.IGNORECASE)
_FORWARD = ("before", "until", "then")  # what stands before these came first


def order(sentence: Span) -> Order | None:
    """Return the two events that a sentence sets in order, if one word in it does so."""
    links = list(_LINK.finditer(sentence.text))
    if len(links) != 1:
        return None
    link, text = links[0], sentence.text
    before, after = text[: link.start()], text[link.end() :]
    if not before.strip() or _is_length(before):  # "After leaving the choir, she ...", "Two days after ..., he ..."
        second, _, first = after.partition(",")
    else:
        first, second = before, after
    sides = _stems(first), _stems(second)
    earlier, later = sides if link[0].casefold() in _FORWARD else sides[::-1]
    if not earlier or not later:
        return None
    span = Span(start=sentence.start + link.start(), end=sentence.start + link.end(), text=link[0])
    return Order(earlier=tuple(sorted(earlier - later)), later=tuple(sorted(later - earlier)), link=span)


def _is_length(text: str) -> bool:
    """Whether what stands before the link only says by how much: "three weeks before"."""
    found = folded(text)
    return (
        0 < len(found) <= lexicon(Thresholds).times.order_words
        and found[-1].removesuffix("s") in lexicon(ComparisonWords).lengths
    )


def _stems(text: str) -> frozenset[str]:
    """The stems of an event's words; without names, which one event lends to the other ("she"), where it has others."""
    telling = [w for w in plain(text).split() if len(w) > 2 and w.casefold() not in lexicon(SupportModel).function]
    plainer = [w for w in telling if not w[:1].isupper()]
    return frozenset(stem(w) for word in plainer or telling for w in folded(word))
