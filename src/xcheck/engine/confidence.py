"""How likely a rule's finding in a case is right."""

from __future__ import annotations

from xcheck.engine.facts import JUDGED
from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

SURE_ENOUGH = 0.5  # below which a divergence is held back unless it is asked for
VOICE_SHARE = 0.8  # of that chance is enough for the writer's own voice, where a false alarm costs less


def confidence(rule: Rule, case: Case) -> float:
    """Give the measured chance of a finding of the rule's kind in the case, else what the rule says of itself.

    Of rules about the writer's own voice it is the chance that the sentence has one. A number from 0 to 1, with two
    places.
    """
    chance = case.chances.get(_asked(rule))
    if chance is None:
        chance = rule.confidence * case.strength
    return round(min(1.0, max(0.0, chance)), 2)


def _asked(rule: Rule) -> str:
    """Name the chance that a rule's findings have: of a voice, of the judge's own differences, or of their kind.

    Rules for drafts alone have none: they look at so narrow a thing that they speak for themselves.
    """
    if rule.when.get("mode") == ("check",):
        return ""
    if "stance" in rule.when:
        return "stance"
    return JUDGED if rule.type == JUDGED else rule.kind
