"""Results of games that a text adds to what is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.comparison.additions import Known, additions
from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]
LEGS = "The Rovers won the first leg 2-0 and lost the second 3-2."


@pytest.mark.parametrize(
    ("told", "added"),
    [
        ("Despite losing the second leg 3-2, the Rovers went through 4-2 on aggregate.", ["4-2"]),
        ("The Rovers lost the second leg 3-2 but went through 4-3 on aggregate.", []),
        ("The Rovers won the first leg 2-0.", []),
    ],
)
def test_a_result_is_known_where_it_is_told_or_adds_up(claims_of: ClaimsOf, told: str, added: list[str]) -> None:
    known = Known(claims_of(LEGS))
    found = [span.text for claim in claims_of(told) for span in additions(claim, known).get("figure", ())]
    assert found == added
