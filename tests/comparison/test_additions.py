"""Results of games and names that a text adds to what is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.comparison.cases.additions import additions
from xcheck.comparison.cases.known import Index
from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]
LEGS = "The hockey girls of Orle beat Tarn 2-0 on Friday, and on Sunday Tarn beat them 3-2."


@pytest.mark.parametrize(
    ("told", "added"),
    [
        ("Tarn beat them 3-2 on Sunday, but Orle won 4-2 on aggregate.", ["4-2"]),
        ("Tarn beat them 3-2 on Sunday, but Orle won 4-3 on aggregate.", []),
        ("The girls of Orle beat Tarn 2-0.", []),
    ],
)
def test_a_result_is_known_where_it_is_told_or_adds_up(claims_of: ClaimsOf, told: str, added: list[str]) -> None:
    known = Index([claims_of(LEGS)]).but()
    found = [span.text for claim in claims_of(told) for span in additions(claim, known).get("figure", ())]
    assert found == added


@pytest.mark.parametrize(
    ("known", "told", "added"),
    [
        ("A boat sank near the Orlian coast.", "A boat sank near the coast of Orlia.", []),
        ("A boat sank near the Tolmese coast.", "A boat sank near the coast of Tolmo.", []),
        ("A boat sank near the Orlian coast.", "A boat sank near the coast of Tolmo.", ["Tolmo"]),
        ("A boat sank near the coast.", "A boat sank near the house of Ida Moss.", ["Ida Moss"]),
    ],
)
def test_a_place_is_known_by_its_people(claims_of: ClaimsOf, known: str, told: str, added: list[str]) -> None:
    sources = Index([claims_of(known)]).but()
    assert [s.text for claim in claims_of(told) for s in additions(claim, sources).get("name", ())] == added
