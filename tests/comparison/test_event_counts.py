"""What a story counts once: how many were hurt, driven out, aboard, wherever an article says so."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.document import Document


def found(left: str, right: str) -> list[tuple[str, str]]:
    """The divergences over figures: the rule and what it names."""
    report = api.compare([Document.from_text(text, name=name) for name, text in (("a", left), ("b", right))])
    return [(f.rule, f.message) for f in report.findings if f.type in ("quantity", "quantity-unknown")]


LEAD = (
    "A landslide tore through the slate quarry above Orle on Tuesday, injuring {} and driving about 700 people from "
    "their homes, the district council said."
)
WARD = "In the corridor of the small clinic at Tarn there were not enough chairs. {} were taken to hospital by cart."


@pytest.mark.parametrize("told", [LEAD.format("14 quarrymen"), "At Orle 14 quarrymen were hurt under the slate."])
def test_two_counts_of_one_thing_part_sentences_that_share_no_other_word(told: str) -> None:
    ((rule, message),) = found(told, WARD.format("Nineteen men"))
    assert rule == "XQ001"
    assert "14 quarrymen" in message
    assert "Nineteen men" in message


@pytest.mark.parametrize(
    "other",
    [
        WARD.format("Fourteen men"),
        WARD.format("Nineteen men") + " By nightfall 14 of them were still injured and in bed.",
        "In the corridor of the small clinic at Tarn stood nineteen chairs.",
        "In 1961 a landslide above the quarry had left nineteen men injured.",
    ],
)
def test_one_figure_another_thing_and_another_year_part_nothing(other: str) -> None:
    assert found(LEAD.format("14 quarrymen"), other) == []


def test_the_highest_figure_of_each_article_is_its_count() -> None:
    told = LEAD.format("14 quarrymen") + " A cable had injured two women."
    ((_, message),) = found(told, WARD.format("Nineteen men"))
    assert "14 quarrymen" in message


def test_the_driven_out_are_counted_apart_from_the_hurt() -> None:
    told = "By the weekend some 1,200 villagers had been made to leave their homes, sleeping on straw."
    ((_, message),) = found(LEAD.format("14 quarrymen"), told)
    assert "about 700 people" in message
    assert "1,200" in message


def test_a_count_that_the_other_article_calls_unknown() -> None:
    left = "The paddle steamer Halde, carrying 214 passengers, ran onto a sandbank below Orle on Friday."
    right = "The cook lost his hat. How many people were on board is not known."
    assert [rule for rule, _ in found(left, right)] == ["XQ002"]


def test_a_crowd_is_what_the_sentence_before_speaks_of() -> None:
    left = "A 4,000-strong march wound through the lanes of Tarn on Saturday against the new dam."
    right = "Nobody agrees on the turnout. The boatmen's guild, which called people out, put it at 9,000."
    assert [rule for rule, _ in found(left, right)] == ["XQ001"]
    assert found(left, right.replace("turnout", "cost of the dam")) == []


def test_what_else_the_two_sentences_tell_is_not_compared() -> None:
    left = "A fire on Monday at the mill in Orle injured 14 weavers."
    right = "On Friday the night nurse at Tarn counted: nineteen were taken to hospital."
    report = api.compare([Document.from_text(left, name="a"), Document.from_text(right, name="b")])
    assert {f.type for f in report.findings if f.kind == "divergence"} == {"quantity"}


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        (
            "The owners are to shut the slate works at Orle with the loss of 412 jobs.",
            "In the canteen nobody ate. Five hundred and thirty people will lose their jobs.",
            "XQ001",
        ),
        (
            "The police cleared the lock gates at Tarn; forty-one people were detained.",
            "How many were led away is anyone's guess, and the lawyers had no list.",
            "XQ002",
        ),
    ],
)
def test_jobs_and_those_led_away_are_counted_once_too(left: str, right: str, rule: str) -> None:
    assert [found_rule for found_rule, _ in found(left, right)] == [rule]
