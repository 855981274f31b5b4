"""Stories are told apart by what is theirs alone, whatever kind of event they are and in whatever order they come."""

from __future__ import annotations

from xcheck.records.document import Document
from xcheck.stories.group import Story, stories


def _documents(found: tuple[Story, ...]) -> list[tuple[str, ...]]:
    return [story.documents for story in found]


def test_two_robberies_are_two_stories(pile: list[Document], told: list[tuple[str, ...]]) -> None:
    assert _documents(stories(pile)) == told


def test_the_order_changes_nothing(pile: list[Document]) -> None:
    assert stories(pile) == stories(pile[::-1])


def test_a_story_keeps_its_name_when_others_go(pile: list[Document]) -> None:
    left = [d for d in pile if not d.id.startswith("recount")]
    assert {s.id for s in stories(left)} == {s.id for s in stories(pile)} - {"recount-a.txt"}


def test_a_headline_of_its_own_stands_for_a_story(pile: list[Document]) -> None:
    for story in stories(pile):
        assert story.headline in story.headlines
        assert len(story.headlines) == len(story.documents)


def test_one_article_is_one_story_and_none_is_none() -> None:
    alone = Document.from_text("Nothing but this line stands here.", name="a.txt")
    assert _documents(stories([alone])) == [("a.txt",)]
    assert stories([]) == ()


def test_an_empty_text_is_a_story_of_its_own(pile: list[Document]) -> None:
    empty = Document.from_text("", name="empty.txt")
    assert ("empty.txt",) in _documents(stories([*pile, empty]))
