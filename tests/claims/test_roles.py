"""Roles of claims: who is called what, where the words stand."""

from __future__ import annotations

from collections.abc import Callable

from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]


def test_a_title_belongs_to_the_claim_that_holds_its_words(claims_of: ClaimsOf) -> None:
    claims = claims_of("Tilda Moorcott, the deputy finance minister, opened the port. It had cost 40 million euros.")
    assert [(r.title, r.holder) for r in claims[0].roles] == [("deputy finance minister", "tilda moorcott")]
    assert all(not c.roles for c in claims[1:])


def test_age_and_office_are_two_roles(claims_of: ClaimsOf) -> None:
    roles = claims_of("Ann Roe, 43, chief executive of Tarnow plc, resigned on Monday.")[0].roles
    assert {(r.kind, r.title) for r in roles} == {("age", "43"), ("title", "chief executive of tarnow plc")}


def test_the_words_of_a_role_lie_in_the_text(claims_of: ClaimsOf) -> None:
    text = "The coroner, Ruth Ambler, heard U.S. Admiral Hugh Teale, 61."
    roles = [r for c in claims_of(text) for r in c.roles]
    assert roles
    assert all(text[r.start : r.end] == r.text for r in roles)
