"""The scale of a line on which answers are drawn: where a value lies, and what the axis says at which place.

Figures lie in proportion from nought, so that 14 and 17 look as near as they are; where the greatest is more than 50
times the least, each step is tenfold, and the axis says so. Days lie between the first and the last.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

_MARGIN = 6.0  # percent left free at both ends of a line
_LONG_SPREAD = 50
_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_MOST_TICKS = 5


class Tick(NamedTuple):
    """What the axis says, and where, in percent."""

    words: str
    at: float


class Scale(NamedTuple):
    """``place`` leads from a value to percent; ``note`` says how the line is laid out where that is not plain."""

    place: Callable[[float], float]
    ticks: tuple[Tick, ...]
    note: str = ""


def figures_scale(values: Sequence[float]) -> Scale:
    """The scale of figures: in proportion, or tenfold where they lie far apart."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if low > 0 and high / low > _LONG_SPREAD:
        return _tenfold(low, high)
    start = min(0.0, low)
    place = _linear(start, high)
    ends = [start, 0.0, high] if start < 0 < high else [start, high]
    return Scale(place, tuple(Tick(_figure(end), place(end)) for end in dict.fromkeys(ends)))


def days_scale(values: Sequence[float]) -> Scale:
    """The scale of days, by their ordinals: from the first to the last."""
    ends = [*dict.fromkeys((min(values, default=1.0), max(values, default=1.0)))]
    place = _linear(ends[0], ends[-1])
    return Scale(place, tuple(Tick(_day(end), place(end)) for end in ends))


def _linear(low: float, high: float) -> Callable[[float], float]:
    if low == high:
        return lambda _: 50.0
    return lambda value: _held((value - low) / (high - low))


def _tenfold(low: float, high: float) -> Scale:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    step = max(1, math.ceil((last - first) / (_MOST_TICKS - 1)))

    def place(value: float) -> float:
        return _held((math.log10(value) - first) / (last - first)) if value > 0 else 0.0

    ticks = tuple(Tick(_figure(10.0**power), place(10.0**power)) for power in range(first, last + 1, step))
    return Scale(place, ticks, f"each mark is {'ten' if step == 1 else _figure(10.0**step)} times the one before")


def _held(share: float) -> float:
    """A share of the line in percent, inside its margins; an open end may lie beyond and is held at the edge."""
    return round(min(100.0, max(0.0, _MARGIN + share * (100 - 2 * _MARGIN))), 2)


def _figure(value: float) -> str:
    for size, name in _SHORT:
        if abs(value) >= size:
            return f"{round(value / size, 2):g}{name}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.4g}"


def _day(ordinal: float) -> str:
    day = date.fromordinal(int(ordinal))
    return f"{day.day} {day:%b} {day.year}"
