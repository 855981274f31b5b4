"""Words of certainty and of chance in a sentence: "certain to", "definitely"; "may", "likely"."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Quantifiers
from xcheck.records.sentence import Sureness

_MONTH = re.compile(r"\bMay\b")


def sureness(text: str) -> tuple[Sureness, ...]:
    """Return whether a sentence has words of certainty, and of chance alone; the month of May is no chance."""
    said = f" {' '.join(folded(_MONTH.sub('', plain(text))))} "
    sure, chance = lexicon(Quantifiers).sure, lexicon(Quantifiers).chance
    kinds: tuple[tuple[Sureness, frozenset[str]], ...] = (("sure", sure), ("chance", chance - sure))
    return tuple(kind for kind, listed in kinds if any(f" {w} " in said for w in listed))
