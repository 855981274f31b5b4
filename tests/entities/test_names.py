"""One entity through all its names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from xcheck.entities.names import Names

Meant = Callable[[str], dict[str, str | None]]
Resolve = Callable[[str], Names]


def test_a_surname_is_its_full_name(meant: Meant) -> None:
    found = meant("Harriet Coyle opened the bridge on Friday. Coyle said the work had taken nine years.")
    assert found["Harriet Coyle"] == found["Coyle"] == "harriet coyle"


def test_two_people_of_one_surname_stay_apart(meant: Meant) -> None:
    text = "Harriet Coyle and her brother Stephen Coyle own the mill. Coyle said it would close. Ms Coyle disagreed."
    found = meant(text)
    assert "Coyle" not in found or found["Coyle"] == "harriet coyle"
    assert list(found.values()).count("harriet coyle") >= 2


def test_courtesy_and_accents_fall_off(meant: Meant) -> None:
    found = meant("Dr Zoë Marchetti joined the clinic in May. Mrs Marchetti is a surgeon.")
    assert found["Zoë Marchetti"] == found["Marchetti"] == "zoe marchetti"


def test_a_surname_in_capitals_that_comes_first_goes_last(meant: Meant) -> None:
    assert meant("Professor SATO Hanako of the institute said the reef was dying.")["SATO Hanako"] == "hanako sato"


def test_an_acronym_is_its_expansion(meant: Meant) -> None:
    found = meant("The Harbour Pilots Association (HPA) called the strike. The HPA has 900 members.")
    assert found["HPA"] == found["Harbour Pilots Association"] == "harbour pilots association"


def test_an_acronym_needs_no_brackets(meant: Meant) -> None:
    found = meant("The Northern Water Board fined the brewery. A letter from the NWB arrived on Monday.")
    assert found["NWB"] == "northern water board"


def test_a_body_goes_on_under_its_first_words(meant: Meant) -> None:
    found = meant("Halden Ferries cancelled all sailings. Passengers of Halden waited on the quay for hours.")
    assert found["Halden"] == found["Halden Ferries"] == "halden ferries"


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Norwegian trawlers left the port.", "Norwegian", "norway"),
        ("Ottawa rejected the offer of talks.", "Ottawa", "canada"),
        ("Ottawa’s refusal to sign the pact annoyed its allies.", "Ottawa", "canada"),
        ("Rents in Ottawa rose again.", "Ottawa", "ottawa"),
        ("The Kremlin denied the report.", "Kremlin", "russia"),
        ("The Pentagon denied the report.", "Pentagon", "pentagon"),
        ("South Korea’s fleet sailed at dawn.", "South Korea", "south korea"),
    ],
)
def test_countries_through_their_other_names(meant: Meant, text: str, words: str, key: str) -> None:
    assert meant(text)[words] == key


def test_a_seat_is_decided_by_the_article(resolve: Resolve) -> None:
    decided = resolve("The European Union set a quota. Brussels will publish it in June.")
    assert decided.mentions[-1].entity.key == "european union"
    left_open = resolve("Brussels will publish the quota in June.")
    assert set(left_open.mentions[0].entity.candidates) == {"european union", "belgium"}


def test_a_title_is_no_name(meant: Meant) -> None:
    found = meant("U.S. Deputy Secretary of Labor Ann Roe met Finance Minister Ben Tor.")
    assert set(found.values()) == {"united states", "ann roe", "ben tor"}


def test_shouted_words_and_days_are_no_names(meant: Meant) -> None:
    assert set(meant("STUNNED villagers watched on Monday as Marsh Lane flooded.").values()) == {"marsh lane"}


def test_a_word_that_the_article_also_writes_small_is_no_name(meant: Meant) -> None:
    found = meant("The council met at noon. Council leader Ann Roe spoke first, and the Council voted at six.")
    assert "council" not in found.values()


def test_a_headline_in_title_case_names_what_the_article_names(meant: Meant) -> None:
    text = "Coyle Fears the Worst as Norway Closes Fishery\n\nHarriet Coyle spoke on Monday. Norway closed the fishery."
    found = meant(text)
    assert (found["Coyle"], found["Norway"]) == ("harriet coyle", "norway")
    assert "Worst" not in found


def test_mentions_are_in_order_and_apart(resolve: Resolve) -> None:
    text = "Bank of Norwick chief executive Ann Roe told the Norwick Gazette that she and Ben Tor had met the minister."
    mentions = resolve(text).mentions
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_a_kind_comes_from_all_places_of_a_name(resolve: Resolve) -> None:
    text = "Velter, a market town in Kent, was cut off. In Velter the shops closed. Ann Roe of Velter saw it."
    assert {e.key: e.kind for e in resolve(text).entities}["velter"] == "place"


def test_a_relative_brought_in_later_does_not_take_the_surname(meant: Meant) -> None:
    text = (
        "Stephen Coyle owns the mill. Stephen Coyle bought it in May. Coyle wants to sell. His aunt is Harriet Coyle."
    )
    assert meant(text)["Coyle"] == "stephen coyle"


def test_a_frequent_surname_that_the_parser_takes_for_a_body_is_a_person(meant: Meant) -> None:
    text = "Stephen Coyle owns the mill. " + "Coyle refused to sell it. " * 8
    assert set(meant(text).values()) == {"stephen coyle"}


def test_letters_after_a_name_are_no_part_of_it(meant: Meant) -> None:
    assert set(meant("Paul Sedge MP met Adam Frost Jr. on Friday.").values()) == {"paul sedge", "adam frost"}
