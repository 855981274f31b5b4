"""Examples changed in known ways: what each change does to a text, which rules it tries, what counts as found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from xcheck.engine.examples import Judged, run_examples
from xcheck.engine.facts import FACTS
from xcheck.engine.load import load_rules
from xcheck.engine.mutations import Recall, mutations, recalls
from xcheck.records.comparison import Case, Passage
from xcheck.records.rule import Example, Rule

MakeRule = Callable[..., Rule]

CHANGES = [
    ("change the figure", "The flood drowned 1,250 sheep in 2019.", "The flood drowned 4,580 sheep in 2019."),
    ("change the figure", "The flood drowned eight sheep.", "The flood drowned forty sheep."),
    ("drop the margin", "The flood drowned at least 40 sheep.", "The flood drowned 40 sheep."),
    ("call the figure unknown", "The flood drowned about 40 goats.", "The flood drowned an unknown number of goats."),
    ("move the day", "The dam broke on Monday.", "The dam broke on Thursday."),
    ("move the day", "The dam broke on 4 May 2019.", "The dam broke on 7 May 2019."),
    ("move the month", "The dam broke in May.", "The dam broke in October."),
    ("move the hour", "The dam broke at 6.15 a.m.", "The dam broke at 9.15 a.m."),
    ("put another person", "Ada Lunde won the race.", "Odile Marchetti won the race."),
    ("put another country", "Norway sold the dam.", "Brazil sold the dam."),
    ("give another title", "The mayor of Orle resigned.", "The bishop of Orle resigned."),
    ("give another age", "Ada Lunde, 41, resigned.", "Ada Lunde, 44, resigned."),
    ("put another place", "The ship sailed from Orle.", "The ship sailed from Reykjavik."),
    ("alter the quotation", "“We were told to wait by the river.”", "“We were told gladly wait by the river.”"),
    ("drop a word from the quotation", "“We were not told.”", "“We were told.”"),
    ("report what is quoted", "The dam is “rotten”, she said.", "The dam is a disappointment, she said."),
    ("flip the negation", "The dam was not safe.", "The dam was safe."),
    ("flip the negation", "The dam was safe.", "The dam was not safe."),
    ("turn the deed round", "The town won the case.", "The town lost the case."),
    ("drop the hedge", "The dam has reportedly burst.", "The dam has burst."),
    ("drop the hedge", "The dam could be repaired.", "The dam will be repaired."),
    ("add a hedge", "The dam has cracked.", "The dam may have cracked."),
    ("put another speaker", "The dam is safe, Ada Lunde said.", "The dam is safe, Bishop Odile Marchetti said."),
    ("hide the speaker", "The dam is safe, Ada Lunde said.", "The dam is safe, a source said."),
    ("drop the source", "The dam is safe, Ada Lunde said.", "The dam is safe."),
    ("speak in the own voice", "According to the town, the dam is safe.", "The dam is safe."),
    ("give another cause", "It broke because of rust.", "It broke because of a bomb threat."),
    ("add a figure", "The dam broke.", "The dam broke at a cost of 37 million euros."),
    ("add a name", "The dam broke.", "The dam broke with the help of Odile Marchetti."),
    ("add a day", "The dam broke. It rose in 2017.", "The dam broke on 14 March 2019. It rose in 2017."),
    ("add a cause", "The dam broke.", "The dam broke because of a measles outbreak."),
    (
        "add a quotation",
        "The dam broke.",
        "The dam broke. “Nobody had dared to hope for so much,” an onlooker said.",
    ),
]
NO_CHANGE = [
    ("change the figure", "The dam was built in 1987."),
    ("move the hour", "The dam broke on Monday."),
    ("flip the negation", "The dam did not break until Monday."),
    ("add a hedge", "The dam may break."),
    ("hide the speaker", "The dam is safe, a diver said."),
    ("add a day", "The dam broke in May. It rose in 2017."),
    ("add a day", "The dam broke."),
    ("drop the hedge", "The town hopes that the dam could be repaired."),
    ("add a cause", "The dam broke because of rust."),
]


def of(name: str, text: str) -> str | None:
    return next(one for one in mutations() if one.name == name).of(text)


@pytest.mark.parametrize(("name", "text", "changed"), CHANGES)
def test_a_mutation_changes_one_thing(name: str, text: str, changed: str) -> None:
    assert of(name, text) == changed


@pytest.mark.parametrize(("name", "text"), NO_CHANGE)
def test_a_mutation_leaves_alone_what_it_can_not_change(name: str, text: str) -> None:
    assert of(name, text) is None


def test_every_mutation_is_tried_with_some_rule_and_brings_about_what_rules_can_ask() -> None:
    rules = load_rules()
    known = {(fact, value) for facts in FACTS.values() for fact, values in facts.items() for value in values}
    for mutation in mutations():
        assert any(mutation.concerns(rule) for rule in rules), mutation.name
        assert {(f, v.partition("/")[0]) for f, values in mutation.brings.items() for v in values} <= known


def test_every_mutation_has_a_change_to_show() -> None:
    assert {name for name, _, _ in CHANGES} == {one.name for one in mutations()}


def judge_by_number(examples: Sequence[Example]) -> list[list[Case]]:
    """Two texts with other digits are in conflict, unless one has "about"; with the same digits they agree."""
    return [[_case(example)] for example in examples]


def _case(example: Example) -> Case:
    same = [c for c in example.a if c.isdigit()] == [c for c in example.b if c.isdigit()]
    told = "same" if same else "incomparable" if "about" in example.b else "conflict"
    texts = (("a", example.a), ("b", example.b))
    return Case(
        subject="pair",
        claims=("a1", "b1"),
        facts={"quantity": (told,)},
        passages=tuple(Passage(document=name, start=0, end=len(text), text=text) for name, text in texts),
    )


def recall(*rules: Rule) -> tuple[Recall, ...]:
    return recalls(rules, run_examples(rules, judge_by_number), judge_by_number)


def texts(mutants: Sequence[Judged]) -> list[tuple[str, str]]:
    return [(one.example.a, one.example.b) for one in mutants]


def test_a_changed_text_is_held_against_the_text_it_was_made_from(rule: MakeRule) -> None:
    examples = (Example(a="It hurt 10 men.", b="It hurt about 20 men.", finds=False),)
    (found,) = recall(rule(examples=examples))
    assert texts(found.found) == [("It hurt 40 men.", "It hurt 10 men.")]
    assert texts(found.missed) == [("It hurt about 50 men.", "It hurt about 20 men.")]
    assert {one.example.why for one in (*found.found, *found.missed)} == {"change the figure"}


def test_where_two_texts_agree_the_changed_one_is_held_against_both(rule: MakeRule) -> None:
    examples = (Example(a="It hurt 10 men.", b="It hurt 10 people.", finds=False),)
    agreement = rule(id="XA900", kind="agreement", type=None, when={"quantity": "same"}, examples=())
    found = next(one for one in recall(rule(examples=examples), agreement) if one.rule.id == "XQ900")
    assert ("It hurt 40 men.", "It hurt 10 people.") in texts(found.found)
    assert len(found.found) == 4


def test_where_two_texts_agree_in_something_else_the_changed_one_is_held_against_its_own_alone(rule: MakeRule) -> None:
    examples = (Example(a="It hurt 10 men.", b="It hurt 10 of about 10 people.", finds=False),)
    agreement = rule(id="XA900", kind="agreement", type=None, when={"quantity": "incomparable"}, examples=())
    found = next(one for one in recall(rule(examples=examples), agreement) if one.rule.id == "XQ900")
    assert ("It hurt 40 men.", "It hurt 10 of about 10 people.") not in texts((*found.found, *found.missed))


def test_another_rule_of_the_same_kind_and_type_may_find_it(rule: MakeRule) -> None:
    examples = (Example(a="It hurt 10 men.", b="It hurt 10 men.", finds=False),)
    weak = rule(examples=examples)
    same, other = rule(id="XQ901", severity="error", examples=()), rule(id="XT900", type="time", examples=())
    (found,) = recall(weak, same, other)
    assert found.found[0].found == ("XQ901", "XT900")
    assert not found.missed


def test_a_rule_that_no_mutation_concerns_has_no_recall(rule: MakeRule) -> None:
    assert recall(rule(when={"quantity": "incomparable"}, examples=(Example(a="10 men.", b="", finds=True),))) == ()
