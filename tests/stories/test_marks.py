"""What is read of an article without a parse: names by their capitals, figures, days, and its head."""

from __future__ import annotations

from datetime import date

import pytest

from xcheck.records.document import Document
from xcheck.stories.marks import marks
from xcheck.stories.rarity import rarity
from xcheck.stories.tokens import capitalised, tokens


def test_a_capital_tells_nothing_where_a_sentence_begins() -> None:
    found = capitalised(["Workers left. Nobody saw Ada Brandt go. “Others stayed,” said Brandt."])
    assert found == {"Ada", "Brandt"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the ship’s crew", ["the", "ship", "crew"]),
        ("1,250 euros, 3.5 miles.", ["1,250", "euros", "3.5", "miles"]),
        ("the X200 and a 4x4", ["the", "X200", "and", "a", "4x4"]),
        ("", []),
    ],
)
def test_words_and_figures(text: str, words: list[str]) -> None:
    assert [t.text for t in tokens(text)] == words


def test_two_names_side_by_side_are_a_third() -> None:
    found = marks(Document.from_text("They met. It was there that Ada Brandt spoke.", name="a"))
    assert {"name ada", "name brandt", "name ada brandt"} <= found.terms.keys()


def test_words_of_one_family_are_one_term() -> None:
    found = marks(Document.from_text("It was robbed. He robs them.", name="a"))
    assert found.terms["word rob"] == 2


def test_a_day_without_a_year_has_that_of_the_publication() -> None:
    text = "The bridge fell on 3 May, and was built by 1 June 1990."
    found = marks(Document.from_text(text, name="a", published=date(2022, 5, 5)))
    assert found.days == {date(2022, 5, 3), date(1990, 6, 1), date(2022, 5, 5)}
    assert marks(Document.from_text(text, name="a")).days == {date(1990, 6, 1)}


def test_a_word_of_every_article_weighs_less_than_a_name() -> None:
    weights = rarity([marks(Document.from_text("It was the day when Brandt left the town.", name="a"))])
    assert weights["word the"] < weights["word town"] < weights["name brandt"]
