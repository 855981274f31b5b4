"""Units on common scales, held against pint's tables."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest

from xcheck.claims.quantities_compare import comparable, scale_of
from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Quantity

BASES = {
    "length": "metre",
    "area": "metre**2",
    "volume": "litre",
    "mass": "kilogram",
    "time": "second",
    "power": "watt",
    "energy": "joule",
    "voltage": "volt",
    "current": "ampere",
    "frequency": "hertz",
    "pressure": "pascal",
    "information": "byte",
    "length per time": "metre/second",
    "length per volume": "metre/litre",
    "temperature": "kelvin",
}
ELSEWHERE = {
    "celsius": "degC",
    "fahrenheit": "degF",
    "pound per square inch": "psi",
    "kilopound per square inch": "ksi",
}
ELSEWHERE |= {"ton": "short_ton", "light year": "light_year", "nautical mile": "nautical_mile", "barrel": "oil_bbl"}
ELSEWHERE |= {"brake horsepower": "horsepower", "mile per gallon": "mile/gallon", "mile per hour": "mile/hour"}
ELSEWHERE |= {"kilometre per hour": "kilometre/hour", "millibar": "millibar", "kilocalorie": "kilocalorie"}


def table() -> list[str]:
    units = lexicon("units")
    prefixed = [p + name for name in units["prefixed"] for p in ("", "kilo", "mega")]
    return [u for u in [*prefixed, *units["units"]] if scale_of(u).dimension in BASES and u != "decade"]


def name_in_pint(unit: str) -> str:
    words = ELSEWHERE.get(unit, unit)
    for shape, power in (("square ", "**2"), ("cubic ", "**3")):
        if words.startswith(shape):
            return words.removeprefix(shape) + power
    return words.replace("watt hour", "watt_hour")


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:  # type: ignore[type-arg]
    return pint.UnitRegistry()


@pytest.mark.parametrize("unit", table())
def test_factors_are_those_of_pint(unit: str, registry: pint.UnitRegistry) -> None:  # type: ignore[type-arg]
    """To a hundred-thousandth: pint's acre is the US survey acre."""
    scale = scale_of(unit)
    expected = registry.Quantity(7.0, name_in_pint(unit)).to(BASES[scale.dimension]).magnitude
    assert float(7 * scale.times + scale.plus) == pytest.approx(float(expected), rel=1e-5)


def test_miles_and_kilometres_meet() -> None:
    _, low, _ = comparable(quantity("100", "mile"))
    _, other, _ = comparable(quantity("160.9344", "kilometre"))
    assert low == other


def test_rates_divide() -> None:
    assert comparable(quantity("36", "kilometre per hour"))[:2] == ("length per time", Decimal(10))
    assert comparable(quantity("3", "dollar per week"))[0] == "dollar per time"
    assert comparable(quantity("20", "eruption per week"))[0] == "count per time"


def test_shares_meet_percents() -> None:
    assert comparable(quantity("0.25", "voter")) == comparable(quantity("25", "percent"))


def test_counts_and_open_ends() -> None:
    assert comparable(Quantity(start=0, end=1, text="x", low=Decimal(5), high=None, unit="troop")) == (
        "count",
        Decimal(5),
        None,
    )
    assert comparable(quantity("50", "cent"))[:2] == ("dollar", Decimal("0.5"))


def quantity(value: str, unit: str) -> Quantity:
    return Quantity(start=0, end=1, text="x", low=Decimal(value), high=Decimal(value), unit=unit)
