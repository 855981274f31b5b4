"""Opposed predicates: verbs with a particle, amounts, and who does the one or the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.comparison.context import Meeting
from xcheck.comparison.slots import polarity
from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]


def conflicts(claims_of: ClaimsOf, left: str, right: str) -> bool:
    one, other = claims_of(left)[0], claims_of(right)[0]
    telling = dict.fromkeys((*one.terms, *other.terms), 1.0)
    context = Meeting(score=1.0, keyed=False, rarity=telling, credited=(False, False))
    return any(r.outcome == "conflict" for r in polarity.compare(one, other, context))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The parish turned down the request for a bench.", "The parish granted the request for a bench."),
        ("The price of hay went down in June.", "The price of hay rose in June."),
        ("Trade in wool picked up in June.", "Trade in wool slumped in June."),
    ],
)
def test_a_verb_with_its_particle_is_opposed_as_a_whole(claims_of: ClaimsOf, left: str, right: str) -> None:
    assert conflicts(claims_of, left, right)
    assert conflicts(claims_of, right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The parish turned down the request for a bench.", "The parish rejected the request for a bench."),
        ("A shepherd picked up the sailor on the beach.", "The sailor fell on the beach."),
        ("More sailors turned up for the dinner.", "Fewer sailors missed the dinner."),
    ],
)
def test_what_only_looks_opposed_is_not(claims_of: ClaimsOf, left: str, right: str) -> None:
    assert not conflicts(claims_of, left, right)


def test_a_pronoun_for_the_speaker_is_the_speaker(claims_of: ClaimsOf) -> None:
    sold = next(c for c in claims_of("The guild said that it had sold the mill.") if c.form == "clause")
    bought = claims_of("The guild bought the mill.")[0]
    context = Meeting(score=1.0, keyed=False, rarity=dict.fromkeys(sold.terms, 1.0), credited=(True, False))
    assert [r.variant for r in polarity.compare(sold, bought, context)] == ["opposite"]
