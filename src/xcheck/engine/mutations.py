"""Rules put to a harder test: their examples, each changed in one known way, which they then have to find.

A mutation (``rules/lexicons/mutations.yaml``) says what it brings about, such as ``quantity: conflict``. It is tried
with every rule that asks for that, on every text of the rule's examples that it can change. The changed text is held,
as the first, against the text it was made from, and where an example's two texts agree in what is changed and both can
be changed in that way, also against the other one, which says the same in other words. For testing
by mutants see DeMillo, Lipton and Sayward (1978).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, product
from typing import NamedTuple

from xcheck.engine.examples import Judge, Judged, run_examples
from xcheck.engine.facts import PAIRED, SLOTS
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Mutations
from xcheck.nlp.lexicons.reports import Way as WrittenWay
from xcheck.records.rule import Example, Rule, Written

AGREEING = ("same", "compatible", "narrower", "wider")


class Way(NamedTuple):
    """What is looked for in a text, and what takes its place: a template, or for each word of a ring the next one."""

    find: re.Pattern[str]
    put: str
    ring: Mapping[str, str]

    def of(self, text: str) -> str:
        """The text changed at the first place where something is found."""
        return self.find.sub(self._turned if self.ring else self.put, text, count=1)

    def _turned(self, found: re.Match[str]) -> str:
        return re.sub(_any(self.ring), lambda word: self.ring[word[0]], found[0])


class Mutation(NamedTuple):
    """A change with the facts that it should bring about, each with its values."""

    name: str
    brings: Mapping[str, Sequence[str]]
    ways: tuple[Way, ...]
    against_other: bool

    def of(self, text: str) -> str | None:
        """The text changed in the first way that changes it; None where none does."""
        return next((new for way in self.ways if (new := way.of(text)) != text), None)

    def concerns(self, rule: Rule) -> bool:
        """Whether the rule asks for what the mutation brings about: each fact, with one of its values or a variant."""
        return all(
            not set(values).isdisjoint(_with_plain(rule.when.get(fact, ()))) for fact, values in self.brings.items()
        )


class Recall(NamedTuple):
    """Which mutants of a rule's examples are found; a mutant's ``example.why`` names its mutation."""

    rule: Rule
    found: tuple[Judged, ...]
    missed: tuple[Judged, ...]


def mutations() -> tuple[Mutation, ...]:
    """The mutations of the lexicon, in its order."""
    data = lexicon(Mutations)
    rings = {name: _turns(ring) for name, ring in data.rings.items()}
    return tuple(
        Mutation(name, one.brings, tuple(_way(way, rings) for way in one.ways), one.against == "other")
        for name, one in data.mutations.items()
    )


def recalls(rules: Sequence[Rule], judged: Sequence[Judged], judge: Judge) -> tuple[Recall, ...]:
    """The recall of each rule with an example in ``judged`` that a mutation which concerns the rule can change.

    A mutant counts as found by its rule, or by another of the same kind and type, of which one alone speaks for a pair.
    """
    known = mutations()
    changed = {rule.id: _mutants(rule, judged, known, rules) for rule in rules}
    asked = {name for name, mutants in changed.items() if mutants}
    if not asked:
        return ()
    tried = [r.model_copy(update={"examples": changed[r.id], "origin": Written(path=r.origin.path)}) for r in rules]
    results = groupby(run_examples(tried, judge, asked), key=lambda one: one.rule)
    return tuple(_recall(rule, tuple(mutants), rules) for rule, mutants in results)


def _recall(rule: Rule, mutants: Sequence[Judged], rules: Sequence[Rule]) -> Recall:
    alike = {other.id for other in rules if (other.kind, other.type) == (rule.kind, rule.type)}
    found = [not alike.isdisjoint(one.found) for one in mutants]
    return Recall(
        rule,
        tuple(one for one, is_found in zip(mutants, found, strict=True) if is_found),
        tuple(one for one, is_found in zip(mutants, found, strict=True) if not is_found),
    )


def _mutants(
    rule: Rule, judged: Sequence[Judged], known: Sequence[Mutation], rules: Sequence[Rule]
) -> tuple[Example, ...]:
    """The mutants of a rule's examples, none twice."""
    kinds = {one.id: one.kind for one in rules}
    own = [one for one in judged if one.rule.id == rule.id]
    mutants: dict[tuple[str, str], Example] = {}
    for mutation, one in product((one for one in known if one.concerns(rule)), own):
        raised = {kinds[name] for name in one.found}
        agree = "agreement" in raised and "divergence" not in raised and _agree_in(one, mutation.brings)
        for made in _of_example(mutation, one.example, agree=agree):
            mutants.setdefault((made.a, made.b), made)
    return tuple(mutants.values())


def _agree_in(judged: Judged, facts: Collection[str]) -> bool:
    """Whether two claims of the example agree in every slot that a mutation changes."""
    return any(
        all(fact not in SLOTS or set(case.facts.get(fact, ())) & set(AGREEING) for fact in facts)
        for case in judged.cases
        if case.subject in PAIRED
    )


def _of_example(mutation: Mutation, example: Example, *, agree: bool) -> Iterator[Example]:
    for text, other in ((example.a, example.b), (example.b, example.a)):
        changed = mutation.of(text)
        if changed is not None:
            alike = [text, other] if agree and mutation.of(other) is not None else [text]
            for against in [other] if mutation.against_other else alike:
                yield Example(a=changed, b=against, finds=True, why=mutation.name, published=example.published)


def _with_plain(values: Collection[str]) -> set[str]:
    """The values, and each variant's plain outcome: ``raised`` for ``raised/open``."""
    return {*values, *(value.partition("/")[0] for value in values)}


def _way(given: WrittenWay, rings: Mapping[str, Mapping[str, str]]) -> Way:
    """A way as the lexicon gives it, with each ``<ring>`` of its pattern spelled out."""
    find = re.sub(r"<([a-z]+)>", lambda ring: _any(rings[ring[1]]), given.find)
    return Way(re.compile(find), given.put, rings[given.ring] if given.ring else {})


def _turns(rings: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """For each word of some rings the next one."""
    return {word: ring[(at + 1) % len(ring)] for ring in rings for at, word in enumerate(ring)}


def _any(words: Collection[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
