"""Of a story that very many articles tell only so many are held against each other; and what a bucket is."""

from __future__ import annotations

import pytest

from xcheck.corpus import comparing
from xcheck.corpus.plan import Plan
from xcheck.corpus.store import Store
from xcheck.corpus.telling import Place, Told, buckets

NAMES = tuple(f"{n:03}" for n in range(9))


@pytest.mark.parametrize(("central", "kept"), [("000", "000 001 002"), ("007", "000 001 007")])
def test_the_central_article_and_the_first_are_kept(monkeypatch: pytest.MonkeyPatch, central: str, kept: str) -> None:
    monkeypatch.setattr(comparing, "MOST", 3)
    one = {"headline": "Fire", "central": central, "documents": [[name, "d", "c"] for name in NAMES]}
    held = comparing._held(one)
    assert held.documents == tuple(kept.split())
    assert held.documents[held.central] == central
    assert held.id == NAMES[0]


def test_a_bucket_has_another_name_when_an_article_of_it_changes() -> None:
    plan = Plan(Store("out"), "code")
    told = [Told("a", "Fire", "a", ("a", "b")), Told("c", "Flood", "c", ("c",))]
    places = {name: Place("d", "c", f"digest of {name}") for name in "abc"}
    (before,) = buckets(plan, told, places)
    (same,) = buckets(plan, told[::-1], {**places, "c": Place("d", "c", "changed")})
    (after,) = buckets(plan, told, {**places, "b": Place("d", "c", "changed")})
    assert before == same
    assert before != after


def test_stories_are_dealt_by_the_handful() -> None:
    plan = Plan(Store("out"), "code")
    told = [Told(f"{n}", "Fire", f"{n}", (f"{n}", f"{n}b")) for n in range(500)]
    places = {name: Place("d", "c", name) for one in told for name in one.documents}
    found = buckets(plan, told, places)
    assert sorted(s["id"] for task in found.values() for s in task["stories"]) == sorted(one.id for one in told)
    assert 8 < len(found) < 32
    assert max(task["size"] for task in found.values()) < 120
