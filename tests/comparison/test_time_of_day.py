from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.document import Document


def hours(left: str, right: str) -> list[str]:
    """The findings of two hours that are of one thing, by what they name."""
    report = api.compare([Document.from_text(text, name=name) for name, text in (("a", left), ("b", right))])
    return [f.message for f in report.findings if f.rule == "XT003"]


LOCK = "The pumps of the lower lock at Tarn stopped at 5:15 a.m. on Friday, the engineer said."


def test_two_hours_of_one_thing_told_in_other_words() -> None:
    (message,) = hours(
        LOCK, "Nobody was at the lower lock of Tarn when, at half past seven on Friday, its pumps fell silent."
    )
    assert "5:15 a.m." in message
    assert "half past seven" in message


@pytest.mark.parametrize(
    "other",
    [
        "Nobody was at the lower lock of Tarn when, shortly after five on Friday, its pumps fell silent.",
        "The bakery in Orle opens at half past seven.",
        "Nobody was at the lower lock of Tarn when its pumps fell silent on Friday.",
        "The pumps fell silent at the lower lock of Tarn between half past seven and nine o'clock on Friday.",
    ],
)
def test_near_hours_other_things_and_several_hours_part_nothing(other: str) -> None:
    assert hours(LOCK, other) == []


def test_an_hour_that_has_its_equal_elsewhere_is_held_against_no_other() -> None:
    told = "At a quarter past five on Friday the pumps stopped at the lower lock of Tarn.\n\n"
    assert (
        hours(LOCK, told + "The lower lock at Tarn was opened by hand at half past seven on Friday, after the pumps.")
        == []
    )
