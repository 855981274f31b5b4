"""Of all that the rules find, what is worth showing: one finding of a kind and type a topic, few a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xcheck.engine.confidence import confidence
from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

MOST = 2  # sentences of one document that one sentence of another may be found against, for one kind and type
ALONE = 3  # claims of one article alone that are shown
AGREEING = 3  # and may agree with: a lead has in one sentence what the other article tells in several


def strongest(chosen: Sequence[tuple[Rule, Case]]) -> list[tuple[Rule, Case]]:
    """The strongest case of each topic for each kind and type, in the order given; a case without one stands alone.

    A sentence diverges from at most two sentences of another document in one way, and agrees with at most three:
    articles repeat themselves in headline and body, and what goes beyond that is likeness, not identity.
    """
    taken: Counter[tuple[str | None, ...]] = Counter()
    kept = []
    for i in sorted(range(len(chosen)), key=lambda i: (*_weakness(*chosen[i]), i)):
        seats = list(_seats(*chosen[i]))
        if all(taken[seat] < most for seat, most in seats):
            taken.update(seat for seat, _ in seats)
            kept.append(i)
    return [chosen[i] for i in sorted(kept)]


def _weakness(rule: Rule, case: Case) -> tuple[float, tuple[str, ...]]:
    return -confidence(rule, case), case.claims


def _seats(rule: Rule, case: Case) -> Iterator[tuple[tuple[str | None, ...], int]]:
    """What a finding takes up, and how many may: its topic; for a pair, a sentence before another document."""
    way = (rule.kind, rule.type, rule.on)
    if case.topic:
        yield (*way, "topic", *case.topic), 1
    if len(case.topic) == 2:
        for sentence, other in (case.topic, case.topic[::-1]):
            yield (*way, "sentence", sentence, other.rpartition(":")[0]), AGREEING if rule.kind == "agreement" else MOST


def weightiest(chosen: Sequence[tuple[Rule, Case]], documents: int) -> tuple[list[tuple[Rule, Case]], int]:
    """Keep the weightiest claims that one article alone makes, and count the rest; every other finding is kept.

    Two articles keep three such claims together; of more articles each keeps three.
    """
    alone = [i for i, (rule, _) in enumerate(chosen) if rule.kind == "uncorroborated"]
    taken: Counter[str] = Counter()
    kept = set()
    for i in sorted(alone, key=lambda i: (*_weakness(*chosen[i]), i)):
        seat = "both" if documents <= 2 else chosen[i][1].passages[0].document
        if taken[seat] < ALONE:
            taken[seat] += 1
            kept.add(i)
    folded = set(alone) - kept
    return [one for i, one in enumerate(chosen) if i not in folded], len(folded)
