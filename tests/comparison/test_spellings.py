"""One person whom two articles spell in two ways: an outcome of its own, and no other person."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.rule import Example


def people(a: str, b: str) -> set[str]:
    cases = api.judge([Example(a=a, b=b, finds=True)])[0]
    return {v for case in cases if case.subject == "pair" for v in case.facts.get("people", ())}


OPENED = "{} opened the new pier at Ostend on Friday."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Katherine Moss", "Catherine Moss"),
        ("Mohammed Tarn", "Muhammad Tarn"),
        ("Sergey Loz", "Sergei Loz"),
        ("Ida Meyer", "Ida Maier"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        found = people(OPENED.format(a), OPENED.format(b))
        assert "conflict/spelling" in found
        assert not {"conflict/other", "conflict/stranger"} & found


@pytest.mark.parametrize(("one", "other"), [("Peter Moss", "Petra Moss"), ("Ida Moss", "Tilda Moss")])
def test_another_person(one: str, other: str) -> None:
    found = people(OPENED.format(one), OPENED.format(other))
    assert "conflict/other" in found
    assert "conflict/spelling" not in found


def test_two_people_whom_one_article_tells_apart() -> None:
    both = "Katherine Moss opened the new pier at Ostend on Friday. Catherine Moss sang at the opening of the pier."
    assert "conflict/spelling" not in people(both, OPENED.format("Catherine Moss"))


def test_two_who_say_i_are_two() -> None:
    left = "“I saw the mill burn on Friday,” said Nora Pell."
    right = "“I saw the mill burn on Friday,” said Otto Grane."
    assert not {"same", "conflict"} & people(left, right)
    assert "same" in people(left, "Nora Pell saw the mill burn on Friday.")
