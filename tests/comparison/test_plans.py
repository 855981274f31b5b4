"""Plans, refusals and what came later: pledges, decisions, announcements, "would", and who died."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.claims.modality.sureness import sureness
from xcheck.records.rule import Example


def values(slot: str, a: str, b: str) -> set[str]:
    cases = api.judge([Example(a=a, b=b, finds=True)])[0]
    return {v for case in cases if case.subject == "pair" for v in case.facts.get(slot, ())}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nora Pell pledged not to sell the pier.", "Nora Pell will not sell the pier."),
        ("The council vowed never to close the library.", "The council will not close the library."),
        ("The band has decided not to tour in May.", "The band will not tour in May."),
        ("The museum in Ostend is to open in May.", "The museum in Ostend will open in May, the trust announced."),
        ("“I have decided to leave the band,” said Nora Pell.", "Nora Pell is leaving the band."),
        ("Two years later the ferry would sink off Ostend.", "Two years later the ferry sank off Ostend."),
    ],
)
def test_plans_that_fit(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert not any(v.startswith("conflict") for v in values("polarity", one, other))
        assert not {"raised", "lowered"} & values("certainty", one, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nora Pell pledged not to sell the pier.", "Nora Pell will sell the pier."),
        ("The council vowed never to close the library.", "The council pledged to close the library."),
        ("The band has decided not to tour in May.", "The band will tour in May."),
    ],
)
def test_plans_that_do_not_fit(left: str, right: str) -> None:
    assert "conflict/negation" in values("polarity", left, right)
    assert "conflict/negation" in values("polarity", right, left)


def test_a_pledge_needs_no_other_credit() -> None:
    found = values("attribution", "Nora Pell pledged not to sell the pier.", "Nora Pell will not sell the pier.")
    assert "only-left/own-voice" not in found


def test_a_wish_is_no_decision() -> None:
    assert "raised" in values("certainty", "Nora Pell wants to leave the band.", "Nora Pell is leaving the band.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody was killed in the fire at the mill.", "No one died in the fire at the mill."),
        ("Nobody was killed in the fire at the mill.", "There were no deaths in the fire at the mill."),
        ("No deaths were reported after the fire at the mill.", "No one died in the fire at the mill."),
        ("The fire at the mill claimed no lives.", "No one died in the fire at the mill."),
        ("No one was hurt in a crash near Ostend.", "There were no injuries in the crash near Ostend."),
    ],
)
def test_nobody_died(left: str, right: str) -> None:
    assert "same" in values("polarity", left, right)
    assert "same" in values("polarity", right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody was killed in the fire at the mill.", "Two people died in the fire at the mill."),
        ("Nobody died in the fire at the mill.", "There were two deaths in the fire at the mill."),
    ],
)
def test_somebody_died(left: str, right: str) -> None:
    assert "conflict/negation" in values("polarity", left, right)
    assert "conflict/negation" in values("polarity", right, left)


def test_deaths_are_no_injuries() -> None:
    dead, hurt = "There were no deaths in the crash near Ostend.", "Two people were hurt in the crash near Ostend."
    assert not any(v.startswith("conflict") for v in values("polarity", dead, hurt))


@pytest.mark.parametrize("hour", ["09:00", "nine in the morning", "9 a.m.", "nine o'clock in the morning"])
def test_one_hour_in_several_writings(hour: str) -> None:
    found = values("time", "The ferry left Ostend at 9am on Friday.", f"The ferry left Ostend at {hour} on Friday.")
    assert "same" in found
    assert "conflict" not in found


@pytest.mark.parametrize("hour", ["9pm", "21:00", "half past ten in the morning"])
def test_another_hour(hour: str) -> None:
    found = values("time", "The ferry left Ostend at 9am on Friday.", f"The ferry left Ostend at {hour} on Friday.")
    assert "conflict" in found


def test_who_only_reportedly_spoke_is_the_speaker_all_the_same() -> None:
    left = "Envoy Nora Pell reportedly claimed that the bridge had been mined."
    right = "Envoy Nora Pell said that the bridge had been mined."
    assert "same" in values("attribution", left, right)
    assert not any(v.startswith("conflict") for v in values("attribution", left, right))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Maybe the dam will hold.", {"chance"}),
        ("The Mayor of Tolmouth may resign.", {"chance"}),
        ("Mayo farmers are certain to win.", {"sure"}),
        ("The Mayor opened the dam in May.", set()),
        ("The dam opened on 3 May.", set()),
    ],
)
def test_the_month_of_may_is_no_chance(text: str, kinds: set[str]) -> None:
    assert set(sureness(text)) == kinds
