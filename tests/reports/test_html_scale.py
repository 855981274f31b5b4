from __future__ import annotations

from datetime import date

import pytest

from xcheck.reports.html_scale import days_scale, figures_scale


def test_near_figures_look_near_and_far_ones_say_how_far() -> None:
    near, far = figures_scale([14, 17]), figures_scale([2.4e6, 2.4e9])
    assert near.place(17) - near.place(14) == pytest.approx(88 * 3 / 17, abs=0.05)
    assert [tick.words for tick in near.ticks] == ["0", "17"]
    assert near.note == ""
    assert [tick.words for tick in far.ticks] == ["1m", "10m", "100m", "1bn", "10bn"]
    assert far.note == "each mark is ten times the one before"


def test_each_mark_of_the_axis_stands_where_its_figure_would() -> None:
    for values in ([14, 17], [2.4e6, 2.4e9], [-3, 5], [0.5, 0.75], [1, 1e15]):
        scale = figures_scale(values)
        assert len(scale.ticks) <= 6
        assert [tick.at for tick in scale.ticks] == sorted(tick.at for tick in scale.ticks)
        for value in values:
            assert scale.ticks[0].at <= scale.place(value) <= max(scale.ticks[-1].at, 94)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([-3, 5], ["-3", "0", "5"]),
        ([0.25, 0.5], ["0", "0.5"]),
        ([1200, 3400], ["0", "3,400"]),
        ([7], ["0", "7"]),
        ([0], ["0"]),
        ([], ["0"]),
    ],
)
def test_the_axis_says_its_figures_as_people_write_them(values: list[float], words: list[str]) -> None:
    assert [tick.words for tick in figures_scale(values).ticks] == words


def test_a_mark_beyond_the_axis_is_held_at_its_edge() -> None:
    scale = figures_scale([10, 20])
    assert scale.place(1e9) == 100
    assert scale.place(-1e9) == 0
    assert figures_scale([1, 1000]).place(0) == 0


def test_days_lie_between_the_first_and_the_last() -> None:
    days = [float(date(2026, 3, day).toordinal()) for day in (1, 2, 11)]
    scale = days_scale(days)
    assert [tick.words for tick in scale.ticks] == ["1 Mar 2026", "11 Mar 2026"]
    assert scale.place(days[1]) - scale.place(days[0]) == pytest.approx(8.8)
    assert [tick.words for tick in days_scale(days[:1]).ticks] == ["1 Mar 2026"]
