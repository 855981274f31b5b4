"""Figures of invented sentences: value, unit, bound or direction, and what is counted."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from xcheck.claims.quantity import quantities
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.claim import Quantity
from xcheck.records.document import Document


def quantities_of(text: str) -> tuple[Quantity, ...]:
    (analysis,) = analyse([recognise(Document.from_text(text, name="a", published=None))])
    return quantities.find(analysis)


def seen(text: str) -> list[tuple[float | None, float | None, str | None, str]]:
    ends = [(q.low, q.high, q.unit, q.change) for q in quantities_of(text)]
    return [
        (None if low is None else float(low), None if high is None else float(high), u, c) for low, high, u, c in ends
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "change"),
    [
        ("Some 400 sailors were rescued.", 400, 400, "sailor", "~"),
        ("At least 23 goats escaped.", 23, None, "goat", ">"),
        ("Up to 500 jobs could go.", None, 500, "job", "<"),
        ("No more than 45 guests may attend.", None, 45, "guest", "<"),
        ("A dozen ships came.", 12, 12, "ship", "="),
        ("Tens of thousands of crabs came ashore.", 10_000, 100_000, "crab", "="),
        ("Half a million bulbs were planted.", 500_000, 500_000, "bulb", "="),
        ("Twelve thousand four hundred tonnes of grain was shipped.", 12_400, 12_400, "tonne", "="),
        ("It lasted four and a half weeks.", 4.5, 4.5, "week", "="),
        ("She says one in eight bakers had moved.", 0.125, 0.125, "baker", "="),
        ("Nine out of 10 dentists agree.", 0.9, 0.9, "dentist", "="),
        ("More than half of the wards closed.", 0.5, None, "ward", ">"),
        ("The deal is worth some 400m euros.", 4e8, 4e8, "euro", "~"),
        ("The state borrowed $1.3bn.", 1.3e9, 1.3e9, "dollar", "="),
        ("The strike costs $3 million a day.", 3e6, 3e6, "dollar per day", "="),
        ("The firm raised £3.5-£4m.", 3.5e6, 4e6, "pound sterling", "="),
        ("He was fined 200 pounds.", 200, 200, "pound sterling", "="),
        ("The parcel weighs 200 pounds.", 200, 200, "pound", "="),
        ("The mill employs between 310 and 340 weavers.", 310, 340, "weaver", "="),
        ("Rents rose from 3 to 9 percent.", 3, 9, "percent", "="),
        ("The lease runs 11 to 14 years.", 11, 14, "year", "="),
        ("The fire burned 3,000-4,000 hectares.", 3000, 4000, "hectare", "="),
        ("Exports fell 0.83%.", 0.83, 0.83, "percent", "down"),
        ("Exports fell by more than 5%.", 5, None, "percent", "down"),
        ("Unemployment edged up 0.1 points.", 0.1, 0.1, "point", "up"),
        ("The rate was cut by 35 basis points.", 35, 35, "basis point", "down"),
        ("Sales tripled.", 3, 3, "time", "up"),
        ("Prices halved.", 0.5, 0.5, "time", "down"),
        ("A 63-year-old man was hurt.", 63, 63, "year of age", "="),
        ("Ada Brandt, 40, was hurt.", 40, 40, "year of age", "="),
        ("Children aged 5 to 11 can apply.", 5, 11, "year of age", "="),
        ("Rovers won 2-1 away.", 1, 2, "score", "="),
        ("The 40-seat bus left.", 40, 40, "seat", "="),
        ("The 6ft 3in keeper left.", 6.25, 6.25, "foot", "="),
        ("It was -5C on the pass.", -5, -5, "celsius", "="),
        ("The plant makes 3.5 GWh.", 3.5, 3.5, "gigawatt hour", "="),
        ("The van was doing 80km/h.", 80, 80, "kilometre per hour", "="),
        ("About 2000 people gathered.", 2000, 2000, "people", "~"),
        ("The tank lost 100 000 litres.", 100_000, 100_000, "litre", "="),
    ],
)
def test_one_figure(text: str, low: float | None, high: float | None, unit: str, change: str) -> None:
    assert seen(text) == [(low, high, unit, change)]


@pytest.mark.parametrize(
    "text",
    [
        "The Falcon 52 landed at Gate 12.",
        "She was born in Berth 31 on 3 March 1987.",
        "The talks of 2012-13 began at 5:30 p.m. in the 1990s style.",
        "He lives at 14 Market Street.",
        "Call 020 7946 0958 for details.",
        "She was the ninth of the 44th row.",
        "The Covid-19 ward of the QR77 plant closed.",
        "A six-figure sum was paid.",
        "No one saw the other one.",
        "The 2018 elections were calm.",
        "He plays for the Seven Oaks in Kent.",
        "A third man was seen.",
    ],
)
def test_no_figure(text: str) -> None:
    assert seen(text) == []


def test_several_figures_keep_their_own_units() -> None:
    assert seen("Oil rose $2.10, or 3%, to $71.20 a barrel.") == [
        (2.1, 2.1, "dollar", "up"),
        (3, 3, "percent", "up"),
        (71.2, 71.2, "dollar per barrel", "="),
    ]
    assert seen("The river rose 3 metres to 5.2 metres.") == [(3, 3, "metre", "up"), (5.2, 5.2, "metre", "=")]
    assert [q[2] for q in seen("She paid three or four francs.")] == ["franc", "franc"]


def test_conversion_in_brackets_shares_the_bound() -> None:
    assert seen("The tunnel is more than 48 kilometres (30 miles) long.") == [
        (48, None, "kilometre", ">"),
        (30, None, "mile", ">"),
    ]


@pytest.mark.parametrize(
    ("text", "counted", "qualifiers"),
    [
        ("The army sent 10,000 North Korean soldiers.", "soldier", ("north", "korean")),
        ("They shipped 50 tonnes of rice.", "rice", ()),
        ("Nearly 60% of voters stayed at home.", "voter", ()),
        ("The court imposed a fine of $3bn.", "fine", ()),
        ("The price of bread rose 5%.", "price", ("bread",)),
        ("The number of beehives rose 5%.", "beehive", ()),
        ("She bought a $12,400 piano.", "piano", ()),
        ("Two of the three harbour pilots left.", "pilot", ("harbour",)),
    ],
)
def test_what_is_counted(text: str, counted: str, qualifiers: tuple[str, ...]) -> None:
    first = quantities_of(text)[0]
    assert (first.counted, first.qualifiers) == (counted, qualifiers)


def test_spans_slice_to_their_text() -> None:
    text = "At least 40 men and roughly 2.5 million euros were lost. The toll is unclear.\n\nUp to 7 boats sank."
    found = quantities_of(text)
    assert len(found) == 4
    assert all(text[q.start : q.end] == q.text for q in found)
    assert found[0].text == "At least 40 men"


def test_a_value_is_exact() -> None:
    assert quantities_of("The share rose 0.1%.")[0].low == Decimal("0.1")


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "one and ", "$1 ", "half a ", "9,", "from 1 to ", "a million ", "3/4 ", "- "]
)
def test_long_runs_take_bounded_time(piece: str) -> None:
    text = "It " + piece * (6000 // len(piece)) + "."
    (analysis,) = analyse([recognise(Document.from_text(text, name="a", published=None))])
    began = time.process_time()
    found = quantities.find(analysis)
    assert time.process_time() - began < 5
    assert all(text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "The yield on the 5-year note fell to 3.1 percent.",
        "The yield on the 5-year U.S. Treasury note fell to 3.1 percent.",
        "The rate of a 5-year fixed mortgage fell to 3.1 percent.",
        "The five-year yield fell to 3.1 percent.",
    ],
)
def test_the_term_of_a_product_is_no_length(text: str) -> None:
    found = quantities_of(text)
    assert [(q.text, q.qualifiers[-1]) for q in found] == [("3.1 percent", "5-year")]


@pytest.mark.parametrize("text", ["The guild took a 20-year loan.", "A 20-year war over notes ended."])
def test_other_lengths_before_a_noun_stay(text: str) -> None:
    assert [q.unit for q in quantities_of(text)] == ["year"]


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("Weavers ended a fortnight of strikes.", "1", "fortnight", "strike"),
        ("Weavers ended a week of talks.", "1", "week", "talk"),
        ("Weavers ended a decade of drought.", "1", "decade", "drought"),
        ("The weavers waited a year and a half.", "1.5", "year", None),
        ("The decade-long drought ended.", "1", "decade", "drought"),
    ],
)
def test_lengths_in_a_noun(text: str, value: str, unit: str, counted: str | None) -> None:
    assert [(str(q.low), q.unit, q.counted) for q in quantities_of(text)] == [(value, unit, counted)]


@pytest.mark.parametrize("text", ["The council meets twice a decade.", "Weavers meet once a week of late."])
def test_rates_are_no_lengths(text: str) -> None:
    assert [q for q in quantities_of(text) if q.unit in ("decade", "week")] == []
