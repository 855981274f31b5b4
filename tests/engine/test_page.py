"""The page of a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.engine.facts import GATES
from xcheck.engine.load import load_rules
from xcheck.engine.page import page
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Gates
from xcheck.records.rule import Example, Rule

MakeRule = Callable[..., Rule]


def test_a_page_says_what_why_when_and_shows_both_kinds_of_example(rule: MakeRule) -> None:
    examples = (
        Example(a="Four ferries sank.", b="Five ferries sank.", finds=True),
        Example(a="Four ferries sank.", b="4 ferries sank.", finds=False, why="one count,\n two spellings"),
    )
    text = page(rule(examples=examples, unless=["other-scope"], when={"quantity": ["conflict", "wider"]}))
    assert text.startswith("# XQ900 ferry-count-differs\n\nTwo counts.\n")
    assert "divergence, quantity · warning · confidence 0.80" in text
    assert "- quantity is conflict or wider\n" in text
    assert "- other-scope: One claim speaks of a part of what the other speaks of.\n" in text
    found, passed = text.split("## It finds\n")[1].split("## It lets pass\n")
    assert "- b: Five ferries sank." in found
    assert "- b: 4 ferries sank.\n- why: one count, two spellings" in passed


def test_every_gate_has_its_sentence() -> None:
    assert tuple(lexicon(Gates).root) == GATES


@pytest.mark.parametrize("known", load_rules(), ids=lambda rule: rule.id)
def test_every_rule_that_ships_has_a_page(known: Rule) -> None:
    text = page(known)
    assert f"# {known.id} {known.name}\n" in text
    assert text.endswith(f"Written in {known.origin.path}\n")
