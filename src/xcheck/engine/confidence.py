"""How likely a rule's finding in a case is right."""

from __future__ import annotations

from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

SURE_ENOUGH = 0.5  # below which a divergence is held back unless it is asked for


def confidence(rule: Rule, case: Case) -> float:
    """Give the measured chance of a finding of the rule's kind in the case, else what the rule says of itself.

    Of rules about the writer's own voice it is the chance that the sentence has one. A number from 0 to 1, with two
    places.
    """
    chance = case.chances.get("stance" if "stance" in rule.when else rule.kind)
    if chance is None:
        chance = rule.confidence * case.strength
    return round(min(1.0, max(0.0, chance)), 2)
