"""What is read of a sentence as a whole, and the single words of a clause: each by a table of invented sentences."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from xcheck.claims.sentence import sentence_of
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.sentence import Sentence

ClaimsOf = Callable[..., tuple[Claim, ...]]


def read(text: str) -> Sentence:
    return sentence_of(Span(start=7, end=7 + len(text), text=text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most of the boats sank.", [("Most", 3, ("boat", "sank"))]),
        ("Some nets sank; all ropes held.", [("Some", 1, ("net", "sank")), ("all", 4, ("held", "rope"))]),
        ("The fog did not lift at all.", []),
        ("It was the most dangerous ford.", []),
        ("The ferry sails every day.", []),
    ],
)
def test_quantifiers(text: str, found: list[tuple[str, int, tuple[str, ...]]]) -> None:
    assert [(q.text, q.step, q.things) for q in read(text).quantifiers] == found
    assert all(text[q.start - 7 : q.end - 7] == q.text for q in read(text).quantifiers)


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("The dam burst before the bells rang.", ("burst", "dam"), ("bell", "rang")),
        ("The bells rang after the dam burst.", ("burst", "dam"), ("bell", "rang")),
        ("After the dam burst, the bells rang.", ("burst", "dam"), ("bell", "rang")),
        ("Three weeks after the dam burst, the bells rang.", ("burst", "dam"), ("bell", "rang")),
        ("The dam burst, then the bells rang.", ("burst", "dam"), ("bell", "rang")),
    ],
)
def test_the_order_of_two_events(text: str, earlier: tuple[str, ...], later: tuple[str, ...]) -> None:
    order = read(text).order
    assert order is not None
    assert (order.earlier, order.later) == (earlier, later)


@pytest.mark.parametrize("text", ["The dam burst.", "The dam burst before and after the bells rang.", "After the dam."])
def test_no_order(text: str) -> None:
    assert read(text).order is None


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("It cost 1,200 crowns, or 3.5 each.", "numbers", (Decimal(1200), Decimal("3.5"))),
        ("Ida Moss turns 40 in June.", "nearing", ("40",)),
        ("Ida Moss is 40.", "nearing", ()),
        ("The clerk denied it.", "disputed", True),
        ("The clerk said so, but the smith said no.", "disputed", True),
        ("The clerk said so.", "disputed", False),
        ("The clerk said so.", "voiced", True),
        ("The mill burned.", "voiced", False),
        ("It burned, said a man, speaking anonymously.", "anonymous", True),
        ("It burned, said a man.", "anonymous", False),
        ("“A farce” was the mayor’s verdict.", "describer", "the mayor"),
        ("“A farce” was how Odo Fenn put it.", "describer", "Odo Fenn"),
        ("It was a farce.", "describer", None),
        ("The fog led to the closure.", "effect", "led to"),
        ("The fog was thick.", "effect", None),
        ("Tea is linked to fewer colds.", "linked", True),
        ("Tea is hot.", "linked", False),
    ],
)
def test_single_facts_of_a_sentence(text: str, field: str, value: object) -> None:
    assert getattr(read(text), field) == value


def test_who_holds_an_office() -> None:
    held = read("The treasurer, Ida Moss, met the mayor Odo Fenn.").officeholders
    assert [(one.office, one.name) for one in held] == [("treasurer", "Ida Moss"), ("mayor", "Odo Fenn")]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Fewer carters came to the mill.", "amounts", ("less",)),
        ("More carters came to the mill.", "amounts", ("more",)),
        ("Carters came to the mill more often.", "amounts", ()),
        ("The total fell to 40 confirmed cases.", "scopes", ("total",)),
        ("The total fell to 40 confirmed cases.", "bases", ("confirmed",)),
        ("Consumer prices rose by 3 percent.", "measures", ("inflation",)),
    ],
)
def test_single_words_of_a_clause(claims_of: ClaimsOf, text: str, field: str, value: object) -> None:
    assert getattr(claims_of(text)[0], field) == value


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("His uncle slept in the barn.", "nouns", ["uncle", "barn"]),
        ("The barn's owner slept.", "nouns", []),
        ("The smith often sold nails at Orle.", "habits", ["often"]),
        ("The smith sold nails at Orle.", "capitals", ["Orle"]),
    ],
)
def test_spans_of_a_clause_stand_in_its_text(claims_of: ClaimsOf, text: str, field: str, words: list[str]) -> None:
    spans = getattr(claims_of(text)[0], field)
    assert [span.text for span in spans] == words
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_the_body_that_somebody_comes_from(claims_of: ClaimsOf) -> None:
    body = claims_of("A team from the Tarn Institute measured the dam.")[0].body
    assert body is not None
    assert body.text == "Tarn Institute"


def test_a_particle_belongs_to_the_verb_where_the_two_have_an_opposite(claims_of: ClaimsOf) -> None:
    found = [claims_of(f"The parish turned {word} the request.")[0].predicate for word in ("down", "over")]
    assert [p.particle if p else "" for p in found] == ["down", None]


def test_what_a_quotation_goes_on_with(claims_of: ClaimsOf) -> None:
    quotes = [q for c in claims_of("“The well is dry,” said Odo Fenn, “but only at the top.”") for q in c.quotes]
    assert {q.words: q.resumed for q in quotes}["The well is dry"] == "but only at the top."


@pytest.mark.parametrize(
    ("text", "year", "zone", "halved"),
    [
        ("The mill burned at 3 p.m. on Monday.", None, None, True),
        ("The mill burned at 0942 GMT.", None, "GMT", True),
        ("The mill burned in May 1961.", 1961, None, False),
    ],
)
def test_what_the_words_of_a_time_tell(
    claims_of: ClaimsOf, text: str, year: int | None, zone: str | None, *, halved: bool
) -> None:
    time = claims_of(text, published="2024-03-06")[0].times[0]
    assert (time.year, time.zone, time.halved) == (year, zone, halved)
