"""Figures in the text: value, bounds, approximation, unit, what is counted, and what is stated to be unknown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from xcheck.claims.quantity import lengths, products, unknown
from xcheck.claims.quantity.bounds import direction
from xcheck.claims.quantity.counted import neighbour, subject_of
from xcheck.claims.quantity.figures import figures
from xcheck.claims.quantity.scene import Figure
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicon import lexicon
from xcheck.nlp.syntax.numbers import cardinals
from xcheck.records.base import Span
from xcheck.records.claim import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(analysis: Analysis) -> tuple[Quantity, ...]:
    """Every quantity of the document's sentences, in order: stated figures, and what is stated to be unknown."""
    text = analysis.document.text
    found: list[Quantity] = []
    for s in analysis.sentences:
        told = products.narrowed([_stated(text, s, figure) for figure in figures(s)], products.terms([*s.tokens]))
        found += told
        found += [q for q in lengths.find(text, s) if not any(q.overlaps(other) for other in told)]
    found += [multiple for s in analysis.sentences for multiple in _multiples(text, s)]
    found += [q for s in analysis.sentences for q in unknown.find(text, s)]
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _stated(text: str, sentence: Sentence, figure: Figure) -> Quantity:
    span = Span.of(text, sentence.start + figure.start, sentence.start + figure.end)
    return Quantity(
        start=span.start,
        end=span.end,
        text=span.text,
        low=None if figure.bound == "<" and figure.low == figure.high else figure.low,
        high=None if figure.bound == ">" and figure.low == figure.high else figure.high,
        unit=figure.unit,
        change=figure.change,
        counted=figure.counted,
        qualifiers=figure.qualifiers,
    )


def _multiples(text: str, sentence: Sentence) -> Iterator[Quantity]:
    """Words that say a factor ("doubled", "halved", "tenfold"), as figures of the unit ``time``."""
    for token in sentence.tokens:
        value = _factor(token)
        if value is None:
            continue
        moves = token.pos_ == "VERB"
        yield Quantity(
            **dict(Span.of(text, token.idx, token.idx + len(token))),
            low=value,
            high=value,
            unit="time",
            change=("up" if value > 1 else "down") if moves else direction(neighbour(token, -1), "percent", ""),
            counted=subject_of(token) if moves else None,
        )


def _factor(token: Token) -> Decimal | None:
    table = lexicon("numbers")
    if token.pos_ == "VERB":
        factor = table["multiplying"].get(token.lemma_.lower())
    else:
        name, ending, _ = token.lower_.partition(table["multiplying_ending"])
        factor = cardinals().get(name.rstrip("-")) if ending else None
    return Decimal(factor) if factor is not None else None
