"""The sentence of a claim, with what its words say beside the clauses: the same for each of its claims."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainSerializer

from xcheck.records.base import Record, Span

Sureness = Literal["sure", "chance"]


def as_number(value: Decimal) -> int | float:
    """Give an exact number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(as_number, return_type=int | float, when_used="json")]


class Quantifier(Span):
    """How much of something, or how often: ``step`` runs from 1 (some) to 4 (all).

    ``things`` has the sorted stems of the words after it.
    """

    step: int
    things: tuple[str, ...] = ()


class Order(Record):
    """Two events told in order, each by the sorted stems of its words; ``link`` is the word that orders them."""

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    link: Span


class Officeholder(Record):
    """Who holds an office, where the name follows it: "the treasurer, Ida Moss". Synonyms share one ``office``."""

    office: str
    name: str


class Sentence(Span):
    """A sentence and what is read from it as a whole.

    ``numbers`` are those in digits; ``sureness`` says whether it has words of certainty and of chance; ``nearing`` are
    the ages that somebody is yet to reach ("turns 40"). ``voiced``: it has a word of speech or denial; ``disputed``: it
    denies something, or sets speakers against each other; ``anonymous``: it says that its source goes without a name.
    ``describer`` is whose description quoted words are said to be ("was the mayor's verdict"). ``effect`` are the words
    by which one thing makes another ("led to"); ``linked``: it has two things beside each other, without a cause.
    """

    numbers: tuple[Number, ...] = ()
    quantifiers: tuple[Quantifier, ...] = ()
    order: Order | None = None
    sureness: tuple[Sureness, ...] = ()
    officeholders: tuple[Officeholder, ...] = ()
    nearing: tuple[str, ...] = ()
    voiced: bool = False
    disputed: bool = False
    anonymous: bool = False
    describer: str | None = None
    effect: str | None = None
    linked: bool = False
