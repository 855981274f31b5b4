"""What a draft says against its source in ways that are asked of drafts alone: the rules that speak."""

from __future__ import annotations

import pytest

import xcheck
from xcheck.entities.described import are_apart

VETOED = pytest.mark.xfail(strict=True, reason="the judge takes the draft to be borne out, and vetoes the difference")


def rules(draft: str, source: str) -> set[str]:
    """The rules that a draft breaks."""
    documents = [xcheck.Document.from_text(text, name=name) for text, name in ((draft, "draft"), (source, "source"))]
    return {f.rule for f in xcheck.check(documents[0], against=documents[1:]).findings}


def peers(one: str, other: str) -> set[str]:
    """The rules that two articles break between them."""
    documents = [xcheck.Document.from_text(text, name=name) for text, name in ((one, "a"), (other, "b"))]
    return {f.rule for f in xcheck.compare(documents).findings}


CUT = [
    (
        "“The well will be dry by June,” said the smith, Odo Fenn.",
        "“The well will be dry by June, unless it rains,” said the smith, Odo Fenn.",
    ),
    ("“The well is dry,” said Odo Fenn.", "“The well is dry,” said the smith, Odo Fenn, “but only at the top.”"),
    ("Odo Fenn said that “people drink from the old well”.", "“Few people drink from the old well,” said Odo Fenn."),
]


@pytest.mark.parametrize(("draft", "source"), CUT)
def test_a_quotation_cut_before_its_limit_is_found_in_a_draft(draft: str, source: str) -> None:
    assert "XW003" in rules(draft, source)
    assert "XW003" not in peers(draft, source)


def test_a_quotation_that_keeps_its_limit_or_has_none_is_not() -> None:
    assert "XW003" not in rules(
        "“The well is dry,” said Odo Fenn.", "“The well is dry, and so is the pond,” said Odo Fenn."
    )
    kept = "“The well will be dry,” said Odo Fenn, unless it rains."
    assert "XW003" not in rules(kept, "“The well will be dry,” said Odo Fenn, “unless it rains.”")


def test_words_quoted_from_one_are_not_another_speakers() -> None:
    source = "“It smells of rust,” said the cook, Ilse Tarn. The smith, Odo Fenn, shrugged."
    assert "XW004" in rules("“It smells of rust,” said the smith, Odo Fenn.", source)
    assert "XW004" in rules(
        "The smell was “wet rust”, the baker said.", "The cook, Ilse Tarn, said that it was “wet rust”."
    )
    assert "XW004" not in rules("“It smells of rust,” said the cook.", source)


def test_who_reads_out_a_letter_has_not_written_it() -> None:
    read = "The clerk, Ilse Tarn, read from a letter by the smith Odo Fenn: “I owe nobody a penny.”"
    assert not rules("“I owe nobody a penny,” Odo Fenn wrote.", read) & {"XW004", "XS001"}


def test_a_statement_under_a_speaker_of_another_kind() -> None:
    source = "The child's grandfather told the inquiry that the gate had been open."
    assert "XS004" in rules("The gate had been open, the child's stepmother told the inquiry.", source)
    assert "XS004" not in rules("The gate had been open, her grandad told the inquiry.", source)
    assert "XS004" not in peers("The gate had been open, the child's stepmother told the inquiry.", source)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the uncle", "the aunt", True),
        ("the tenant’s solicitor", "the landlord’s solicitor", True),
        ("a police spokeswoman", "the coroner", True),
        ("Ilse Tarn", "Odo Fenn", True),
        ("a police spokeswoman", "Officers", False),
        ("a spokesman for the coastguard", "the coastguard", False),
        ("the surgeon, Ilse Tarn", "a doctor", False),
        ("Ilse Tarn", "Tarn", False),
        ("Ilse Tarn", "the surgeon", False),
        ("she", "Odo Fenn", False),
        ("a friend", "the postman", False),
    ],
)
def test_speakers_apart(one: str, other: str, *, apart: bool) -> None:
    assert are_apart(one, other) == apart
    assert are_apart(other, one) == apart


ORDER = [
    ("The choir sang before the mayor spoke.", "The mayor spoke before the choir sang."),
    (
        "After selling the farm, Odo Fenn built a boat.",
        "Odo Fenn built a boat and, two years after it sank, sold the farm.",
    ),
    ("The lamps went out before the music stopped.", "The lamps went out after the music stopped."),
]


