"""Of all that the rules find, what is worth showing: one finding of a kind and type a topic, few a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

MOST = 2  # sentences of one document that one sentence of another may be found against, for one kind and type


def strongest(chosen: Sequence[tuple[Rule, Case]]) -> list[tuple[Rule, Case]]:
    """The strongest case of each topic for each kind and type, in the order given; a case without one stands alone.

    A sentence agrees or diverges with at most two sentences of another document in one way: articles repeat
    themselves in headline and body, and what goes beyond that is likeness, not identity.
    """
    ranked = sorted(range(len(chosen)), key=lambda i: (-chosen[i][0].confidence * chosen[i][1].strength, chosen[i][1].claims, i))
    taken: set[tuple[object, ...]] = set()
    met: Counter[tuple[object, ...]] = Counter()
    kept = []
    for i in ranked:
        rule, case = chosen[i]
        way = (rule.kind, rule.type)
        sides = [
            (*way, place, other.rpartition(":")[0]) for place, other in zip(case.topic, case.topic[::-1], strict=True)
        ]
        if not case.topic:
            kept.append(i)
            continue
        if (*way, *case.topic) in taken or (len(sides) > 1 and any(met[side] >= MOST for side in sides)):
            continue
        taken.add((*way, *case.topic))
        met.update(sides)
        kept.append(i)
    return [chosen[i] for i in sorted(kept)]
