"""Units on common scales, held against pint's tables."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest

from xcheck.claims.quantity.scales import comparable, converted, scale_of
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Units
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
    "temperature": "degC",
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
    units = lexicon(Units)
    prefixed = [p + name for name in units.prefixed for p in ("", "kilo", "mega")]
    return [u for u in [*prefixed, *units.units] if scale_of(u).dimension in BASES and u != "decade"]


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("70", "mile per hour"), ("113", "kilometre per hour"), True),
        (("70", "mile per hour"), ("112.7", "kilometre per hour"), True),
        (("70", "mile per hour"), ("130", "kilometre per hour"), False),
        (("40", "knot"), ("74", "kilometre per hour"), True),
        (("30", "metre per second"), ("108", "kilometre per hour"), True),
        (("21", "celsius"), ("70", "fahrenheit"), True),
        (("-4", "celsius"), ("25", "fahrenheit"), True),
        (("21", "celsius"), ("80", "fahrenheit"), False),
        (("12", "pound"), ("5.4", "kilogram"), True),
        (("3", "acre"), ("1.2", "hectare"), True),
        (("6", "foot"), ("2.4", "metre"), False),
        (("70", "mile per hour"), ("71", "mile per hour"), False),
    ],
)
def test_figures_in_two_units(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:  # noqa: FBT001
    assert converted(quantity(*one), quantity(*other)) is same


def test_a_rise_of_some_degrees_is_no_temperature() -> None:
    rise = Quantity(start=0, end=1, text="x", low=Decimal(9), high=Decimal(9), unit="fahrenheit", change="up")
    assert comparable(rise) == ("change of temperature", Decimal(5), Decimal(5))
    assert comparable(quantity("50", "fahrenheit"))[0] == "temperature"


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
