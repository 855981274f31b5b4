"""Times of day: in words and figures, in whichever half of the day they may be."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.comparison.context import Meeting
from xcheck.comparison.slots import time
from xcheck.records.claim import Claim
from xcheck.records.document import Document

CONTEXT = Meeting(score=1.0, keyed=False, rarity={}, credited=(False, False))


def claim(text: str) -> Claim:
    return next(c for c in api.claims(Document.from_text(f"{text}\n", name="d")) if c.times)


APART = [
    ("The alarm rang at 3:40 a.m.", "The alarm rang a little after one in the morning."),
    ("The alarm rang at half past four.", "The alarm rang at twenty past five."),
    ("The alarm rang shortly before midnight.", "The alarm rang at 1:20 a.m."),
]
TOGETHER = [
    ("The alarm rang at 9:15 p.m.", "The alarm rang at a quarter past nine."),
    ("The alarm rang at 2:10 a.m.", "The alarm rang a little after two on Monday morning."),
    ("The alarm rang at ten to six.", "The alarm rang at 5:50 a.m."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_hours_that_cannot_be_one(one: str, other: str) -> None:
    assert {r.variant for r in time.compare(claim(one), claim(other), CONTEXT)} == {"clock"}


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_hours_that_can_be_one(one: str, other: str) -> None:
    assert not [r for r in time.compare(claim(one), claim(other), CONTEXT) if r.outcome == "conflict"]
