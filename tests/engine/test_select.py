"""What of all that is found is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.engine.select import strongest
from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

MakeRule = Callable[..., Rule]
MakeCase = Callable[..., Case]


def test_the_strongest_case_of_a_topic_speaks(rule: MakeRule, case: MakeCase) -> None:
    weak, strong = (case(topic=("a:1", "b:4"), strength=strength) for strength in (0.5, 0.9))
    assert strongest([(rule(), weak), (rule(), strong)]) == [(rule(), strong)]
    sure, unsure = rule(confidence=0.9), rule(id="XQ901", confidence=0.2)
    assert strongest([(unsure, strong), (sure, weak)]) == [(sure, weak)]


def test_each_kind_and_type_has_its_own_say(rule: MakeRule, case: MakeCase) -> None:
    both = [(rule(type=kind), case(topic=("a:1", "b:4"))) for kind in ("quantity", "time")]
    assert strongest(both) == both


@pytest.mark.parametrize(("kind", "kept"), [("divergence", 2), ("agreement", 3)])
def test_a_sentence_meets_few_sentences_of_another_document(
    rule: MakeRule, case: MakeCase, kind: str, kept: int
) -> None:
    one = rule(kind=kind)
    near = [(one, case(topic=("a:1", f"b:{i}"), claims=("a1", f"b{i}"), strength=1 - i / 10)) for i in range(5)]
    elsewhere = (one, case(topic=("a:1", "c:1"), claims=("a1", "c1"), strength=0.1))
    assert strongest([elsewhere, *near[::-1]]) == [elsewhere, *near[:kept][::-1]]


def test_a_case_without_a_topic_stands_alone(rule: MakeRule, case: MakeCase) -> None:
    alone = [(rule(), case(claims=(f"a{i}", "b1"))) for i in range(5)]
    assert strongest(alone) == alone


def test_equals_are_told_apart_by_their_claims_and_not_by_their_order(rule: MakeRule, case: MakeCase) -> None:
    equal = [(rule(), case(topic=("a:1", "b:4"), claims=claims)) for claims in (("a2", "b1"), ("a1", "b1"))]
    assert strongest(equal) == strongest(equal[::-1]) == equal[1:]
