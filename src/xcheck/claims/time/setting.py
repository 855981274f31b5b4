"""What a time expression is resolved against, and where a verb may look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from xcheck.claims.time.calendar import Grain
from xcheck.claims.time.timeline import window
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.times import Times

Direction = Literal["past", "future", "none"]
Parts = Mapping[str, str]

_DATED = re.compile(r"\d{4}(?:-(?P<Q>Q\d)|-(?P<WE>W\d\d-WE)|-(?P<W>W\d\d)|-\d\d-(?P<D>\d\d)|-(?P<M>\d\d))?(?:T.*)?")


@dataclass(frozen=True)
class Setting:
    """What a time is resolved against: the day of publication, where its verb looks, and the last date spoken of.

    ``year`` is a year named earlier in the sentence, which later months of it share.
    """

    published: date | None
    direction: Direction = "none"
    anchor: tuple[date, Grain] | None = None
    year: int | None = None

    @property
    def spoken_of(self) -> date | None:
        """The day that "later" and "the same day" count from."""
        return self.anchor[0] if self.anchor else self.published

    def base(self, which: str | None) -> date | None:
        """The day that a "last", "next" or "following" counts from."""
        return self.spoken_of if which in lexicon(Times).anaphoric else self.published


def offset(which: str) -> int:
    """How many periods a word moves from its base: "last" -1, "this" 0, "following" 1."""
    return int(lexicon(Times).which[which])


def anchor_of(value: str) -> tuple[date, Grain] | None:
    """The first day and the grain of a dated value, from which a later "the next day" counts; None for other values."""
    found, reached = _DATED.fullmatch(value), window(value)
    if found is None or reached is None:
        return None
    grains: tuple[Grain, ...] = ("Q", "WE", "W", "D", "M")
    return reached[0], next((g for g in grains if found[g]), "Y")
