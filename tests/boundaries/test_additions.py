"""What one article alone says: what the others are known to say, and what is an addition to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.boundaries.made import cause, claim, figure, person, quote, time, unknown, who

from xcheck.comparison.cases.additions import additions
from xcheck.comparison.cases.known import Index, OtherDocuments, roots
from xcheck.records.base import Record
from xcheck.records.claim import Certainty, Claim, Quantity, Time


def others(*claims: Claim) -> OtherDocuments:
    """What one other document says."""
    return Index([claims]).but()


def added(mine: Claim, *yours: Claim) -> dict[str, list[str]]:
    """What a claim adds to what another document says, by its kind."""
    return {kind: [s.text for s in spans] for kind, spans in additions(mine, others(*yours)).items()}


def boats(*numbers: float, unit: str | None = None) -> Claim:
    """A claim with some figures."""
    figures = [figure(f"{n} boats", n, of="boat", unit=unit) for n in numbers]
    return claim("They left Orle " + " ".join(f.text for f in figures), *figures)


def score(low: int, high: int) -> Quantity:
    return figure(f"{high}-{low}", low, high, unit="score")


@pytest.mark.parametrize(
    ("mine", "told", "new"),
    [
        (figure("45 boats", 45), [40], True),
        (figure("40 boats", 40), [40], False),
        (figure("45 boats", 45), [], True),
        # one step of arithmetic
        (figure("52 boats", 52), [40, 12], False),
        (figure("28 boats", 28), [40, 12], False),
        (figure("8 boats", 8), [40, 5], False),
        (figure("7 boats", 7), [40, 5], False),  # seven times more
        (figure("200 boats", 200), [40, 5], True),
        (figure("92 boats", 92), [40, 12], True),
        (figure("52 euros", 52, unit="euro"), [40, 12], True),  # of another measure
        (figure("2050 boats", 2050), [1200, 800], False),  # two in a hundred off
        (figure("2060 boats", 2060), [1200, 800], True),
        (figure("1952 boats", 1952), [1200, 800], False),
        (figure("1945 boats", 1945), [1200, 800], True),
        (figure("0 boats", 0), [40], True),
        # no news
        (figure("1 boat", 1), [40], False),
        (figure("3 days", 3, unit="day"), [40], False),
        (figure("three times", 3, unit="time"), [40], False),
        (figure("45 to 50 boats", 45, 50), [40], False),
        (figure("up to 45 boats", None, 45), [40], False),
        (unknown("how many boats"), [40], False),
    ],
)
def test_a_figure_that_nobody_else_has(mine: Quantity, told: list[float], *, new: bool) -> None:
    assert added(claim(mine.text, mine), boats(*told)) == ({"figure": [mine.text]} if new else {})


def test_a_figure_of_euros_is_no_share_of_others() -> None:
    paid = figure("8 euros", 8, unit="euro")
    assert added(claim("It was 8 euros", paid), boats(40, 5, unit="euro")) == {"figure": ["8 euros"]}
    assert added(claim("It was 45 euros", figure("45 euros", 45, unit="euro")), boats(40, 5, unit="euro")) == {}
    mixed = [figure("40 boats", 40), figure("7 euros", 7, unit="euro"), figure("12 boats", 12)]
    assert added(claim("It was 52 boats", figure("52 boats", 52)), claim("40 boats, 7 euros, 12 boats", *mixed)) == {}
    tenfold = figure("8 boats", 8)
    assert added(claim("It was 8 boats", tenfold), boats(40, 5, unit="euro")) == {}


def test_a_number_that_stands_in_another_text() -> None:
    mine = claim("It hit 45 boats", figure("45 boats", 45))
    assert added(mine, claim("Flat 45 was shut")) == {}
    assert added(mine, claim("Flat 44 was shut")) == {"figure": ["45 boats"]}
    assert added(mine, claim("It hit 30 to 45 boats", figure("30 to 45 boats", 30, 45))) == {}


def test_few_figures_are_added_up() -> None:
    many = claim("So many", *(figure(f"{n}", 10**n) for n in range(26)))
    assert added(claim("It was 11", figure("11", 11)), many) == {}
    far = 10**24 + 10**25
    assert added(claim("It was so many", figure("so many", far)), many) == {"figure": ["so many"]}


@pytest.mark.parametrize(
    ("mine", "told", "new"),
    [
        (score(0, 2), [score(0, 2)], False),
        (score(1, 2), [score(0, 2)], True),
        (score(1, 2), [], False),  # nobody else tells a result
        # two matches on aggregate, at home and away
        (score(2, 5), [score(0, 2), score(2, 3)], False),
        (score(3, 4), [score(0, 2), score(2, 3)], False),
        (score(2, 4), [score(0, 2), score(2, 3)], True),
        (score(3, 5), [score(0, 2), score(2, 3)], True),
    ],
)
def test_a_result_that_nobody_else_has(mine: Quantity, told: list[Quantity], *, new: bool) -> None:
    found = added(claim(mine.text, mine), claim(" ".join(t.text for t in told) or "They played", *told))
    assert found == ({"figure": [mine.text]} if new else {})


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (claim("It was Ida Moss", person("Ida Moss")), claim("It burned"), ["Ida Moss"]),
        (claim("It was Moss", person("Moss"), headline=True), claim("It burned", terms="@moss"), []),
        (claim("It was Ida Moss", person("Ida Moss")), claim("Moss and her aunt Ida left"), []),
        (claim("It was Ida Moss", person("Ida Moss")), claim("Moss left"), ["Ida Moss"]),
        (claim("It was Mayor Moss", person("Mayor Moss")), claim("Moss left"), []),
        (claim("It was her", who("her", entity="ida moss")), claim("It burned"), []),
        (claim("It was Her", who("Her", entity="ida moss"), headline=True), claim("It burned"), []),
        (claim("It was We", who("We", entity="ida moss"), headline=True), claim("It burned"), []),
        (claim("It was the mayor", who("the mayor", entity="orle mayor")), claim("It burned"), []),
        (claim("It was a Thing", who("Thing")), claim("It burned"), ["Thing"]),
        # names beside those who take part
        (claim("Its maker, Tarn Foods, left"), claim("It burned"), ["Tarn"]),
        (claim("Its maker, Tarn Foods, left"), claim("Foods of Tarn"), []),
        (claim("Its maker, Tarn Foods, left", headline=True), claim("It burned"), []),
        (claim("In Orle, Ida Moss left", person("Ida Moss"), headline=True), claim("It burned"), ["Ida Moss"]),
        (claim("It burned on Monday", time("2024-05-06", "Monday")), claim("It burned on Monday"), []),
        # a people and its place
        (claim("The coast of Orlia"), claim("The Orlian coast"), []),
        (claim("The boat of Tolmo"), claim("The Tolmese boat"), []),
        (claim("The Tolmese boat"), claim("It sank", person("Tolmo")), []),
        (claim("The Tolmese boat"), claim("It sank"), ["Tolmese"]),
        (claim("The coast of Norway"), claim("It sank", terms="@norway"), []),
        (claim("The coast of Norway"), claim("It sank"), ["Norway"]),
        (claim("The Norwegian coast"), claim("It sank", terms="@norway"), []),
    ],
)
def test_a_name_that_nobody_else_has(mine: Claim, yours: Claim, expected: list[str]) -> None:
    assert added(mine, yours).get("name", []) == expected


@pytest.mark.parametrize(
    ("mine", "told", "new"),
    [
        (time("2024-05-06"), [time("2024-05-06")], False),
        (time("2024-05-06"), [time("2024-05-07")], True),
        (time("2024-05-06"), [time("2024-05-07"), time("2024-05")], False),
        (time("2024-05-06", "6 May"), [], False),
        (time("2024-05-06").model_copy(update={"value": "PAST_REF"}), [time("2024-05-07")], False),
        (time("2024-05-06").model_copy(update={"value": "XXXX-05-06"}), [time("2024-05-07")], True),
        (time("2024-05-06").model_copy(update={"value": "P3D"}), [time("2024-05-07")], False),
        # a year that the text names
        (time("2024", "2024"), [time("2024-05-07", "in May")], False),
        (time("2024", "2024"), [time("2023-05-07", "May")], True),
        (time("2024", "2024"), [time("since 2020", "since 2020")], True),
        (time("2024", "2024"), [], True),
    ],
)
def test_a_time_that_nobody_else_has(mine: Time, told: list[Time], *, new: bool) -> None:
    found = added(claim(f"It was {mine.text}", mine), claim(" ".join(t.text for t in told) or "It was", *told))
    assert found.get("time", []) == ([mine.text] if new else [])


def test_a_year_that_stands_in_another_text() -> None:
    mine = claim("It was 2024", time("2024", "2024"))
    assert added(mine, claim("Flat 2024 was shut")) == {}
    assert added(mine, claim("Flat 2025 was shut")) == {"time": ["2024"]}


@pytest.mark.parametrize(
    ("words", "yours", "new"),
    [
        ("It was lost", "She said it was lost", False),
        ("It was lost.", "She said it was lost to us", False),
        ("It was lost?!", "She said “it was lost” again", False),
        ("It was lost", "She said it was all lost", True),
        ("'It was lost'", "She said it was lost", True),
    ],
)
def test_a_quotation_that_nobody_else_has(words: str, yours: str, *, new: bool) -> None:
    found = added(claim(words, quote(words)), claim(yours))
    assert found.get("quote", []) == ([words] if new else [])


@pytest.mark.parametrize(
    ("given", "link", "yours", "new"),
    [
        ("the frost", "cause", claim("It broke"), True),
        ("the frost", "cause", claim("There was frost"), False),
        ("the frost", "cause", claim("It broke", terms="frost"), False),
        ("the hard frost", "cause", claim("There was frost"), False),  # half of the words are known
        ("the hard late frost", "cause", claim("There was frost"), True),
        ("the ice", "cause", claim("It broke"), False),  # short words tell nothing
        ("the frost", "sequence", claim("It broke"), False),
        ("the late frost", "sequence", claim("It broke"), True),
        ("the late frost", "motive", claim("It broke"), True),
    ],
)
def test_a_cause_that_nobody_else_has(given: str, link: Any, yours: Claim, *, new: bool) -> None:
    found = added(claim(f"it shut because of {given}", cause(given, link=link)), yours)
    assert found.get("cause", []) == ([given] if new else [])


@pytest.mark.parametrize(
    ("certainty", "yours", "new"),
    [
        ("fact", "Boats sink", True),
        ("possibility", "Boats sink", True),
        ("plan", "Boats sink", False),
        ("condition", "Boats sink", False),
        ("question", "Boats sink", False),
        ("fact", "Boats sink again", False),
        ("fact", "A series of boats sank", False),
    ],
)
def test_a_habit_that_nobody_else_has(certainty: Certainty, yours: str, *, new: bool) -> None:
    found = added(claim("Boats often sink", certainty=certainty), claim(yours))
    assert found.get("habit", []) == (["often"] if new else [])


def test_who_asks_leaves_out_its_own() -> None:
    mine = claim("It hit 45 boats in 2024", figure("45 boats", 45), time("2024-05-06", "2024"), terms="boat @orle")
    yours = claim("A dam broke", person("Tolmo"), terms="dam")
    index = Index([[mine], [yours], [mine]])
    every, but_one, but_both, only = index.but(), index.but([0]), index.but([0, 2]), index.but([1, 2])
    for kind, thing in (
        ("term", "@orle"),
        ("word", "boat"),
        ("number", Decimal(45)),
        ("number", Decimal(2024)),
        ("year", 2024),
    ):
        assert [k.has(kind, thing) for k in (every, but_one, but_both, only)] == [True, True, False, True]  # type: ignore[arg-type]
    assert [len([*k.figures()]) for k in (every, but_one, but_both)] == [2, 1, 0]
    assert [len([*k.times()]) for k in (every, but_one, but_both)] == [1, 1, 0]
    assert [k.says("it hit 45") for k in (every, but_one, but_both)] == [True, True, False]
    assert [k.is_people("tolmese") for k in (every, index.but([1]))] == [True, False]
    assert not every.is_people("tolm")
    assert not every.has("word", "storm")
    like = figure("45 boats", 45)
    assert [len([*k.measured(like)]) for k in (every, but_one, but_both)] == [1, 1, 0]


def test_figures_of_one_measure_and_first_the_same() -> None:
    told: list[Record] = [
        figure("40 boats", 40),
        figure("45 boats", 45),
        figure("9 euros", 9, unit="euro"),
        unknown("how many"),
    ]
    known = others(claim("40 boats, 45 boats, 9 euros, how many", *told))
    assert [q.text for q in known.measured(figure("45 boats", 45))] == ["45 boats", "40 boats"]
    assert [q.text for q in known.measured(figure("40 boats", 40))] == ["40 boats", "45 boats"]
    assert [q.text for q in known.measured(figure("7", 7))] == ["40 boats", "45 boats"]
    assert [q.text for q in known.measured(figure("7 km", 7, unit="kilometre"))] == []
    assert [q.text for q in known.figures()] == ["40 boats", "45 boats", "9 euros"]


def test_times_that_say_the_same_are_one() -> None:
    first, again, other = (
        time("2024-05-06", "Monday"),
        time("2024-05-06", "on the sixth"),
        time("2024-05-07", "Tuesday"),
    )
    index = Index([[claim("Monday, Tuesday", first, other)], [claim("on the sixth", again)]])
    assert {t.text for t in index.but().times()} == {"Monday", "Tuesday"}
    assert {t.value for t in index.but([0]).times()} == {"2024-05-06"}


def test_what_the_words_for_a_people_begin_with() -> None:
    assert [*roots("tolmo")] == ["tolmo", "tolm"]
    assert [*roots("orlia")] == ["orlia", "orl"]
    assert [*roots("tarn")] == ["tarn"]
