"""The words in which two sentences differ, and what they turn."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.boundaries.made import words

from xcheck.alignment.words import Word
from xcheck.comparison.edits.align import edits_between, spoken
from xcheck.comparison.edits.contrasts import contrast_anywhere
from xcheck.comparison.edits.meaning import contrast, fits, goes_beyond, means_one, turn
from xcheck.comparison.edits.reading import Reader
from xcheck.comparison.edits.swaps import swapped

Told = tuple[str, str | None, str | None]


def edits(left: str, right: str) -> list[tuple[str, str]] | None:
    """The words of each edit; None where the two sentences are not alike."""
    found = edits_between(words(left), words(right, 500))
    if found is None:
        return None
    return [(" ".join(w.text for w in e.left.words), " ".join(w.text for w in e.right.words)) for e in found.found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The mill burned down", "The mill burned down", []),
        ("The old mill burned", "The new mill burned", [("old", "new")]),
        ("The old mill burned", "The mill burned", [("old", "")]),
        ("The mill burned", "The old mill burned", [("", "old")]),
        ("The old mill burned", "The mill old burned", []),  # it only moved
        ("The mill was burned", "A mill had burned", []),  # articles and auxiliaries tell nothing
        ("It went from Orle", "It went to Orle", [("from", "to")]),
        # two telling words that both have, and six tenths of those of the shorter one
        ("The mill burned", "The dam burned", None),
        ("The mill near Orle burned", "The dam near Orle burned", [("mill", "dam")]),
        ("Old mill doors burned in Orle", "Old mill doors froze in Tarn", [("burned", "froze"), ("orle", "tarn")]),
        ("Old mills burned in Orle", "Old mills froze in Tarn", None),
        # four words at most that one side has alone
        ("The mill burned", "The very big old red wooden mill burned", [("", "very big old red wooden")]),
        ("The mill burned", "The big old red wooden empty mill burned", None),
        ("The big old red wooden empty mill burned", "The mill burned", None),
        (
            "The big mill near Orle burned at dawn",
            "The mill near Orle burned at night",
            [("big", ""), ("dawn", "night")],
        ),
    ],
)
def test_the_edits_between_two_sentences(left: str, right: str, expected: list[tuple[str, str]] | None) -> None:
    assert edits(left, right) == expected


def test_where_an_edit_stands() -> None:
    found = edits_between(words("In Orle the old mill burned"), words("In Orle the new mill burned", 500))
    assert found is not None
    ((left, right),) = found.found
    assert found.found[0].is_replacement
    assert [w.text for w in left.before] == ["the", "orle", "in"]
    assert [w.text for w in right.after] == ["mill", "burned"]
    assert [w.start for w in (*left.words, *right.words)] == [12, 512]
    assert found.is_straight
    moved = edits_between(words("Moss sued Brandt in Orle"), words("Brandt sued Moss in Orle"))
    assert moved is not None
    assert moved.found == ()
    assert not moved.is_straight
    lost = edits_between(words("The old mill burned"), words("The mill burned"))
    assert lost is not None
    assert not lost.found[0].is_replacement


def verbs(text: str, lemmas: str) -> dict[int, str]:
    """The lemmas ("sold:sell") of the verbs of a sentence by their places."""
    return {text.index(form): lemma for form, _, lemma in (pair.partition(":") for pair in lemmas.split())}


def read(left: str, right: str, *, checks: bool = False, deeds: tuple[str, str] = ("", "")) -> tuple[list[Told], bool]:
    """What the edits between two sentences turn, by what words, and whether they turn nothing."""
    found = edits_between(words(left), words(right))
    assert found is not None
    reader = Reader(found, checks, (verbs(left, deeds[0]), verbs(right, deeds[1])))
    told = [(r.what, r.left.text if r.left else None, r.right.text if r.right else None) for r in reader.read()]
    return [*told], reader.turns_nothing


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # one word in the place of another
        ("The old mill near Orle burned", "The new mill near Orle burned", ("opposite", "old", "new")),
        ("The north pier was shut", "The south pier was shut", ("direction", "north", "south")),
        ("He broke his left knee", "He broke his left shoulder", ("sort", "knee", "shoulder")),
        ("The first pier was shut", "The third pier was shut", ("rank", "first", "third")),
        ("The pool opened before the storm", "The pool opened after the storm", ("order", "before", "after")),
        ("The boat came to Orle", "The boat came from Orle", ("part", "to", "from")),
        ("The plan was kept for Orle", "The plan was kept against Orle", ("part", "for", "against")),
        # an ordinal before a superlative
        ("It was the largest mill in Orle", "It was the second largest mill in Orle", ("rank", None, "second")),
        ("It was the third oldest mill in Orle", "It was the oldest mill in Orle", ("rank", "third", None)),
        ("It was the third best mill in Orle", "It was the best mill in Orle", ("rank", "third", None)),
        ("It was the third mill in Orle", "It was the mill in Orle", None),
        ("It was the latest best mill in Orle", "It was the best mill in Orle", None),
        # what is no more
        ("The former mayor opened the pool", "The mayor opened the pool", ("state", "former", None)),
        ("The mayor opened the pool", "The late mayor opened the pool", ("state", None, "late")),
        ("The former 40 mayors met there", "The 40 mayors met there", None),
        # what limits a statement
        ("The temporary bridge was opened", "The bridge was opened", ("limit", "temporary", None)),
        ("The bridge was opened", "The temporary bridge was opened", ("limit", None, "temporary")),
        ("Only Orle sent boats", "Orle sent boats", ("limit", "only", None)),
        ("Only 40 boats came to Orle", "40 boats came to Orle", None),
        ("The bridge was almost completely shut in Orle", "The bridge was shut in Orle", ("limit", "almost", None)),
        ("The firm will close if the strike goes on", "The firm will close", ("limit", "if", None)),
        ("Residents who own dogs must pay the fee", "Residents must pay the fee", ("limit", "who", None)),
        ("Residents must pay the fee", "Residents who own dogs must pay the fee", ("limit", None, "who")),
        ("Sailors who own dogs must pay the fee", "Sailors must pay the fee", None),
        ("The red bridge was opened", "The bridge was opened", None),
        # what is denied
        ("The mill was not sold to Tarn", "The mill was sold to Tarn", ("denied", "sold", "sold")),
        ("The mill was sold to Tarn", "The mill was never sold to Tarn", ("denied", "sold", "sold")),
        ("The mill was not sold to Tarn", "The mill was never sold to Tarn", None),
        ("The mill was not sold to Tarn", "The red mill was sold to Tarn", None),
        ("The red mill was not sold to Tarn", "The mill was sold to Tarn", ("denied", "sold", "sold")),
        ("The mill was legal in Orle", "The mill was not illegal in Orle", None),
        # figures that change places
        (
            "It gave 3 boats to Orle and 1 boat to Tarn",
            "It gave 1 boat to Orle and 3 boats to Tarn",
            ("swapped", "3", "3"),
        ),
        # nobody knows
        ("The dull plan pleased all Orle", "The bold plan pleased all Orle", ("open", "dull", "bold")),
        ("The big plan pleased all Orle", "The large plan pleased all Orle", None),
        ("The labour plan pleased all Orle", "The labor plan pleased all Orle", None),
        # what compares elsewhere: names, figures, times, units
        ("The plan pleased all Orle", "The plan pleased all Tarn", None),
        ("The plan cost Orle 40 boats", "The plan cost Orle 50 boats", None),
        ("The pool of Orle opened on Monday", "The pool of Orle opened on Tuesday", None),
        ("The pool of Orle opened in spring", "The pool of Orle opened at dawn", None),
        ("The pool of Orle is 40 metres long", "The pool of Orle is 40 miles long", None),
    ],
)
def test_what_an_edit_turns(left: str, right: str, expected: Told | None) -> None:
    told, nothing = read(left, right)
    assert told == ([expected] if expected else [])
    if expected:
        assert not nothing


@pytest.mark.parametrize(
    ("left", "right", "deeds", "expected"),
    [
        ("Moss praised the plan of Orle", "Moss mocked the plan of Orle", ("praised:praise", "mocked:mock"), "deed"),
        ("Moss praised the plan of Orle", "Moss mocked the plan of Orle", ("", "mocked:mock"), "open"),
        ("Moss praised the plan of Orle", "Moss mocked the plan of Orle", ("praised:praise", ""), "open"),
        ("Moss said the plan failed Orle", "Moss claimed the plan failed Orle", ("said:say", "claimed:claim"), None),
        (
            "Moss turned down the plan of Orle",
            "Moss accepted the plan of Orle",
            ("turned:turn", "accepted:accept"),
            "opposite",
        ),
        (
            "Moss turned up the plan of Orle",
            "Moss accepted the plan of Orle",
            ("turned:turn", "accepted:accept"),
            None,  # two words in the place of one
        ),
    ],
)
def test_one_verb_in_the_place_of_another(left: str, right: str, deeds: tuple[str, str], expected: str | None) -> None:
    told, _ = read(left, right, deeds=deeds)
    assert [what for what, _, _ in told] == ([expected] if expected else [])


def test_two_parties_to_one_deed() -> None:
    sold, bought = "Moss sold the mill to Brandt", "Brandt bought the mill from Moss"
    deeds = ("sold:sell", "bought:buy")
    assert "opposite" not in [what for what, _, _ in read(sold, bought, deeds=deeds)[0]]
    hot, cold = "Moss sold hot soup to Brandt", "Brandt sold cold soup to Moss"
    assert [what for what, _, _ in read(hot, cold)[0]] == ["opposite"]
    knee, hip = "Moss broke a knee in front of Brandt", "Brandt broke a hip in front of Moss"
    assert read(knee, hip)[0] == []  # the others do not keep their order


@pytest.mark.parametrize(
    ("left", "right", "checks", "expected"),
    [
        ("Moss shouted at the mayor of Orle", "Moss spoke at the mayor of Orle", True, "beyond"),
        ("Moss shouted at the mayor of Orle", "Moss spoke at the mayor of Orle", False, None),
        ("Moss spoke at the mayor of Orle", "Moss shouted at the mayor of Orle", True, None),
    ],
)
def test_a_draft_that_says_more(left: str, right: str, checks: bool, expected: str | None) -> None:  # noqa: FBT001 - a table
    deeds = {"Moss shouted": "shouted:shout", "Moss spoke a": "spoke:speak"}
    told, _ = read(left, right, checks=checks, deeds=(deeds[left[:12]], deeds[right[:12]]))
    assert [what for what, _, _ in told] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The bridge was opened", "The temporary bridge was opened", ("limit", None, "temporary")),
        ("The temporary bridge was opened", "The bridge was opened", None),  # a draft may limit what it says
        ("The former mayor opened the pool", "The mayor opened the pool", ("state", "former", None)),
    ],
)
def test_limits_that_a_draft_drops(left: str, right: str, expected: Told | None) -> None:
    assert read(left, right, checks=True)[0] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The mill burned down", "The mill burned down", True),
        ("The red mill burned down", "The mill burned down", True),
        ("The big mill near Orle burned", "The large mill near Orle burned", True),
        ("The big mill near Orle burned", "The large dull red mill near Orle burned", False),
        ("The big dull red mill near Orle burned", "The large mill near Orle burned", False),
        ("The big mill near Orle burned", "The small mill near Orle burned", False),
        ("The dull mill near Orle burned", "The bold mill near Orle burned", False),
        ("Moss sued Brandt in Orle", "Brandt sued Moss in Orle", False),
        ("The mill was legal in Orle", "The mill was not illegal in Orle", True),
        ("The mill was not sold to Tarn", "The mill was never sold to Tarn", False),
        ("The plan failed to please Orle", "The plan failed to charm Orle", False),
        ("The plan cost Orle 40 boats", "The plan cost Orle 50 boats", False),
        (
            "The big dull odd plan pleased Orle mill dockers",
            "The large bold tidy plan pleased Orle mill dockers",
            False,
        ),
    ],
)
def test_whether_edits_turn_nothing(left: str, right: str, *, expected: bool) -> None:
    assert read(left, right)[1] == expected


def word(text: str) -> Word:
    """A word inside a sentence."""
    return spoken(words(f"It was {text}"))[2]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("first", "second", "rank"),
        ("first", "first", None),
        ("north", "western", "direction"),
        ("north", "northern", None),
        ("former", "current", "state"),
        ("knee", "shoulder", "sort"),
        ("knee", "mayor", None),
        ("old", "new", "opposite"),
        ("oldest", "youngest", "rank"),
        ("to", "from", "part"),
        ("above", "below", "direction"),
        ("up", "down", "direction"),
        ("before", "after", "order"),
        ("morning", "evening", None),  # times compare elsewhere
        ("march", "april", None),
        ("metre", "mile", None),
        ("big", "large", None),
        ("man", "woman", "opposite"),
        ("legal", "illegal", "opposite"),
    ],
)
def test_what_parts_two_words(one: str, other: str, expected: str | None) -> None:
    assert contrast(word(one), word(other)) == expected
    assert contrast(word(other), word(one)) == expected


@pytest.mark.parametrize(
    ("one", "other", "one_meaning", "fitting"),
    [
        ("big", "large", True, True),
        ("labour", "labor", True, True),
        ("announced", "claimed", True, True),
        ("dog", "animal", True, True),
        ("animal", "dog", True, True),
        ("close", "shut", True, True),
        ("dull", "bold", False, False),
        ("knee", "shoulder", False, False),
        ("morning", "spring", False, True),
        ("metre", "mile", False, True),
        ("metre", "mayor", False, False),
        ("morning", "mayor", False, False),
        ("announced", "burned", False, False),
        ("1,200,000", "1,200,001", False, False),  # figures are not spelt alike
    ],
)
def test_what_two_words_have_in_common(one: str, other: str, *, one_meaning: bool, fitting: bool) -> None:
    assert means_one(word(one), word(other)) == means_one(word(other), word(one)) == one_meaning
    assert fits(word(one), word(other)) == fits(word(other), word(one)) == fitting


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [("shout", "speak", True), ("speak", "shout", False), ("shout", "burn", False), ("close", "shut", False)],
)
def test_a_word_that_says_more(draft: str, source: str, *, expected: bool) -> None:
    assert goes_beyond(word(draft), word(source)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("to", "from", "part"),
        ("by", "against", "part"),
        ("with", "without", "part"),
        ("inside", "outside", "direction"),
        ("over", "under", "direction"),
        ("until", "since", "order"),
        ("to", "into", None),
        ("for", "with", None),
        ("above", "from", None),
    ],
)
def test_prepositions_that_turn_round(one: str, other: str, expected: str | None) -> None:
    assert turn(one, other) == turn(other, one) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("3 for schools and 1 for roads", "1 for schools and 3 for roads", ("3", "3")),
        ("3 for schools and 1 for roads", "3 for schools and 1 for roads", None),
        ("3 for schools and 1 for roads", "2 for schools and 3 for roads", None),
        ("3 for schools and 1 for roads", "1 for docks and 3 for boats", None),
        ("it fell from 3 to 1", "it fell from 1 to 3", ("3", "3")),
        ("schools got 3 and roads 1", "schools got 1 and roads 3", ("3", "3")),
        ("schools got 3 and roads 1", "roads got 1 and schools 3", None),
        ("3 of 1", "1 of 3", None),  # nothing tells them apart
        ("3 schools, 1 road and 7 docks", "3 schools, 7 roads and 1 dock", ("1", "1")),
    ],
)
def test_figures_that_change_places(left: str, right: str, expected: tuple[str, str] | None) -> None:
    found = swapped(spoken(words(left)), spoken(words(right)))
    assert (found and (found[0].text, found[1].text)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # a closed kind, beside words that both have
        (
            "On Sunday fire gutted the north mill hall",
            "The south mill hall was gutted",
            ("direction", "north", "south"),
        ),
        ("On Sunday fire gutted the north mill hall", "The northern mill hall was gutted", None),
        ("On Sunday fire gutted the North mill hall", "The south mill hall was gutted", None),  # a name
        ("North mill halls were gutted by fire", "It gutted the south mill halls", ("direction", "north", "south")),
        ("Fire gutted the north and south mill hall", "The south mill hall was gutted", None),
        ("Fire gutted the north mill", "The south mill was gutted", None),  # too little in common
        ("Fire gutted the mill hall, and a red boat sank north", "The south mill hall was gutted", None),
        # ordinals of times are no ranks
        (
            "Moss scored her first goal in Orle early on",
            "In Orle her second goal was for Moss",
            ("rank", "first", "second"),
        ),
        ("Moss won the first half in Orle with a goal", "In Orle a goal won the second half for Moss", None),
        ("Moss won her former goal in Orle early on", "In Orle her second goal won it for Moss", None),
        # two prepositions before one word
        (
            "Moss won the mill race after the storm",
            "The mill race before the storm was won",
            ("order", "after", "before"),
        ),
        ("Moss won the mill race after the storm", "After the storm the mill race was won", None),
        (
            "Moss won the mill race after the storm",
            "Before the storm, not after the storm, the mill race was won",
            None,
        ),
        ("Moss won the mill race after a very long dull storm", "The mill race before the storm was won", None),
        ("Moss won the mill race after 40 storms", "The mill race before 40 storms was won", None),
        ("Moss won the mill race to the storm", "The mill race from the storm was won", None),
    ],
)
def test_contrasts_however_sentences_are_worded(left: str, right: str, expected: Told | None) -> None:
    found = contrast_anywhere(words(left), words(right, 500))
    told = found and (found.what, found.left and found.left.text, found.right and found.right.text)
    assert told == expected


def test_a_word_by_the_name_it_has_in_a_sentence() -> None:
    texts: Sequence[str] = [w.text for w in spoken(words("The mill wasn't sold"))]
    assert texts == ["the", "mill", "was", "n't", "sold"]
