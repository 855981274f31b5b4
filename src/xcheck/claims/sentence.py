"""A sentence with what is read from it as a whole, for each of its claims to carry."""

from __future__ import annotations

import re
from decimal import Decimal

from xcheck.claims.attribution import disputes
from xcheck.claims.effects import effect, is_linked
from xcheck.claims.modality.sureness import sureness
from xcheck.claims.officeholders import nearing, officeholders
from xcheck.claims.order import order
from xcheck.claims.quantifiers import quantifiers
from xcheck.claims.quotes import plain
from xcheck.records.base import Span
from xcheck.records.sentence import Sentence

_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d,])")


def sentence_of(span: Span) -> Sentence:
    """Return the sentence in a stretch of a document."""
    text = span.text
    return Sentence(
        **dict(span),
        numbers=tuple(dict.fromkeys(Decimal(n.replace(",", "")) for n in _NUMBER.findall(plain(text)))),
        quantifiers=quantifiers(span),
        order=order(span),
        sureness=sureness(text),
        officeholders=officeholders(text),
        nearing=nearing(text),
        voiced=disputes.is_voiced(text),
        disputed=disputes.is_disputed(text),
        anonymous=disputes.is_anonymous(text),
        describer=disputes.describer(text),
        effect=effect(text),
        linked=is_linked(text),
    )