@pytest.mark.parametrize(("draft", "source", "rule"), [(*ORDER[0], "XT002"), (*ORDER[2], "XT006")])
def test_events_in_another_order(draft: str, source: str, rule: str) -> None:
    assert rule in rules(draft, source)
    assert {"XT002", "XT006"}.isdisjoint(rules(source, source))
    assert "XT002" not in peers(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ORDER[1],
        ("The choir sang before the mayor spoke.", "The mayor spoke after the choir sang."),
        ("The choir sang before the mayor spoke.", "The choir sang, then the mayor spoke."),
        ("The choir sang on Friday.", "The mayor spoke before the choir sang on Friday."),
    ],
)
def test_one_order_in_two_forms(draft: str, source: str) -> None:
    assert "XT002" not in rules(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Every boat in the harbour has a leak.", "A few boats in the harbour have a leak."),
        ("The bells usually ring at noon.", "The bells sometimes ring at noon."),
        ("Most of the apples were sour.", "Some of the apples were sour."),
        ("Cooks at the inn are burning the soup.", "One cook at the inn burned the soup in March."),
    ],
)
def test_more_than_the_source_says(draft: str, source: str) -> None:
    assert "XC003" in rules(draft, source)
    assert "XC003" not in peers(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("A few boats in the harbour have a leak.", "Every boat in the harbour has a leak."),
        ("Nearly all of the apples were sour.", "All of the apples were sour."),
        ("Not all of the apples were sour.", "Some of the apples were sour."),
        ("The most expensive of the boats has a leak.", "Some of the boats have a leak."),
        ("Some boats leaked all night in the harbour.", "Some boats in the harbour leaked in the night."),
    ],
)
def test_as_much_or_less_than_the_source_says(draft: str, source: str) -> None:
    assert "XC003" not in rules(draft, source)


def test_a_habit_that_no_source_tells_of() -> None:
    assert "XU007" in rules("The lift often stops between floors.", "The lift stopped between floors on Monday.")
    assert "XU007" not in rules("The lift often stops.", "The lift stops between floors almost every day.")


def test_a_name_inside_a_phrase_that_no_source_has() -> None:
    source = "The prize went to the weaver Ilse Tarn, who works for a mill."
    assert rules("The prize went to the weaver Ilse Tarne, who works for a mill.", source) & {"XU002", "XE001", "XE003"}
    assert "XU002" in rules("The weaver Ilse Tarn works for a mill, Orle Cloth.", source)
    assert "XU002" not in rules("The prize went to Weaver Ilse Tarn.", source)


def test_a_people_is_known_by_its_country() -> None:
    assert "XU002" not in rules("The boat sank near the coast of Tarvia.", "The boat sank off the Tarvian coast.")


def test_a_year_that_no_source_has() -> None:
    assert "XU003" in rules("The mill, built in 1903, burned down on Monday.", "The mill burned down on Monday.")
    assert "XU003" not in rules("The mill of 1903 burned down.", "The mill, built in 1903, burned down on Monday.")


def test_what_came_before_is_a_cause_where_no_source_has_it() -> None:
    source = "The baker has left the guild."
    assert "XU004" in rules("The baker has left the guild after a quarrel about yeast.", source)
    told = "The baker quarrelled about yeast with the others and has left the guild."
    assert "XU004" not in rules("The baker has left the guild after a quarrel about yeast.", told)


@VETOED
def test_a_length_in_another_unit() -> None:
    source = "The strike at the mill, which lasted nine weeks, ended on Friday."
    assert "XT001" in rules("After nine days the strike at the mill ended on Friday.", source)
    assert "XT001" not in rules("A nine-week strike at the mill ended on Friday.", source)


MOVED = [
    ("The play was written in Orle.", "The play was written in Tarnby and first staged in Orle."),
    ("The barge sailed from Orle to Tarnby.", "The barge sailed from Tarnby to Orle with 40 sheep."),
    ("The bell was made in Orle.", "The bell was made in Tarnby and hung in Orle."),
]


