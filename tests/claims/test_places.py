"""Places by the part they play, and what contains them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

PARTS = [
    ("The ferry sank off Ostend.", "at", "ostend"),
    ("The ferry sank off the southern coast of Norway.", "at", "norway"),
    ("Marchers gathered in central Glasgow.", "at", "glasgow"),
    ("The convoy left from Marseille on Friday.", "from", "marseille"),
    ("The convoy left Marseille on Friday.", "from", "marseille"),
    ("The convoy travelled to Poland.", "to", "poland"),
    ("The freighter was bound for Denmark.", "to", "denmark"),
    ("Norway sent 40 trucks to Estonia.", "to", "estonia"),
    ("The patient died at Marsh Lane Hospital.", "at", "marsh lane hospital"),
]


@pytest.mark.parametrize(("text", "part", "name"), PARTS)
def test_the_part_that_a_place_plays(claims_of: ClaimsOf, text: str, part: str, name: str) -> None:
    places = [p for c in claims_of(text) for p in c.places]
    assert (part, name) in {(p.relation, p.name) for p in places}


@pytest.mark.parametrize(
    "text",
    ["Norway rejected the offer.", "The ties between Norway and Denmark are close.", "Norway’s fleet is small."],
)
def test_a_country_that_acts_is_no_place(claims_of: ClaimsOf, text: str) -> None:
    assert [p for c in claims_of(text) for p in c.places] == []


@pytest.mark.parametrize(
    ("text", "name", "container"),
    [
        ("The march began in Leeds.", "leeds", "united kingdom"),
        ("The plant in Velter, Poland, closed.", "velter", "poland"),
        ("The plant at Velter, a small town in southern Kent, closed.", "velter", "england"),
        ("The talks were held in Oslo.", "oslo", "norway"),
    ],
)
def test_what_contains_a_place(claims_of: ClaimsOf, text: str, name: str, container: str) -> None:
    within = {p.name: p.within for c in claims_of(text) for p in c.places}
    assert container in within[name]


def test_members_of_a_list_do_not_contain_each_other(claims_of: ClaimsOf) -> None:
    places = [p for c in claims_of("Marches were held in Derry, Limerick and Tralee.") for p in c.places]
    assert {p.name for p in places} >= {"derry", "limerick"}
    assert all("limerick" not in p.within for p in places)
