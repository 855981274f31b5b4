"""Whether a rule holds in a case, and what it says there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcheck.engine.facts import CALLED, DRAFT, SLOTS, SOURCE, WORDS
from xcheck.engine.validate import PLACEHOLDER
from xcheck.records.comparison import Case, Gate
from xcheck.records.rule import Rule
from xcheck.resources import memoised

RULESETS = 16  # kept in order
FACTS = 2**14  # of cases, for which is kept what rules hold
LONGEST_WORD = 160  # characters of article text that one placeholder may bring into a message


Facts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Index:
    """Rules with their rank, under the values of one fact that each of them asks for: a slot where it asks one."""

    by_value: Mapping[tuple[str, str], Sequence[tuple[int, Rule]]]


@memoised(RULESETS)
def index(rules: tuple[Rule, ...]) -> Index:
    """The index of some rules."""
    found: dict[tuple[str, str], list[tuple[int, Rule]]] = {}
    for ranked in enumerate(rules):
        when = ranked[1].when
        fact = next((fact for fact in when if fact in SLOTS), next(iter(when)))
        for value in when[fact]:
            found.setdefault((fact, value), []).append(ranked)
    return Index(found)


def holding(rules: Index, case: Case) -> tuple[Rule, ...]:
    """The rules that hold in the case, whatever the gates, in the order in which they were indexed."""
    return _holding(rules, case.subject, tuple(case.facts.items()))


@memoised(FACTS)
def _holding(rules: Index, subject: str, facts: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Rule, ...]:
    """The rules that hold for some facts: few cases have facts that no other has."""
    asked = {
        rank: rule for fact, values in facts for value in values for rank, rule in rules.by_value.get((fact, value), ())
    }
    known = dict(facts)
    return tuple(asked[rank] for rank in sorted(asked) if _hold(asked[rank], subject, known))


def matches(rule: Rule, case: Case) -> bool:
    """Whether every fact of the rule has one of its values in the case, and no gate of the rule is shut."""
    return holds(rule, case) and not shut(rule, case)


def holds(rule: Rule, case: Case) -> bool:
    """Whether every fact of the rule has one of its values in the case, whatever the gates."""
    return _hold(rule, case.subject, case.facts)


def _hold(rule: Rule, subject: str, facts: Facts) -> bool:
    if rule.on != subject:
        return False
    return all(any(value in facts.get(fact, ()) for value in values) for fact, values in rule.when.items())


def shut(rule: Rule, case: Case) -> tuple[Gate, ...]:
    """The gates of the rule that are shut in the case, in the order of the rule."""
    return tuple(gate for gate in rule.unless if gate in case.gates)


def message(rule: Rule, case: Case) -> str:
    """The rule's sentence about the case. A word that the case leaves open gets its stand-in from ``engine.facts``.

    The sentence begins with a capital, save where it begins with words of the case: a document's name stays as it is.
    """
    said = PLACEHOLDER.sub(lambda found: _given(rule, case, found[1]) or _stand_in(rule, case, found[1]), rule.message)
    said = re.sub(r"(?<!\.)\.\.(?!\.)", ".", " ".join(said.split()))
    opening = PLACEHOLDER.match(rule.message)
    return said if opening and _given(rule, case, opening[1]) else said[:1].upper() + said[1:]


def _given(rule: Rule, case: Case, name: str) -> str:
    """The case's word for a placeholder on one line and cut where it is long; empty where the case leaves it open."""
    word = " ".join((case.words.get(name) or _of_own_slot(rule, name, case)).split())
    return word if len(word) <= LONGEST_WORD else f"{word[: LONGEST_WORD - 1].rstrip()}…"


def _stand_in(rule: Rule, case: Case, name: str) -> str:
    """The word for what the case leaves open. In a check one article is the draft, the other its source."""
    plain = WORDS[rule.on][name]
    if case.facts.get("mode") != ("check",):
        return plain
    side, _, word = name.rpartition(".")
    document = case.words.get(f"{side}.document")
    if not side or word != "article" or document is None:
        return CALLED.get(name, plain)
    return DRAFT if document == case.words["left.document"] else SOURCE


def _of_own_slot(rule: Rule, name: str, case: Case) -> str:
    """The words ``slot`` and ``SIDE.says`` as the rule's first slot has them; else empty."""
    slot = next((fact for fact in rule.when if fact in SLOTS), "")
    if name == "slot":
        return slot
    side, _, word = name.rpartition(".")
    return case.words.get(f"{side}.{slot}", "") if word == "says" else ""
