"""When a rule holds in a case, and its sentence there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.engine.facts import WORDS
from xcheck.engine.match import LONGEST_WORD, holding, holds, index, matches, message, shut
from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

MakeRule = Callable[..., Rule]
MakeCase = Callable[..., Case]


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        ({"quantity": "conflict"}, {"quantity": ("conflict",)}, True),
        ({"quantity": "conflict"}, {"quantity": ("same",)}, False),
        ({"quantity": "conflict"}, {}, False),
        ({"quantity": ["wider", "narrower"]}, {"quantity": ("narrower",)}, True),
        ({"quantity": "conflict", "time": "same"}, {"quantity": ("conflict",), "time": ("same",)}, True),
        ({"quantity": "conflict", "time": "same"}, {"quantity": ("conflict",), "time": ("conflict",)}, False),
        ({"people": "conflict"}, {"people": ("conflict", "conflict/age")}, True),
        ({"people": "conflict/age"}, {"people": ("conflict", "conflict/age")}, True),
        ({"people": "conflict/age"}, {"people": ("conflict", "conflict/name")}, False),
    ],
)
def test_every_fact_needs_one_of_its_values(
    rule: MakeRule, case: MakeCase, when: dict[str, str], facts: dict[str, tuple[str, ...]], *, expected: bool
) -> None:
    assert matches(rule(when=when), case(facts=facts)) is expected


def test_a_shut_gate_silences_a_rule_that_names_it(rule: MakeRule, case: MakeCase) -> None:
    gated, scoped = rule(unless=["other-event", "other-scope"]), case(gates=("other-scope", "unrealised"))
    assert holds(gated, scoped)
    assert shut(gated, scoped) == ("other-scope",)
    assert not matches(gated, scoped)
    assert matches(rule(unless=["other-event"]), scoped)


def test_a_rule_on_claims_looks_at_no_pair(rule: MakeRule, case: MakeCase) -> None:
    facts = {"headline": ("yes",)}
    asked = rule(on="claim", when={"headline": "yes"})
    assert matches(asked, case(subject="claim", facts=facts))
    assert not matches(asked, case(subject="pair", facts=facts))


def test_a_message_is_filled_and_begins_with_a_capital(rule: MakeRule, case: MakeCase) -> None:
    words = {"left.source": "the harbour\n office", "left.says": "four", "right.source": "b.txt", "right.says": "five."}
    sentence = "{slot}: {left.source} has {left.says}, {right.source} {right.says}."
    assert message(rule(message=f"two counts, {sentence}"), case(words=words)) == (
        "Two counts, quantity: the harbour office has four, b.txt five."
    )


def test_a_name_that_opens_a_message_keeps_its_letters(rule: MakeRule, case: MakeCase) -> None:
    words = {"left.source": "a.txt", "left.says": "four", "right.source": "b.txt", "right.says": "five"}
    assert message(rule(), case(words=words)) == "a.txt has four, b.txt five."


def test_a_word_that_is_missing_has_a_stand_in(rule: MakeRule, case: MakeCase) -> None:
    assert message(rule(), case()) == "One article has one thing, the other article another thing."


def test_every_placeholder_has_a_stand_in(rule: MakeRule, case: MakeCase) -> None:
    for subject, words in WORDS.items():
        said = message(rule(on=subject, message="".join(f"<{{{word}}}>" for word in words)), case(subject=subject))
        assert "<>" not in said
        assert "{" not in said


def test_words_of_articles_are_only_words(rule: MakeRule, case: MakeCase) -> None:
    words = {"left.source": "{right.says}", "left.says": "x" * 10_000, "right.says": r"\1 {0} %s"}
    said = message(rule(), case(words=words))
    assert said.startswith("{right.says} has xxx")
    assert said.endswith(r"the other article \1 {0} %s.")
    assert f"{'x' * (LONGEST_WORD - 1)}…," in said


def test_what_a_side_says_is_what_it_says_in_the_slot_asked_about(rule: MakeRule, case: MakeCase) -> None:
    words = {"left.time": "Monday", "right.time": "Tuesday", "left.quantity": "four", "right.quantity": "five"}
    facts = {"time": ("conflict",), "quantity": ("conflict",)}
    sentence = "{left.says} or {right.says} ({slot})."
    both = case(facts=facts, words=words)
    assert message(rule(message=sentence, when={"time": "conflict"}), both) == "Monday or Tuesday (time)."
    assert message(rule(message=sentence, when={"alignment": "same", "quantity": "conflict"}), both) == (
        "four or five (quantity)."
    )


def test_the_index_gives_what_holds_in_the_order_of_the_rules(rule: MakeRule, case: MakeCase) -> None:
    rules = [
        rule(id="XQ903", when={"alignment": "same", "quantity": ["conflict", "wider"]}),
        rule(id="XQ902", when={"quantity": "conflict", "time": "same"}),
        rule(id="XQ901", when={"alignment": ["same", "near"]}),
        rule(id="XQ900", on="claim", when={"headline": "yes"}),
    ]
    facts = {"alignment": ("same",), "quantity": ("conflict", "wider"), "time": ("conflict",)}
    for facts_now in (facts, {"headline": ("yes",)}, facts | {"time": ("same",)}, {}):
        for subject in ("pair", "claim"):
            here = case(subject=subject, facts=facts_now)
            assert holding(index(tuple(rules)), here) == tuple(one for one in rules if holds(one, here))