@pytest.mark.parametrize(("draft", "source"), MOVED)
def test_a_place_of_another_deed_or_a_way_turned_round(draft: str, source: str) -> None:
    assert "XL003" in rules(draft, source)
    assert "XL003" not in peers(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The play was first staged in Orle.", "The play was written in Tarnby and first staged in Orle."),
        ("The play was written in Tarnby, not far from Orle.", "The play was written in Tarnby and staged in Orle."),
        ("The play was written in Mill Street.", "The play was written in Tarnby and staged in Mill Street."),
    ],
)
def test_each_deed_in_its_place(draft: str, source: str) -> None:
    assert "XL003" not in rules(draft, source)


def test_a_doer_who_is_described_and_another_one() -> None:
    source = "The roof was mended by the carpenter, as the priest was away."
    assert "XE001" in rules("The priest mended the roof.", source)
    assert "XE001" not in rules("The carpenter mended the roof.", source)
    assert "XE001" not in peers("The priest mended the roof.", source)


def test_a_named_doer_for_another_of_the_source() -> None:
    source = "The Lark Trust paid for the bell, and the weaver Ilse Tarn rang it."
    assert "XE001" in rules("Ilse Tarn paid for the bell.", source)


def test_a_title_that_the_source_gives_to_another() -> None:
    source = "The guild's secretary, Ilse Tarn, signed for its chairman, Odo Fenn."
    assert "XR001" in rules("The guild's chairman, Ilse Tarn, signed.", source)
    assert "XR001" not in rules("The guild's secretary, Ilse Tarn, signed.", source)


@VETOED
def test_an_age_that_somebody_is_yet_to_turn() -> None:
    source = "Ilse Tarn, who turns 40 in March, won the race."
    assert "XR002" in rules("Ilse Tarn, 40, won the race.", source)
    assert "XR002" not in rules("Ilse Tarn, 40, won the race.", "Ilse Tarn, who turned 40 in March, won the race.")


def test_up_to_more_than_the_source_has() -> None:
    source = "The hills will get 20 to 30 millimetres of rain, forecasters say."
    assert "XQ001" in rules("The hills will get up to 50 millimetres of rain, forecasters say.", source)
    assert "XQ001" not in rules("The hills will get up to 30 millimetres of rain, forecasters say.", source)
    assert "XQ001" not in rules("The hills will get less than 50 millimetres of rain, forecasters say.", source)


def test_what_a_draft_vouches_for() -> None:
    source = "The baker said that the oven should be hot by six."
    assert "XC004" in rules("The baker said that the oven was certain to be hot by six.", source)
    assert "XC004" not in rules("The baker said that the oven should be hot by six.", source)
    assert "XC004" not in peers("The baker said that the oven was certain to be hot by six.", source)


DISPUTED = "Weavers say that the baker watered the milk, which he denies."


def test_one_side_of_a_dispute_as_fact() -> None:
    assert "XS005" in rules("The baker watered the milk.", DISPUTED)
    assert "XS005" not in rules("The baker watered the milk, weavers say.", DISPUTED)
    assert "XS005" not in rules("The baker watered the milk.", "Weavers say that the baker watered the milk.")


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Milk causes bad dreams, the survey found.", "Those who drank milk had more bad dreams, a survey found."),
        ("Wet straw has closed the barn at Orle.", "The barn at Orle has been closed since Monday."),
        (
            "The thefts in Orle rose because of the dark lanes.",
            "The thefts in Orle rose soon after lanes went dark.",
        ),
    ],
)
def test_a_cause_that_the_source_does_not_give(draft: str, source: str) -> None:
    assert "XB003" in rules(draft, source)
    assert "XB003" not in peers(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Milk is linked to bad dreams, the survey found.",
            "Those who drank milk had more bad dreams, a survey found.",
        ),
        ("Wet straw has closed the barn at Orle.", "The barn at Orle was closed because its straw was wet."),
        ("Wet straw has closed the barn at Orle.", "The council has closed the barn at Orle since Monday."),
        ("A fire closed the barn at Orle.", "Fire closed the barn at Orle."),
    ],
)
def test_a_cause_that_the_source_gives_or_that_the_draft_does_not(draft: str, source: str) -> None:
    assert "XB003" not in rules(draft, source)


def test_a_pronoun_is_no_other_speaker() -> None:
    source = "The cook, Ilse Tarn, met Odo Fenn at noon. “It smells of rust,” she said."
    assert "XW004" not in rules("“It smells of rust,” said the cook, Ilse Tarn.", source)
