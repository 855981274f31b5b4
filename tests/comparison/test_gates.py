"""Why a difference is no conflict: what is counted in two ways, and what was never said to have happened."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.records.rule import Example


def gates(a: str, b: str) -> set[str]:
    """The gates of the pairs whose figures conflict or are compatible."""
    cases = api.judge([Example(a=a, b=b, finds=True)])[0]
    return {g for case in cases if case.subject == "pair" and "quantity" in case.facts for g in case.gates}


@pytest.mark.parametrize(
    ("a", "b", "gate"),
    [
        (
            "The mill at Torvik made a net profit of 3 million euros last year.",
            "Last year the mill at Torvik made a gross profit of 5 million euros.",
            "other-basis",
        ),
        ("The crash at Orle left 12 people injured.", "After the crash at Orle 40 people were treated.", "other-basis"),
        (
            "Daily traffic on the Korvel bridge is 4,000 cars.",
            "The annual traffic on the Korvel bridge is 1.2 million cars.",
            "other-scope",
        ),
        (
            "Had the dam at Orle broken, 400 homes would have been flooded.",
            "When the dam at Orle broke, 900 homes were flooded.",
            "unrealised",
        ),
    ],
)
def test_a_gate_shuts_whichever_side_comes_first(a: str, b: str, gate: str) -> None:
    assert gate in gates(a, b)
    assert gate in gates(b, a)


@pytest.mark.parametrize(
    ("a", "b", "gate"),
    [
        (
            "Doctors at Orle counted 12 confirmed and 9 suspected cases of the fever.",
            "At Orle doctors have counted 40 suspected cases of the fever.",
            "other-basis",
        ),
        (
            "If the dam at Orle breaks, 400 homes will be flooded.",
            "If the dam at Orle breaks, it will flood 900 homes.",
            "unrealised",
        ),
    ],
)
def test_a_gate_stays_open_where_both_sides_speak_of_one_thing(a: str, b: str, gate: str) -> None:
    assert gate not in gates(a, b)
