"""Which findings give way to others: an agreement to a divergence, an addition to what contradicts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from xcheck.engine.facts import JUDGED
from xcheck.records.comparison import Case
from xcheck.records.finding import Kind
from xcheck.records.rule import Rule

Stretch = tuple[str, int, int]
Sentences = tuple[str, ...]

# The kind that gives way where the same claims also raise the other one.
_GIVES_WAY: Mapping[Kind, Kind] = MappingProxyType({"agreement": "divergence", "uncorroborated": "extrapolation"})


@dataclass(frozen=True)
class Raised:
    """What all rules raise together.

    ``kinds``: each kind with what its case is about. Of the divergences between two claims, ``contradicted`` has the
    stretches that they turn on, ``parted`` their sentences, ``explained`` those of which a slot says what differs.
    """

    kinds: frozenset[tuple[Kind, frozenset[str], tuple[str, ...]]]
    contradicted: frozenset[Stretch]
    parted: frozenset[Sentences]
    explained: frozenset[Sentences]

    @classmethod
    def of(cls, chosen: Sequence[tuple[Rule, Case]]) -> Raised:
        """Return what the rules raise that were chosen for some cases."""
        against = [(rule, case) for rule, case in chosen if (rule.kind, rule.on) == ("divergence", "pair")]
        return cls(
            frozenset((rule.kind, *_about(case)) for rule, case in chosen),
            frozenset(stretch for rule, case in against for stretch in turning(rule, case)),
            frozenset(_sentences(case) for rule, case in against if case.topic),
            frozenset(_sentences(case) for rule, case in against if rule.type != JUDGED),
        )

    def outweighs(self, rule: Rule, case: Case) -> bool:
        """Whether something else that is raised takes the place of a rule. What is contradicted is no addition."""
        stronger = _GIVES_WAY.get(rule.kind)
        if stronger is not None and (stronger, *_about(case)) in self.kinds:
            return True
        if rule.kind == "agreement" and _sentences(case) in self.parted:
            return True
        if rule.type == JUDGED and _sentences(case) in self.explained:
            return True
        return "adds" in rule.when and self.contradicted.issuperset(case.focus.get("adds", ()))


def turning(rule: Rule, case: Case) -> Iterator[Stretch]:
    """The stretches of both documents that the rule's facts turn on."""
    return (stretch for fact in rule.when for stretch in case.focus.get(fact, ()))


def _about(case: Case) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a case is about: its claims, and in what kind of comparison they stand."""
    return frozenset(case.claims), case.facts.get("mode", ())


def _sentences(case: Case) -> Sentences:
    """The two sentences that a case is about, and in what kind of comparison they stand."""
    return (*case.topic, *case.facts.get("mode", ()))
