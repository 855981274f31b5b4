"""The hour of the day: few things in a story have one, so that two hours in sentences that may meet are of one thing.

Where each of two sentences tells one time by the clock, and neither has its equal in the other article, the hours
answer one question long before the words are alike; the parts of two days do so where the sentences surely meet.
"""

from __future__ import annotations

from collections.abc import Sequence

from xcheck.alignment.match import SentencePair
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.claims.time.timeline import disjoint
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Time

_DAY = 24 * 60
_PARTS = frozenset({"MO", "AF", "EV", "NI"})


def one_hour(pairs: Sequence[SentencePair]) -> frozenset[int]:
    """The places, among sentence pairs in the order of their likelihood, of those whose two hours are of one thing.

    Each sentence has one such partner, the likeliest; an hour that has its equal in the other article has none.
    """
    both = [(place, *hours) for place, pair in enumerate(pairs) if (hours := _two_hours(pair))]
    taken = {t for _, mine, yours in both if not apart(mine, yours) for t in (mine, yours)}
    found: list[int] = []
    for place, mine, yours in both:
        if not {mine, yours} & taken:
            taken |= {mine, yours}
            found.append(place)
    return frozenset(found)


def _two_hours(pair: SentencePair) -> tuple[Time, Time] | None:
    """The hours of two sentences, both by the clock or both by a part of the day, if the two are likely to meet."""
    mine, yours = _only(pair.left), _only(pair.right)
    if mine is None or yours is None or (clock(mine) is None) != (clock(yours) is None):
        return None
    event = lexicon(Thresholds).event
    likely = event.same if clock(mine) is None else event.hour
    return (mine, yours) if pair.score >= likely else None


def _only(sentence: ClaimedSentence) -> Time | None:
    """The one time of day of a sentence; where it has one by the clock, that."""
    hours = {t for c in sentence.claims for t in c.times if is_hour(t)}
    times = {t for t in hours if clock(t) is not None} or hours
    return times.pop() if len(times) == 1 else None


def is_hour(time: Time) -> bool:
    """Whether a time is that of a clock, or a part of a day that is named ("Monday afternoon")."""
    day, _, part = time.value.partition("T")
    return clock(time) is not None or (part in _PARTS and day not in ("", "XXXX-XX-XX"))


def apart(mine: Time, yours: Time) -> bool:
    """Whether two times of day are those of two days, or more than half an hour apart."""
    return disjoint(mine, yours) or hours_apart(mine, yours)


def clock(time: Time) -> int | None:
    """The time of day in minutes, or None."""
    head, found, hour = time.value.partition("T")
    if not found or len(hour) < 2 or not hour[:2].isdecimal() or head.startswith("P"):
        return None
    minutes = hour[3:5]
    return int(hour[:2]) * 60 + (int(minutes) if minutes.isdecimal() else 0)


def hours_apart(mine: Time, yours: Time) -> bool:
    """Whether two times of day are more than half an hour apart, in whichever half of the day each may be."""
    one, other = clock(mine), clock(yours)
    if one is None or other is None or mine.zone != yours.zone:
        return False
    turn = _DAY if mine.halved and yours.halved else _DAY // 2
    gap = abs(one - other) % turn
    return min(gap, turn - gap) > lexicon(Thresholds).times.hour_slack
