"""How pairs become stories: by the average of all links, and never by looking at all pairs."""

from __future__ import annotations

from xcheck.nlp.lexicons.fitted import StoriesModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.document import Document
from xcheck.stories.blocking import meetings
from xcheck.stories.group import views
from xcheck.stories.linking import linked
from xcheck.stories.marks import marks


def test_the_likely_are_joined_and_the_unlikely_are_not() -> None:
    assert linked(4, {(0, 1): 3.0, (1, 2): -4.0, (2, 3): 2.0}) == [[0, 1], [2, 3]]


def test_one_article_between_two_stories_does_not_chain_them() -> None:
    two = {(0, 1): 5.0, (0, 2): 5.0, (1, 2): 5.0, (4, 5): 5.0, (4, 6): 5.0, (5, 6): 5.0}
    between = {(2, 3): 1.0, (1, 3): 1.0, (0, 3): 1.0, (3, 4): 0.9}
    assert linked(7, two | between) == [[0, 1, 2, 3], [4, 5, 6]]


def test_who_has_met_nobody_is_alone() -> None:
    assert linked(3, {(0, 2): 1.0}) == [[0, 2], [1]]


def test_a_term_that_many_have_joins_nobody() -> None:
    many = lexicon(StoriesModel).blocking.shelf + 1
    pile = [Document.from_text(f"There it was that Brandt met x{i}y.", name=f"{i:04}") for i in range(many)]
    assert meetings(views([marks(d) for d in pile])) == []


def test_an_article_meets_few_others(pile: list[Document]) -> None:
    copies = [d.model_copy(update={"id": f"{d.id} {i}"}) for d in pile for i in range(12)]
    most = lexicon(StoriesModel).blocking.most
    assert len(meetings(views([marks(d) for d in copies]))) <= most * len(copies)
