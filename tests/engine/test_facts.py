"""The documentation of rules names every fact, value, gate and word that a rule may use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xcheck.engine.facts import CLAIM_FACTS, FACTS, GATES, OUTCOMES, PAIR_WORDS, SLOTS, WORDS
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Gates
from xcheck.records.comparison import Gate
from xcheck.records.rule import Rule

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
CODE = set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)))


def test_every_fact_and_value_is_documented() -> None:
    elsewhere = set(CLAIM_FACTS["certainty"])  # docs/certainty.md
    values = {value for facts in FACTS.values() for fact in facts for value in facts[fact]} - elsewhere
    assert values <= CODE
    assert {fact for facts in FACTS.values() for fact in facts} <= CODE
    assert set(OUTCOMES) <= CODE


@pytest.mark.parametrize("gate", GATES)
def test_every_gate_is_documented_with_its_sentence(gate: Gate) -> None:
    assert f"| `{gate}` | {lexicon(Gates).root[gate]} |" in PAGE


def test_every_side_and_word_is_documented() -> None:
    sides = {name.partition(".")[0] for name in PAIR_WORDS if "." in name}
    words = {name.partition(".")[2] for name in PAIR_WORDS if "." in name} - set(SLOTS)
    assert sides | words <= CODE
    assert {f"{{{name}}}" for name in WORDS["claim"]} <= CODE


@pytest.mark.parametrize("key", [key for key in Rule.model_fields if key != "origin"])
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in PAGE
