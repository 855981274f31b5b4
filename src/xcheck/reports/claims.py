"""Claim records for people, to be checked against the text, and for programs, as JSON lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from xcheck.records.claim import Attribution, Cause, Claim, Participant, Place, Predicate, Quantity, Quote, Role, Time
from xcheck.records.document import Document
from xcheck.reports.passage import visible
from xcheck.reports.summary import number

NAME_WIDTH = 14
_PLACES = 6  # of a fraction, such as two-thirds


def lines(claims: Iterable[Claim]) -> str:
    """One JSON object a line, in the order of the claims."""
    return "".join(claim.model_dump_json() + "\n" for claim in claims)


def table(document: Document, claims: Sequence[Claim], *, width: int = 80) -> str:
    """The claims of one document: each with its line and words, then the slots that it fills, one a row."""
    rows = [f"{visible(document.path)}: {number(len(claims), 'claims')}", ""]
    for claim in claims:
        place = f"{document.line_of(claim.start)}:"
        rows += _row(place, visible(claim.text), width)
        for name, value in _slots(claim):
            rows += _row(f"  {name}", visible(value), width)
        rows.append("")
    return "\n".join(rows)


def _row(name: str, value: str, width: int) -> list[str]:
    return textwrap.wrap(value, width, initial_indent=name.ljust(NAME_WIDTH), subsequent_indent=" " * NAME_WIDTH) or [
        name
    ]


def _slots(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "holds as", ", ".join([claim.polarity, claim.certainty, claim.tense, *claim.stances])
    if claim.predicate:
        yield "predicate", _predicate(claim.predicate)
    yield from (("participant", _participant(p)) for p in claim.participants)
    yield from (("quantity", _quantity(q)) for q in claim.quantities)
    yield from (("time", _time(t)) for t in claim.times)
    yield from (("place", _place(p)) for p in claim.places)
    yield from (("role", _role(r)) for r in claim.roles)
    yield from (("quotation", _quote(q)) for q in claim.quotes)
    if claim.attribution:
        yield "said by", _attribution(claim.attribution)
    if claim.cause:
        yield "cause", _cause(claim.cause)


def _predicate(predicate: Predicate) -> str:
    return predicate.lemma if predicate.base == predicate.lemma else f"{predicate.lemma} (from {predicate.base})"


def _participant(participant: Participant) -> str:
    name = participant.entity or participant.head
    return f"{participant.text} → {participant.part}: {name} ({participant.kind})"


def _quantity(quantity: Quantity) -> str:
    value = "unknown" if quantity.status == "unknown" else _figure(quantity)
    counted = f", counted: {' '.join([*quantity.qualifiers, quantity.counted])}" if quantity.counted else ""
    return f"{quantity.text} → {' '.join(filter(None, [value, quantity.unit]))}{counted}"


def _figure(quantity: Quantity) -> str:
    sign = "" if quantity.change == "=" else f"{quantity.change} "
    if quantity.low == quantity.high:
        return sign + _number(quantity.low)
    return f"{sign}{_number(quantity.low)} to {_number(quantity.high)}"


def _number(value: Decimal | None) -> str:
    if value is None:
        return "open"
    whole = value == value.to_integral_value()
    return f"{value:,.0f}" if whole else f"{round(value, _PLACES):,f}".rstrip("0")


def _time(time: Time) -> str:
    days = [str(day or "open") for day in (time.first, time.last) if time.first or time.last]
    reach = "" if set(days) <= {time.value} else f" ({' to '.join(days)})"
    return f"{time.text} → {time.value}{reach}"


def _place(place: Place) -> str:
    within = f", within {', '.join(place.within)}" if place.within else ""
    return f"{place.text} → {place.relation} {place.name}{within}"


def _role(role: Role) -> str:
    return f"{role.text} → {role.kind} of {role.holder}: {role.title}"


def _quote(quote: Quote) -> str:
    return f"{quote.text} → {'scare quotes' if quote.scare else quote.speaker or 'speaker unresolved'}"


def _attribution(attribution: Attribution) -> str:
    source = attribution.source
    who = "unresolved" if source is None else f"{source.text} → {source.name or 'unresolved'}"
    cue = f", {attribution.cue.text}" if attribution.cue else ""
    return f"{who}{cue} ({attribution.mode}{', denied' if attribution.denied else ''})"


def _cause(cause: Cause) -> str:
    return f"{cause.text} → {cause.link}, by “{cause.cue.text}”"
