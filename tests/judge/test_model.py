"""The judge that ships: what it says of plain pairs, and that it says the same each time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import xcheck.judge
from xcheck.judge.model import Pair, read, voices

FOLDER = Path(xcheck.judge.__file__).parent
PLAIN = "The town council of Aldmere rejected the plan for a wind farm on Monday evening."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The plan for a wind farm was rejected by the town council of Aldmere on Monday evening.", "same"),
        ("The town council of Aldmere approved the plan for a wind farm on Monday evening.", "differ"),
        ("The wind farm at Aldmere would have cost 40 million euros, its developer said.", "other"),
    ],
)
def test_the_judge_reads_plain_pairs(other: str, expected: str) -> None:
    reading = read([Pair(PLAIN, other)])[0]
    assert max(("same", "differ", "other"), key=lambda name: getattr(reading, name)) == expected


def test_probabilities_add_up() -> None:
    reading = read([Pair(PLAIN, PLAIN)])[0]
    assert reading.same + reading.differ + reading.other == pytest.approx(1, abs=0.003)
    assert reading.borne_out + reading.contradicted + reading.not_said == pytest.approx(1, abs=0.003)
    assert reading.one == pytest.approx(1 - reading.other)


def test_the_words_of_a_difference_are_marked() -> None:
    other = "The town council of Aldmere approved the plan for a wind farm on Monday evening."
    reading = read([Pair(PLAIN, other)])[0]
    assert reading.left is not None
    assert reading.right is not None
    assert "rejected" in PLAIN[slice(*reading.left)]
    assert "approved" in other[slice(*reading.right)]


def test_company_changes_nothing() -> None:
    pairs = [Pair(PLAIN, f"The council met {n} times in March.") for n in ("two", "three", "four", "five")]
    alone = [read([p])[0] for p in pairs]
    for one, other in zip(alone, read(pairs), strict=True):
        assert one == other


def test_threads_change_nothing() -> None:
    towns = ["Ostmere", "Halden Bay", "Carrow", "Tarnwick"]
    told = [f"The ferry to {t} sank, the coastguard in {t} said, and {len(t)} people drowned." for t in towns]
    pairs = [Pair(one, other) for one in told for other in told]
    assert read(pairs, jobs=4) == read(pairs)
    assert voices(told, jobs=4) == voices(told)


def test_nothing_asked_nothing_read() -> None:
    assert read([]) == []


def test_the_card_names_the_weights_that_ship() -> None:
    card = json.loads((FOLDER / "judge.json").read_text(encoding="utf-8"))
    weights = FOLDER / "judge.onnx"
    assert card["sha256"] == hashlib.sha256(weights.read_bytes()).hexdigest()
    assert weights.stat().st_size <= 25_000_000
