"""What messages call the articles: among peers, and where one is a draft and the other its source."""

from __future__ import annotations

import pytest

from xcheck.engine.load import load_rules
from xcheck.engine.match import message
from xcheck.records.comparison import Case
from xcheck.records.rule import Rule

RULES = {rule.id: rule for rule in load_rules()}


def said(rule: Rule, mode: str, **words: str) -> str:
    facts: dict[str, tuple[str, ...]] = {"mode": (mode,)}
    return message(rule, Case(subject=rule.on, claims=("a1", "b1"), facts=facts, gates=(), passages=(), words=words))


SIDES = {"left.document": "d.md", "right.document": "s.txt"}


@pytest.mark.parametrize(
    ("name", "peers", "check"),
    [
        ("XA001", "Both articles say so", "Draft and source say so"),
        ("XA003", "One figure in both articles", "One figure in draft and source"),
        ("XA004", "The same words are quoted in both articles", "The same words are quoted in draft and source"),
        ("XN001", "Of the two articles, one affirms", "Of draft and source, one affirms"),
        ("XS003", "Of the two articles, only one names", "Of draft and source, only one names"),
    ],
)
def test_a_check_speaks_of_draft_and_source(name: str, peers: str, check: str) -> None:
    assert said(RULES[name], "peers", **SIDES).startswith(peers)
    assert said(RULES[name], "check", **SIDES).startswith(check)


@pytest.mark.parametrize(
    ("firm", "hedged", "check"),
    [
        ("d.md", "s.txt", "The draft states as fact what the source leaves open"),
        ("s.txt", "d.md", "The source states as fact what the draft leaves open"),
    ],
)
def test_each_side_is_named_for_what_it_does(firm: str, hedged: str, check: str) -> None:
    words = {**SIDES, "firm.document": firm, "hedged.document": hedged}
    assert said(RULES["XC001"], "check", **words).startswith(check)
    assert said(RULES["XC001"], "peers", **words).startswith(
        "One article states as fact what the other article leaves open"
    )


def test_a_judgement_is_the_drafts_own() -> None:
    assert said(RULES["XX004"], "check").startswith("A judgement in the draft's own voice")
    assert said(RULES["XX004"], "peers").startswith("A judgement in the article's own voice")


def test_no_message_of_a_check_speaks_of_articles() -> None:
    for rule in RULES.values():
        cast = {f"{side}.document": SIDES[at] for side, at in SIDE_OF.items()}
        told = said(rule, "check", document="d.md", **cast)
        if rule.when.get("mode", ("check",)) == ("check",):
            assert "article" not in told, rule.id


SIDE_OF = {
    **dict.fromkeys(("left", "known", "firm", "credited", "quoting"), "left.document"),
    **dict.fromkeys(("right", "unknown", "hedged", "uncredited", "reporting"), "right.document"),
}
