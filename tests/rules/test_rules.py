"""The rules that ship: each finds what its examples say, keeps silent at its near misses, and speaks in sentences."""

from __future__ import annotations

import re

import pytest

from xcheck.api import judge
from xcheck.engine.examples import Judged, coverage, hindrance, run_examples
from xcheck.engine.facts import GATES, PAIRED, UNSURE
from xcheck.engine.load import load_rules
from xcheck.engine.run import findings
from xcheck.engine.validate import PLACEHOLDER
from xcheck.records.rule import Rule
from xcheck.records.slots import VARIANTS

RULES = load_rules()
EXAMPLES = [(rule, number) for rule in RULES for number in range(len(rule.examples))]


@pytest.fixture(scope="module")
def judged() -> dict[tuple[str, int], Judged]:
    """Every example of every rule, parsed in one batch, by the rule's id and the example's number."""
    return {(one.rule.id, one.number): one for one in run_examples(RULES, judge)}


@pytest.mark.parametrize(("rule", "number"), EXAMPLES, ids=[f"{rule.id}-{number}" for rule, number in EXAMPLES])
def test_an_example_holds(judged: dict[tuple[str, int], Judged], rule: Rule, number: int) -> None:
    one = judged[rule.id, number]
    assert one.passes, f"{one.place}: {hindrance(one)}" if one.example.finds else f"{one.place}: found"


def test_no_rule_is_without_an_example_that_finds(judged: dict[tuple[str, int], Judged]) -> None:
    untried = coverage(RULES, judged.values())
    assert untried.rules == ()
    assert untried.outcomes == ()
    assert untried.gates == ()


def test_every_gate_keeps_some_rule_from_finding() -> None:
    assert {gate for rule in RULES for gate in rule.unless} == set(GATES) - {UNSURE}


def test_a_slot_has_the_variants_of_the_table_and_no_others(judged: dict[tuple[str, int], Judged]) -> None:
    facts = [case.facts for one in judged.values() for case in one.cases if case.subject in PAIRED]
    given = {(slot, value) for each in facts for slot in VARIANTS for value in each.get(slot, ()) if "/" in value}
    known = {(slot, f"{outcome}/{v}") for slot, own in VARIANTS.items() for outcome, vs in own.items() for v in vs}
    unknown = given - known
    assert not unknown


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_message_is_a_sentence_with_the_words_of_the_articles(
    judged: dict[tuple[str, int], Judged], rule: Rule
) -> None:
    asked = [judged[rule.id, number] for number, example in enumerate(rule.examples) if example.finds]
    said = [
        one.message
        for each in asked
        for one in findings(RULES, each.cases, ("a", "b"), least=0.0).findings
        if one.rule == rule.id
    ]
    assert len(said) >= len(asked)
    for sentence in said:
        assert re.fullmatch(r"\S.*[.”]", sentence)
        assert not re.search(r"\b(?:one|the other) (?:article|claim|thing)\b", _words_alone(rule, sentence))


def _words_alone(rule: Rule, sentence: str) -> str:
    """What the message got from the articles: its own words and its names for the articles are taken out."""
    for own in PLACEHOLDER.split(rule.message)[::2]:
        sentence = sentence.replace(own, " | ", 1) if own.strip() else sentence
    named = sum(word.endswith(".article") for word in PLACEHOLDER.findall(rule.message))
    return re.sub(r"\b(?:[Oo]ne|[Tt]he other) article\b", "", sentence, count=named) if named else sentence
