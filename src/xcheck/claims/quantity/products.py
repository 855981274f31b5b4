"""Terms that name a product: "the 10-year note", "30-year mortgage rates" measure no time, but say which is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.claims.time.numbers import counted
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Numbers
from xcheck.nlp.neighbours import lower_before
from xcheck.records.claim import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 4  # words from the unit of the term to its product
_BETWEEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "HYPH", "POS", "AFX"})
_TERM = re.compile(r"[\d.]+-(?:day|week|month|year)")


def product(unit: Token) -> Token | None:
    """Name the product whose term ends with a unit of time: "note" in "10-year U.S. Treasury note"; None for none.

    Of what is lent only its price asks for the term: a "20-year loan" that somebody takes is as long as that.
    """
    if unit.i < 2 or lower_before(unit) not in ("-", "‑"):
        return None
    for token in unit.doc[unit.i + 1 : unit.i + 1 + _FARTHEST]:
        name = token.lemma_.lower()
        if name in lexicon(Numbers).products or (name in lexicon(Numbers).lent and _is_priced(token)):
            return token
        if token.tag_ not in _BETWEEN:
            return None
    return None


def terms(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """List the terms of products in a sentence, as the place of the unit and a name: ``10-year``."""
    found = []
    for token in tokens:
        if token.lemma_.lower() in ("day", "week", "month", "year") and product(token) is not None:
            number = counted(token.doc[token.i - 2].lower_)
            found.append((token.idx, f"{number}-{token.lemma_.lower()}"))
    return found


def narrowed(found: Sequence[Quantity], named: Sequence[tuple[int, str]]) -> list[Quantity]:
    """Give each figure the term of the nearest product before it, else of the first one, among its qualifiers."""
    if not named:
        return list(found)
    return [q.model_copy(update={"qualifiers": (*q.qualifiers, _nearest(q, named))}) for q in found]


def of_other_products(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures are of products with different terms."""
    mine, yours = ({q for q in x.qualifiers if _TERM.fullmatch(q)} for x in (one, other))
    return bool(mine and yours) and mine.isdisjoint(yours)


def _nearest(figure: Quantity, named: Sequence[tuple[int, str]]) -> str:
    return next((name for place, name in reversed(named) if place < figure.start), named[0][1])


def _is_priced(token: Token) -> bool:
    return any(t.lemma_.lower() in lexicon(Numbers).prices for t in token.sent)
