"""Every fact that a rule may ask about, with the values it can have."""

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
