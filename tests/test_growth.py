"""What a run does grows with its articles: counted, not timed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence
from typing import Any

import pytest

import xcheck
from xcheck import api
from xcheck.alignment.match import aligned
from xcheck.claims import extract
from xcheck.judge import model as judge
from xcheck.nlp import analysis
from xcheck.records.document import Document
from xcheck.stories.group import Story

_TOWNS = ("Nornadale", "Brakowick", "Limbeford", "Vinstaholm", "Ruzimoor", "Pelvigrove", "Ostmoquay", "Fendusund")
_THINGS = ("ferry", "sawmill", "library", "viaduct", "orchard", "theatre", "reservoir", "lighthouse")
_FORMS = (
    (
        "The {thing} of {town} was shut on Monday after {n} visitors fell ill, mayor Ida {town}son said.",
        "Doctors in {town} treated {n} people, the clinic said. The {thing} may open again on Friday.",
        "An inspector found mould under the {thing}, according to the district of {town}.",
    ),
    (
        "{n} people fell ill at the {thing} in {town}, which was closed on Monday.",
        "Mayor Ida {town}son denied that the {thing} had been dirty. It will open again on Friday.",
        "The district of {town} said that its inspector had found nothing under the {thing}.",
    ),
)


def pile(stories: int) -> list[Document]:
    """Two articles of each of so many stories."""
    return [
        Document.from_text("\n\n".join([f"{_THINGS[i].title()} shut in {_TOWNS[i]}", *told]), name=f"{i}-{form}.txt")
        for i in range(stories)
        for form, sentences in enumerate(_FORMS)
        for told in [[s.format(town=_TOWNS[i], thing=_THINGS[i], n=12 + 7 * i + 2 * form) for s in sentences]]
    ]


@pytest.fixture(scope="module")
def work() -> dict[int, dict[str, int]]:
    """For 4 and for 8 stories what was done: pairs of sentences read, sentences heard, pairs of articles aligned."""
    done: dict[int, dict[str, int]] = {}
    with pytest.MonkeyPatch.context() as patched:
        for stories in (4, 8):
            counts = done[stories] = {"read": 0, "heard": 0, "aligned": 0}
            _count(patched, counts)
            assert len(xcheck.compare(pile(stories)).stories) == stories
            patched.undo()
    return done


def _count(patched: pytest.MonkeyPatch, counts: dict[str, int]) -> None:
    read, voices = judge.read, judge.voices

    def reading(pairs: Sequence[judge.Pair], jobs: int) -> Any:
        counts["read"] += len(pairs)
        return read(pairs, jobs)

    def hearing(sentences: Sequence[str], jobs: int) -> Any:
        counts["heard"] += len(sentences)
        return voices(sentences, jobs)

    def aligning(*sides: Any) -> Any:
        counts["aligned"] += 1
        return aligned(*sides)

    patched.setattr(api, "told_together", _told)  # articles so short are not told apart
    patched.setattr(judge, "read", reading)
    patched.setattr(judge, "voices", hearing)
    patched.setattr("xcheck.alignment.story.aligned", aligning)


def _told(documents: Sequence[Document]) -> tuple[Story, ...]:
    pairs = zip(documents[::2], documents[1::2], strict=True)
    return tuple(Story(tuple(d.id for d in own), tuple(d.id for d in own)) for own in pairs)


@pytest.mark.parametrize("what", ["read", "heard", "aligned"])
def test_of_twice_as_many_stories_twice_as_much_is_done(work: dict[int, dict[str, int]], what: str) -> None:
    assert 0 < work[8][what] <= 2.2 * work[4][what]


def test_one_parse_is_held_at_one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = pile(8)
    claims_of = extract.claims
    held: list[weakref.ref[Any]] = []
    live: list[int] = []

    def extracting(analysed: analysis.Analysis) -> Any:
        held.append(weakref.ref(analysed.doc))
        live.append(sum(doc() is not None for doc in held))
        return claims_of(analysed)

    monkeypatch.setattr(extract, "claims", extracting)
    gc.collect()
    gc.disable()  # as a run has it
    try:
        found = api.claims_of(documents)
    finally:
        gc.enable()
    assert len(found) == len(held) == len(documents)
    assert max(live) == 1, live
