"""What speaks for two sentences saying the same, and what against it."""

from __future__ import annotations

import pytest

from xcheck.comparison.accord import FEATURES, probability

NOTHING = dict.fromkeys(FEATURES, 0.0)


@pytest.mark.parametrize("name", ["meeting", "figure-same", "quote-same"])
def test_what_both_have_speaks_for_it(name: str) -> None:
    assert probability({**NOTHING, name: 1.0}) > probability(NOTHING)


@pytest.mark.parametrize("name", ["two-quotations", "one-credited", "figure-other"])
def test_what_parts_them_speaks_against_it(name: str) -> None:
    assert probability({**NOTHING, name: 1.0}) < probability(NOTHING)
