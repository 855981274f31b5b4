"""Every fact that a rule may ask about with the values it can have, and every word that its message may use."""

from __future__ import annotations

from typing import get_args

from xcheck.records.claim import Certainty, DateMark, Stance
from xcheck.records.comparison import Gate, Outcome, Slot
from xcheck.records.slots import TABLE

SLOTS: tuple[str, ...] = get_args(Slot)
OUTCOMES: tuple[str, ...] = get_args(Outcome)
GATES: tuple[str, ...] = get_args(Gate)

UNSURE: Gate = "unsure"  # the gate that a finding's confidence shuts, not the case
JUDGED = "judged"  # the type of a rule whose findings have the type that the judge gives them

PAIR_FACTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(SLOTS, OUTCOMES),
    "alignment": ("same", "near"),
    "fit": ("yes", "no", "open"),
    "clash": ("none", "some"),
    "wording": ("same", "other"),
    "mode": ("peers", "check", "draft"),
    "headline": ("left", "right", "both", "neither"),
}
CLAIM_FACTS: dict[str, tuple[str, ...]] = {
    "voice": ("own", "attributed"),
    "stance": get_args(Stance),
    "certainty": get_args(Certainty),
    "borne-out": ("none", "part", "whole"),
    "told": ("no", "part", "yes"),
    "checkable": ("yes", "no"),
    "adds": ("figure", "name", "time", "quote", "cause", "habit"),
    "date": get_args(DateMark),
    "mode": ("peers", "check"),
    "headline": ("yes", "no"),
}
FACTS = {"pair": PAIR_FACTS, "claim": CLAIM_FACTS, "draft": PAIR_FACTS}
PAIRED = ("pair", "draft")  # the subjects that are two claims

# What stands for a word that a case does not fill, so that a message reads as English all the same. A slot's word is
# what that side says in the slot; ``says`` is what it says in the slot that the rule asks about, the first of several.
_ARTICLE = ("document", "source", "article")
_SAID = ("says", "differs", *SLOTS)
# Pairs of sides: by position, and by what they do in a slot.
_SIDES = (("left", "right"), *(own.sides for own in TABLE.values() if own.sides))


def _stand_ins(side: str, article: str, claim: str, said: str, figure: str) -> dict[str, str]:
    words = {**dict.fromkeys(_ARTICLE, article), "text": claim, **dict.fromkeys(_SAID, said), "quantity": figure}
    return {f"{side}.{word}": text for word, text in words.items()}


PAIR_WORDS: dict[str, str] = {"slot": "a detail", "both": "both articles", "two": "the two articles"}
for _first, _second in _SIDES:
    PAIR_WORDS |= _stand_ins(_first, "one article", "one claim", "one thing", "a figure")
    PAIR_WORDS |= _stand_ins(_second, "the other article", "another claim", "another thing", "another figure")
CLAIM_WORDS: dict[str, str] = {
    **dict.fromkeys(_ARTICLE, "the article"),
    "text": "this claim",
    "says": "this",
    "date": "this date",
    "quantity": "a figure",
}
WORDS = {"pair": PAIR_WORDS, "claim": CLAIM_WORDS, "draft": PAIR_WORDS}
# What the articles are called where one is a draft and the other its source.
CALLED = {"both": "draft and source", "two": "draft and source", "article": "the draft"}
DRAFT, SOURCE = "the draft", "the source"
