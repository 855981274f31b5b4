"""Lengths of time without a number: "a fortnight of strikes", "a year and a half", "a decade-long drought"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from xcheck.claims.quantity import counted as nouns
from xcheck.nlp.analysis import Sentence
from xcheck.records.base import Span
from xcheck.records.claim import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = "hour|day|week|fortnight|month|year|decade|century"
_LENGTH = re.compile(
    rf"\b(?:an?|another) (?:(?:whole|full|entire) )?(?P<unit>{_UNITS})"
    r"(?:(?P<half> and a half)| of(?= [a-z])|\b(?![- ]long))"
    rf"|\b(?P<long>{_UNITS})-?long\b",
    re.IGNORECASE,
)
_COUNTING = frozenset({"fortnight", "decade", "century"})  # the word itself says how many of another unit
_RATES = frozenset({"once", "twice", "thrice", "time", "times", "per"})
_OF = " of"


def find(text: str, sentence: Sentence) -> Iterator[Quantity]:
    """Every such length of a sentence, but for rates ("twice a decade", "600 euros a fortnight")."""
    for found in _LENGTH.finditer(text, sentence.start, sentence.end):
        tokens = [t for t in sentence.tokens if found.start() <= t.idx < found.end()]
        if tokens and _is_length(found) and not _is_rate(tokens[0]):
            yield _quantity(text, found, tokens)


def _is_length(found: re.Match[str]) -> bool:
    """Whether a form says how long: by "half", "of" or "long", or by a unit that counts another."""
    return bool(found["half"] or found["long"] or found[0].endswith(_OF)) or found["unit"].lower() in _COUNTING


def _quantity(text: str, found: re.Match[str], tokens: list[Token]) -> Quantity:
    value = Decimal("1.5") if found["half"] else Decimal(1)
    noun = _counted(tokens)
    return Quantity(
        **dict(Span.of(text, found.start(), found.end() - len(_OF) * found[0].endswith(_OF))),
        low=value,
        high=value,
        unit=(found["unit"] or found["long"]).lower(),
        counted=nouns.lemma(noun) if noun is not None else None,
        qualifiers=nouns.qualifiers(noun) if noun is not None else (),
    )


def _is_rate(first: Token) -> bool:
    before = nouns.neighbour(first, -1)
    return before is not None and (before.lower_ in _RATES or before.like_num or before.tag_ in ("$", "NNS"))


def _counted(tokens: list[Token]) -> Token | None:
    """The noun that has the length: behind its "of", or behind "-long"."""
    last = tokens[-1]
    if not last.lower_.endswith(("of", "long")):
        return None
    run: list[Token] = []
    for token in last.doc[last.i + 1 : last.i + 5]:
        if token.pos_ in ("NOUN", "PROPN"):
            run.append(token)
        elif run or token.pos_ not in ("ADJ", "DET", "PUNCT", "VERB"):
            break
    return run[-1] if run else None
