"""Quantities on common scales: kilometres and miles, percent and shares, minutes and hours."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Units
from xcheck.records.claim import Quantity
from xcheck.resources import WORDS, loaded, memoised


class Scale(NamedTuple):
    """A unit's dimension, the factor to its base unit, and what is added after it (for temperatures)."""

    dimension: str
    times: Decimal
    plus: Decimal = Decimal(0)


_COUNT = Scale("count", Decimal(1))
_TEMPERATURE = "temperature"


def comparable(quantity: Quantity) -> tuple[str, Decimal | None, Decimal | None]:
    """A quantity's dimension with its ends in the dimension's base unit (``bases`` in ``units.yaml``).

    A count has the dimension ``count`` (with its rate, where it has one), a currency its own name. A count below one
    is a share ("two-thirds of voters" is measured like "66 percent of voters"). Ends that are None stay None. A rise of
    two degrees is no temperature: it has a dimension of its own.
    """
    scale = scale_of(quantity.unit)
    if scale.dimension == _TEMPERATURE and quantity.change in ("up", "down"):
        scale = Scale(f"change of {_TEMPERATURE}", scale.times)
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    if scale == _COUNT and ends and all(0 < end < 1 for end in ends):
        scale = Scale("share", Decimal(1))
    return scale.dimension, _based(quantity.low, scale), _based(quantity.high, scale)


def converted(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures in two units are one, as far as their digits reach: 60 mph and 97 km/h."""
    (mine, low, high), (yours, least, most) = comparable(one), comparable(other)
    if low is None or least is None or low != high or least != most:
        return False
    if one.unit == other.unit or mine != yours or mine in (_COUNT.dimension, "share"):
        return False
    return abs(low - least) <= _slack(one) + _slack(other)


def _slack(quantity: Quantity) -> Decimal:
    """How far a rounded figure may be off, in the base unit: half of its last digit but noughts, a share at most."""
    value = quantity.low or Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    share = abs(value) * Decimal(str(lexicon(Thresholds).figures.rounding))
    return min(half, share) * scale_of(quantity.unit).times


@memoised(WORDS)
def scale_of(unit: str | None) -> Scale:
    """The scale of a normalised unit; what no table names is a count, also as part of a rate ("dollar per count")."""
    if unit is None:
        return _COUNT
    if unit in _scales():
        return _scales()[unit]
    above, per, below = unit.rpartition("per ")
    if not per:
        return _COUNT
    top, bottom = scale_of(above.strip() or None), scale_of(below.strip())
    named = below.strip() if bottom == _COUNT else bottom.dimension
    return Scale(f"{top.dimension} per {named}", top.times / bottom.times)


def _based(end: Decimal | None, scale: Scale) -> Decimal | None:
    return None if end is None else end * scale.times + scale.plus


def _number(value: str | float) -> Decimal:
    """A factor as the table has it: a number, or a fraction of two."""
    top, _, bottom = str(value).partition("/")
    return Decimal(top) / Decimal(bottom or 1)


@loaded
def _scales() -> dict[str, Scale]:
    table = lexicon(Units)
    scales: dict[str, Scale] = {}
    for name, entry in table.prefixed.items():
        times = _number(entry.times)
        scales[name] = Scale(entry.dimension, times)
        scales |= {p + name: Scale(entry.dimension, times * _number(by)) for p, (_, by) in table.prefixes.items()}
    for name, entry in table.units.items():
        scales[name] = Scale(entry.dimension, _number(entry.times), _number(entry.plus))
    for name, money in table.currencies.items():
        scales[name] = Scale(money.of or name, _number(money.times))
    return scales
