"""Examples put to the test by a judge made for the purpose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from xcheck.engine.examples import coverage, hindrance, run_examples
from xcheck.records.comparison import Case, Passage
from xcheck.records.rule import Example, Rule

MakeRule = Callable[..., Rule]
MakeCase = Callable[..., Case]


def judge_by_length(examples: Sequence[Example]) -> list[list[Case]]:
    """Calls texts of unlike length a conflict of quantities, with a gate where one of them says "about"."""
    return [[_case(example)] for example in examples]


def _case(example: Example) -> Case:
    return Case(
        subject="pair",
        claims=("a1", "b1"),
        facts={"quantity": ("same",) if len(example.a) == len(example.b) else ("conflict", "conflict/scale")},
        gates=("other-scope",) if "about" in example.b else (),
        passages=tuple(
            Passage(document=name, start=0, end=len(text), text=text)
            for name, text in (("a", example.a), ("b", example.b))
        ),
    )


def test_an_example_passes_when_the_rule_does_as_it_says(rule: MakeRule) -> None:
    examples = (
        Example(a="One.", b="Three.", finds=True),
        Example(a="One.", b="Two.", finds=False),
        Example(a="One.", b="Two.", finds=True),
        Example(a="One.", b="Three.", finds=False),
        Example(a="One.", b="about three.", finds=False),
    )
    judged = run_examples([rule(examples=examples, unless=["other-scope"])], judge_by_length)
    assert [one.passes for one in judged] == [True, True, False, False, True]
    assert [one.example for one in judged] == list(examples)


def test_an_example_is_held_against_all_rules_together(rule: MakeRule) -> None:
    unlike = (Example(a="One.", b="Three.", finds=True),)
    weak, strong = rule(examples=unlike), rule(id="XQ901", severity="error", examples=())
    (judged,) = run_examples([weak, strong], judge_by_length, only={"XQ900"})
    assert judged.found == ("XQ901",)
    assert not judged.passes


def test_only_the_rules_asked_for_are_tried(rule: MakeRule) -> None:
    judged = run_examples([rule(), rule(id="XQ901", type="time")], judge_by_length, only={"XQ901"})
    assert [one.rule.id for one in judged] == ["XQ901"]


def test_a_rule_on_claims_has_to_find_in_the_first_text(rule: MakeRule, case: MakeCase) -> None:
    alone = rule(on="claim", when={"voice": "own"}, message="{source} says so.")

    def judge(examples: Sequence[Example]) -> list[list[Case]]:
        where = (Passage(document=example.why, start=0, end=4, text="Four") for example in examples)
        return [[case(subject="claim", claims=("x1",), facts={"voice": ("own",)}, passages=(one,))] for one in where]

    examples = tuple(Example(a="Four.", b="Four.", finds=True, why=where) for where in ("a", "b"))
    judged = run_examples([alone.model_copy(update={"examples": examples})], judge)
    assert [one.passes for one in judged] == [True, False]


def test_an_example_knows_its_line(rule: MakeRule) -> None:
    placed = rule(origin={"path": "rules/quantity/XQ900.yaml", "examples": (15,)})
    (judged,) = run_examples([placed], judge_by_length)
    assert judged.place == "rules/quantity/XQ900.yaml:15"


def test_coverage_names_what_no_example_reaches(rule: MakeRule) -> None:
    examples = (
        Example(a="One.", b="Three.", finds=True),
        Example(a="One.", b="about three.", finds=False),
    )
    rules = [
        rule(examples=examples, when={"quantity": ["conflict/scale", "wider"]}, unless=["other-scope"]),
        rule(id="XT900", type="time", when={"time": "conflict"}, examples=()),
    ]
    gaps = coverage(rules, run_examples(rules, judge_by_length))
    assert gaps.rules == ("XT900",)
    assert gaps.values == ("XQ900 quantity: wider", "XT900 time: conflict")
    assert "conflict" not in gaps.outcomes
    assert {"same", "raised"} <= set(gaps.outcomes)
    assert "other-scope" not in gaps.gates
    assert "unrealised" in gaps.gates


@pytest.mark.parametrize(
    ("b", "fields", "told"),
    [
        ("Two.", {}, "quantity is same, not conflict"),
        ("Two.", {"when": {"quantity": "same", "time": "same"}}, "time is not compared, not same"),
        ("about three.", {"unless": ["unrealised", "other-scope"]}, "the gate other-scope is shut"),
        ("Three.", {"id": "XQ899", "severity": "note"}, "another rule or case speaks instead: XQ900"),
        ("Three.", {"on": "claim", "when": {"voice": "own"}}, "no claim was made of these texts"),
    ],
)
def test_what_kept_a_rule_from_finding_is_told(rule: MakeRule, b: str, fields: dict[str, Any], told: str) -> None:
    asked = rule(**{"examples": (Example(a="One.", b=b, finds=True),), **fields})
    rules = [asked] if asked.id == "XQ900" else [asked, rule(examples=())]
    (judged,) = run_examples(rules, judge_by_length, only={asked.id})
    assert not judged.passes
    assert hindrance(judged) == told
