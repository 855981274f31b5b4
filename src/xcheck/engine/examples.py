"""The examples of rules put to the test, and what no example reaches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from xcheck.engine.facts import GATES, OUTCOMES, SLOTS, UNSURE
from xcheck.engine.match import matches, shut
from xcheck.engine.run import findings
from xcheck.records.comparison import Case
from xcheck.records.rule import Example, Rule

# Turns examples into the cases that their two texts give, in one batch. The documents are called "a" and "b".
Judge = Callable[[Sequence[Example]], Sequence[Sequence[Case]]]


class Judged(NamedTuple):
    """One example with the cases it gave and the ids of all rules that found something in it."""

    rule: Rule
    number: int
    cases: tuple[Case, ...]
    found: tuple[str, ...]

    @property
    def example(self) -> Example:
        """The example itself."""
        return self.rule.examples[self.number]

    @property
    def passes(self) -> bool:
        """Whether the rule found what the example says it finds, or kept silent where it must."""
        return (self.rule.id in self.found) == self.example.finds

    @property
    def place(self) -> str:
        """Where the example stands: ``file:line``, or the file where the line is not known."""
        origin = self.rule.origin
        return f"{origin.path}:{origin.examples[self.number]}" if origin.examples else origin.path


class Coverage(NamedTuple):
    """What no example reaches: rules (by id) that none finds, values that rules name, outcomes, gates."""

    rules: tuple[str, ...]
    values: tuple[str, ...]
    outcomes: tuple[str, ...]
    gates: tuple[str, ...]


def run_examples(rules: Sequence[Rule], judge: Judge, only: Collection[str] = ()) -> tuple[Judged, ...]:
    """Every example of the rules (of those with an id in ``only``, if any) held against all rules together."""
    asked = [(rule, n) for rule in rules if not only or rule.id in only for n in range(len(rule.examples))]
    given = judge([rule.examples[n] for rule, n in asked])
    return tuple(
        Judged(rule, n, tuple(cases), _found(rules, cases)) for (rule, n), cases in zip(asked, given, strict=True)
    )


def coverage(rules: Iterable[Rule], judged: Iterable[Judged]) -> Coverage:
    """What the examples leave untried. A value counts as tried where its own rule matched with it."""
    results, rules = tuple(judged), tuple(rules)
    cases = [case for result in results for case in result.cases]
    outcomes = {value for case in cases for slot in SLOTS for value in case.facts.get(slot, ())}
    return Coverage(
        rules=_without((rule.id for rule in rules), chain.from_iterable(result.found for result in results)),
        values=tuple(text for rule in rules for text in _untried(rule, cases)),
        outcomes=_without(OUTCOMES, outcomes),
        gates=_without(GATES, (UNSURE, *chain.from_iterable(case.gates for case in cases))),
    )


def _without(names: Iterable[str], tried: Iterable[str]) -> tuple[str, ...]:
    known = set(tried)
    return tuple(name for name in names if name not in known)


def hindrance(judged: Judged) -> str:
    """What kept the rule from finding something, in the case that came nearest to it: facts, a gate, another rule."""
    rule = judged.rule
    cases = [case for case in judged.cases if case.subject == rule.on]
    if not cases:
        return f"no {rule.on} was made of these texts"
    nearest = min(cases, key=lambda case: (len(_missing(rule, case)), len(shut(rule, case))))
    missing, gates = _missing(rule, nearest), shut(rule, nearest)
    if missing:
        return "; ".join(missing)
    if gates:
        return f"the gate {gates[0]} is shut"
    return f"another rule or case speaks instead: {', '.join(judged.found) or 'not in the first text'}"


def _missing(rule: Rule, case: Case) -> list[str]:
    """The facts of the rule that do not hold in the case, with the values that they have there."""
    return [
        f"{fact} is {' and '.join(case.facts.get(fact, ())) or 'not compared'}, not {' or '.join(values)}"
        for fact, values in rule.when.items()
        if not set(values) & set(case.facts.get(fact, ()))
    ]


def _found(rules: Sequence[Rule], cases: Sequence[Case]) -> tuple[str, ...]:
    """The ids of the rules that find something; a rule on claims has to find it in the first text."""
    claim_rules = {rule.id for rule in rules if rule.on == "claim"}
    found = findings(rules, cases, ("a", "b"), least=0.0).findings
    here = (one for one in found if one.rule not in claim_rules or one.evidence[0].document == "a")
    return tuple(dict.fromkeys(one.rule for one in here))


def _untried(rule: Rule, cases: Sequence[Case]) -> list[str]:
    matched = [case for case in cases if matches(rule, case)]
    return [
        f"{rule.id} {fact}: {value}"
        for fact, values in rule.when.items()
        for value in values
        if not any(value in case.facts.get(fact, ()) for case in matched)
    ]
