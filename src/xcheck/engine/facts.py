"""Every fact that a rule may ask about with the values it can have, and every word that its message may use."""

from __future__ import annotations

from typing import get_args

from xcheck.records.claim import Certainty, Stance
from xcheck.records.comparison import Gate, Outcome, Slot

SLOTS: tuple[str, ...] = get_args(Slot)
OUTCOMES: tuple[str, ...] = get_args(Outcome)
GATES: tuple[str, ...] = get_args(Gate)

PAIR_FACTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(SLOTS, OUTCOMES),
    "alignment": ("same", "near"),
    "mode": ("peers", "check"),
    "headline": ("left", "right", "both", "neither"),
}
CLAIM_FACTS: dict[str, tuple[str, ...]] = {
    "voice": ("own", "attributed"),
    "stance": get_args(Stance),
    "certainty": get_args(Certainty),
    "borne-out": ("none", "part", "whole"),
    "mode": ("peers", "check"),
    "headline": ("yes", "no"),
}
FACTS = {"pair": PAIR_FACTS, "claim": CLAIM_FACTS}

# What stands for a word that a case does not fill, so that a message reads as English all the same.
_FIRST = {
    "document": "one article",
    "source": "one article",
    "text": "one claim",
    "says": "one thing",
    "quantity": "a figure",
}
_SECOND = {
    "document": "the other article",
    "source": "the other article",
    "text": "another claim",
    "says": "another thing",
    "quantity": "another figure",
}
# Pairs of sides: by position, by who gives the figure, by who is surer, by who names a source.
_SIDES = (("left", "right"), ("known", "unknown"), ("firm", "hedged"), ("credited", "uncredited"))

PAIR_WORDS: dict[str, str] = {
    "slot": "a detail",
    **{f"{first}.{word}": text for first, _ in _SIDES for word, text in _FIRST.items()},
    **{f"{second}.{word}": text for _, second in _SIDES for word, text in _SECOND.items()},
}
CLAIM_WORDS: dict[str, str] = {
    "document": "the article",
    "source": "the article",
    "text": "this claim",
    "says": "this",
    "quantity": "a figure",
}
WORDS = {"pair": PAIR_WORDS, "claim": CLAIM_WORDS}
