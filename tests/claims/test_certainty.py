"""The ordered scale, value by value, from a clause's own words and from what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from xcheck.claims.modality import certainty
from xcheck.records.claim import Certainty

if TYPE_CHECKING:
    from tests.claims.conftest import ClauseOf

CASES: list[tuple[Certainty, str, str]] = [
    ("fact", "The bridge was closed on Monday.", "closed"),
    ("fact", "Neighbours could hear the shots.", "hear"),
    ("fact", "Drivers must pay the toll.", "pay"),
    ("fact", "The union confirmed that the pay talks had ended.", "ended"),
    ("strong-probability", "The merger will almost certainly cost jobs.", "cost"),
    ("strong-probability", "The pilot must have known.", "known"),
    ("strong-probability", "The smaller club is bound to lose.", "is"),
    ("weak-probability", "The plant is likely to close.", "is"),
    ("weak-probability", "The courier is believed to have escaped.", "believed"),
    ("weak-probability", "The fire appears to have started in a shed.", "appears"),
    ("weak-probability", "The firm was suspected of dumping waste.", "dumping"),
    ("weak-probability", "Detectives think that the car was stolen.", "stolen"),
    ("expectation", "The storm will hit the coast.", "hit"),
    ("expectation", "The strike is expected to last a week.", "expected"),
    ("expectation", "The mayor said that he would resign.", "resign"),
    ("plan", "The ministry plans to widen the canal.", "plans"),
    ("plan", "The gallery is due to open in May.", "is"),
    ("plan", "The talks are to resume on Monday.", "are"),
    ("plan", "The union vowed to fight.", "vowed"),
    ("plan", "Residents were asked to leave.", "asked"),
    ("plan", "The opposition wants ministers to resign.", "resign"),
    ("plan", "Drivers to strike over pay", "strike"),
    ("hearsay", "The envoy reportedly left on Sunday.", "left"),
    ("hearsay", "The banker is said to own three yachts.", "said"),
    ("hearsay", "It was rumoured that the king had fled.", "fled"),
    ("allegation", "The clerk allegedly took bribes.", "took"),
    ("allegation", "Prosecutors accused the treasurer of stealing funds.", "stealing"),
    ("allegation", "The alleged theft of the painting shocked the town.", "theft"),
    ("possibility", "The pilot may have fallen asleep.", "fallen"),
    ("possibility", "The dam could burst.", "burst"),
    ("possibility", "It is possible that the mayor will resign.", "resign"),
    ("possibility", "Police fear that the boy has drowned.", "drowned"),
    ("possibility", "There is a risk of the closure of the mine.", "closure"),
    ("condition", "If it rains, the match will be put off.", "rains"),
    ("condition", "If it rains, the match will be put off.", "put"),
    ("condition", "Unless rain comes, the crops will fail.", "fail"),
    ("condition", "Under the bill, rents would rise.", "rise"),
    ("question", "Who paid for the trip?", "paid"),
    ("question", "It is unclear whether the pilot survived.", "survived"),
    ("question", "Count the votes again.", "Count"),
    ("counterfactual", "Had the alarm worked, the guests would have left.", "worked"),
    ("counterfactual", "Had the alarm worked, the guests would have left.", "left"),
    ("counterfactual", "They would have won.", "won"),
]


@pytest.mark.parametrize(("value", "text", "word"), CASES)
def test_value(clause_of: ClauseOf, value: Certainty, text: str, word: str) -> None:
    assert certainty.of(clause_of(text, word)) == value


def test_scale_holds_every_value_once() -> None:
    assert sorted(certainty.SCALE) == sorted(get_args(Certainty))


def test_every_value_is_reached() -> None:
    assert {value for value, _, _ in CASES} == set(certainty.SCALE)


def test_attitude_is_itself_a_fact(clause_of: ClauseOf) -> None:
    assert certainty.of(clause_of("Police fear that the boy has drowned.", "fear")) == "fact"
