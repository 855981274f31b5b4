"""What the shape of a rule alone cannot show: facts, values, placeholders and examples that make sense together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from xcheck.engine.facts import FACTS, JUDGED, PAIRED, SLOTS, WORDS
from xcheck.hints import hint
from xcheck.records.finding import DivergenceType
from xcheck.records.rule import Rule
from xcheck.records.slots import VARIANTS

Problem = tuple[tuple[str | int, ...], str]
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
LEAST_EXAMPLES = 2
_TYPES = get_args(DivergenceType)


def problems(rule: Rule) -> Iterator[Problem]:
    """What is wrong with a rule of the right shape: the place as a path of keys, and a sentence about it."""
    yield from _type(rule)
    for fact, values in rule.when.items():
        yield from _fact(rule, fact, values)
    yield from _message(rule)
    yield from _examples(rule)


def _type(rule: Rule) -> Iterator[Problem]:
    if rule.kind != "divergence" or rule.type in (*_TYPES, JUDGED):
        return
    if rule.type is None:
        yield ("kind",), f"a divergence needs a 'type': one of {', '.join(_TYPES)}"
    else:
        yield ("type",), f"unknown type of divergence '{rule.type}'{hint(rule.type, _TYPES)}"


def _fact(rule: Rule, fact: str, values: tuple[str, ...]) -> Iterator[Problem]:
    facts = FACTS[rule.on]
    if fact not in facts:
        yield ("when", fact), f"unknown fact '{fact}' of a {rule.on}{hint(fact, facts)}"
        return
    if not values:
        yield ("when", fact), f"the fact '{fact}' needs a value: one of {', '.join(facts[fact])}"
    for value in values:
        plain, slash, variant = value.partition("/")
        if plain not in facts[fact]:
            yield ("when", fact), f"unknown value '{value}' of the fact '{fact}'{hint(plain, facts[fact])}"
        elif slash and not (rule.on in PAIRED and fact in SLOTS):
            yield ("when", fact), f"'{value}': only a slot of a pair has variants, such as conflict/age"
        elif slash:
            yield from _variant(fact, plain, variant)


def _variant(slot: str, outcome: str, variant: str) -> Iterator[Problem]:
    known = next((known for one, known in VARIANTS[slot].items() if one == outcome), ())
    if not known:
        yield ("when", slot), f"'{outcome}/{variant}': the outcome '{outcome}' of '{slot}' has no variants"
    elif variant not in known:
        told = f"one of {', '.join(known)}{hint(variant, known)}"
        yield ("when", slot), f"unknown variant '{variant}' of '{outcome}' of the slot '{slot}': {told}"


def _message(rule: Rule) -> Iterator[Problem]:
    known = WORDS[rule.on]
    for word in PLACEHOLDER.findall(rule.message):
        if word not in known:
            yield ("message",), f"unknown placeholder '{{{word}}}' of a rule on a {rule.on}{hint(word, known)}"
    if any(brace in PLACEHOLDER.sub("", rule.message) for brace in "{}"):
        yield ("message",), "a brace without its partner"


def _examples(rule: Rule) -> Iterator[Problem]:
    finding = sum(example.finds for example in rule.examples)
    for count, what in ((finding, "examples that find"), (len(rule.examples) - finding, "near misses that don't")):
        if count < LEAST_EXAMPLES:
            yield ("examples",), f"a rule needs at least {LEAST_EXAMPLES} {what}; this one has {count}"
    if rule.on in PAIRED:
        for number, example in enumerate(rule.examples):
            if not example.b.strip():
                yield ("examples", number), f"an example of a rule on a {rule.on} needs a second text 'b'"
