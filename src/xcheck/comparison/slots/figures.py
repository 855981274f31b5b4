"""Two figures of one measure: equal, brought together by rounding, a bound or an approximation, or two figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from xcheck.claims.quantity.scales import comparable, converted
from xcheck.comparison.context import compared
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Numbers
from xcheck.records.claim import Quantity
from xcheck.records.comparison import Compared
from xcheck.resources import loaded

Interval = tuple[Decimal | None, Decimal | None]


def outcome_of(one: Quantity, other: Quantity) -> Compared:
    """Compare two figures that answer one question: the outcomes of ``quantity.compare`` with their variants."""
    if "unknown" in (one.status, other.status):
        return compared(
            "known-vs-unknown", one, other, variant="left-known" if other.status == "unknown" else "right-known"
        )
    (mine, *a), (yours, *b) = comparable(one), comparable(other)
    if mine != yours:
        return compared("conflict", one, other, variant="unit")
    if _are_apart(one, other, (a[0], a[1]), (b[0], b[1])):
        return compared("conflict", one, other, variant="bound")
    variant = "count" if mine == "count" else "measure"
    return _intervals(one, other, _hedged(one, (a[0], a[1])), _hedged(other, (b[0], b[1])), variant=variant)


def _hedged(quantity: Quantity, interval: Interval) -> Interval:
    """An open end that is "just" beyond a figure ("just over one percent") goes no further than a fifth."""
    low, high = interval
    if (low is None) == (high is None) or not quantity.text.casefold().startswith(_near_words()):
        return interval
    slack = Decimal(str(lexicon(Thresholds).figures.just))
    return (low, low + abs(low) * slack) if low is not None else (high - abs(high) * slack if high else None, high)


def _intervals(one: Quantity, other: Quantity, first: Interval, second: Interval, *, variant: str) -> Compared:
    """Two figures of one measure; ``first`` and ``second`` are what they reach over, in base units."""
    if first == second and one.change == other.change:
        return compared("same", one, other, variant=_weight(one, first))
    if _exact(one, first) != _exact(other, second) and _same_number(first, second):
        return compared("narrower" if _exact(one, first) else "wider", one, other, variant="precision")
    if first == second:
        return compared("same", one, other, variant=_weight(one, first))
    return _reconciled(one, other, first, second) or compared("conflict", one, other, variant=variant)


def _reconciled(one: Quantity, other: Quantity, first: Interval, second: Interval) -> Compared | None:
    """Two figures that rounding, conversion, a bound or an approximation brings together; None where nothing does."""
    if _rounds(first, other, second) or _rounds(second, one, first) or converted(one, other):
        return compared("compatible", one, other, variant="" if _are_near(first, second) else "rough")
    inside, around = _within(_loosened(one, first), second), _within(_loosened(other, second), first)
    if inside or around:
        return compared("wider" if inside else "narrower", one, other)
    return None


def _are_apart(one: Quantity, other: Quantity, first: Interval, second: Interval) -> bool:
    """Whether one figure is bounded from above, and the other from below by as much or more: "under 50" and "over 50".

    Two bounds meet in one figure at most. What was reached ("up to 50") is no bound.
    """
    if {one.change, other.change} != {"<", ">"} or any(is_reached(q) for q in (one, other)):
        return False
    (low, _), (_, high) = (first, second) if one.change == ">" else (second, first)
    return low is not None and high is not None and low >= high


def is_reached(quantity: Quantity) -> bool:
    """Whether a figure is the most that was reached ("as many as 50"), and no mere bound."""
    return any(word in quantity.text.casefold() for word in lexicon(ComparisonWords).reaching)


def _weight(quantity: Quantity, interval: Interval) -> str:
    """The variant of a figure that two texts hardly have in common by chance: more than a few of anything, or 3.25."""
    given = quantity.low if interval[0] is not None else None
    return (
        "telling"
        if given is not None and (given > lexicon(Thresholds).figures.few or given != given.to_integral_value())
        else ""
    )


def _exact(quantity: Quantity, interval: Interval) -> bool:
    return quantity.change == "=" and interval[0] == interval[1]


def _same_number(one: Interval, other: Interval) -> bool:
    """Whether two intervals have an end in common: 30 and "at least 30", 30 and "about 30"."""
    return any(end is not None and end in other for end in one)


def _loosened(quantity: Quantity, interval: Interval) -> Interval:
    """What an approximation leaves open, of a rise as well ("by almost half"): a tenth to either side."""
    rough = quantity.change in ("up", "down") and quantity.text.lower().startswith(_rough_words())
    if quantity.change != "~" and not rough:
        return interval
    slack = Decimal(str(lexicon(Thresholds).figures.approximation))
    low, high = interval
    return (None if low is None else low - abs(low) * slack, None if high is None else high + abs(high) * slack)


@loaded
def _rough_words() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon(Numbers).before["~"])


@loaded
def _near_words() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon(ComparisonWords).near)


def _within(outer: Interval, inner: Interval) -> bool:
    """Whether the two intervals meet; an open end reaches all the way."""
    low = outer[0] is None or inner[1] is None or inner[1] >= outer[0]
    high = outer[1] is None or inner[0] is None or inner[0] <= outer[1]
    open_ended = outer[0] is None or outer[1] is None or outer[0] != outer[1]
    return low and high and open_ended


def _rounds(coarse: Interval, finer: Quantity, fine: Interval) -> bool:
    """Whether a coarser figure is a finer one rounded: 85 for 85.19, 1.2 for 1.24 million, but not 60 for 64.

    ``fine`` is what the finer figure comes to in base units. Whole numbers, percents as well, may be off by the share
    that ``rounding`` in ``thresholds.yaml`` allows, and no more; millions with a decimal point, a tenth.
    """
    rough, exact = coarse[0], fine[0]
    if rough is None or exact is None or coarse[0] != coarse[1] or fine[0] != fine[1] or _place(exact) >= _place(rough):
        return False
    limits = lexicon(Thresholds).figures
    allowed = Decimal(1).scaleb(_place(rough)) / 2
    if finer.low is not None and finer.low == finer.low.to_integral_value():
        share = limits.approximation if _has_point(finer) else limits.rounding
        allowed = min(allowed, abs(exact) * Decimal(str(share)))
    return abs(rough - exact) <= allowed


def _has_point(quantity: Quantity) -> bool:
    """Whether a figure is written with decimals, as "1.24 million" is."""
    return any(one[-1:].isdigit() and other[:1].isdigit() for one, other in pairwise(quantity.text.split(".")))


def _are_near(one: Interval, other: Interval) -> bool:
    """Whether two figures are as near as "about" would let them be: 7.9 and 8, not 2.3 and 2."""
    (low, _), (least, _) = one, other
    slack = Decimal(str(lexicon(Thresholds).figures.approximation))
    return low is not None and least is not None and abs(low - least) <= slack * max(abs(low), abs(least))


def _place(number: Decimal) -> int:
    """The power of ten of the last digit that is not nought: 3 for 41,000, -2 for 85.19."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one measure are one: what they count need not be told twice."""
    return outcome_of(one, other).outcome in ("same", "compatible", "narrower", "wider")
