"""What the others of a story say: each document is read once, and whoever asks leaves out its own share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

import pytest

from xcheck.alignment.wording import printed
from xcheck.comparison.cases.known import Index, Kind
from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]
STORY = (
    "Some 40 boats left Orle on Monday, said Ida Moss. “The water rose all night,” she said.",
    "About 40 boats left Orle on 5 May 2031. The harbour of Tarn was shut for three days.",
    "Nobody in the Orlian harbour was hurt, the mayor of Tarn said in 2030. It cost 12.5 million euros.",
    "Some 40 boats left Orle on Monday, said Ida Moss. “The water fell at noon,” said Karl Obry.",
)


@pytest.fixture(scope="module")
def story(claims_of: ClaimsOf) -> list[tuple[Claim, ...]]:
    """The claims of each article."""
    return [claims_of(text, published="2031-05-07") for text in STORY]


@pytest.mark.parametrize("own", [(), (0,), (1,), (0, 3)])
def test_the_others_have_what_any_of_them_has(story: list[tuple[Claim, ...]], own: tuple[int, ...]) -> None:
    index = Index(story)
    known, others = index.but(own), [told for i, told in enumerate(index.documents) if i not in own]
    for kind in get_args(Kind):
        every = {thing for told in index.documents for thing in told.things[kind]}
        assert every, kind
        assert {thing for thing in every if known.has(kind, thing)} == {t for o in others for t in o.things[kind]}
    assert [*known.figures()] == [q for told in others for q in told.figures]


def test_what_one_alone_says_is_not_known_to_it(story: list[tuple[Claim, ...]]) -> None:
    index = Index(story)
    assert index.but((1,)).says("the water rose all night")
    assert not index.but((0,)).says("the water rose all night")
    assert index.but((0,)).is_people("orlian")
    assert not index.but((2,)).is_people("tolmese")


def test_each_document_is_read_once_however_many_ask(
    story: list[tuple[Claim, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Iterable[Claim]] = []

    def reading(claims: Iterable[Claim]) -> str:
        read.append(claims)
        return printed(claims)

    monkeypatch.setattr("xcheck.comparison.cases.known.printed", reading)
    index = Index(story)
    for i in range(len(story)):
        known = index.but((i,))
        assert known.has("word", "boat")
        assert not known.says("no such words")
    assert read == story
