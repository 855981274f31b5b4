"""A claim record: one assertion, and everything that it says, slot by slot."""

from __future__ import annotations

from datetime import date
from typing import Literal

from xcheck.records.base import Record, Span
from xcheck.records.sentence import Number, Sentence
from xcheck.resources import CLAIMS, memoised

Change = Literal["=", "~", ">", "<", "up", "down"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "negated"]
Link = Literal["cause", "motive", "sequence", "association"]
Certainty = Literal[
    "counterfactual",
    "question",
    "condition",
    "possibility",
    "allegation",
    "hearsay",
    "plan",
    "expectation",
    "weak-probability",
    "strong-probability",
    "fact",
]
Stance = Literal["forecast", "speculation", "motive", "cause", "evaluation", "generalisation", "consequence"]
Part = Literal["agent", "patient", "recipient", "attribute", "instrument", "other"]
DateMark = Literal["no-such-day", "other-weekday"]
Form = Literal["clause", "event", "speech", "title", "fragment"]
NounSort = Literal["kin", "sites"]
Amount = Literal["less", "more"]
EntityKind = Literal["person", "organisation", "place", "group", "thing"]


ENTITY_MARK = "@"  # before the key of an entity among the terms of a claim


class Quantity(Span):
    """A figure. ``low`` and ``high`` are equal for an exact one; ``None`` is an open end, or an unknown.

    ``unit`` is normalised and singular (``troop``, ``euro``, ``percent``, ``kilometre``). ``counted`` is the lemma of
    the noun that is counted or measured, with what modifies it in ``qualifiers``: of "North Korean soldiers",
    ``soldier``, and ``north`` and ``korean``.
    """

    low: Number | None
    high: Number | None
    unit: str | None = None
    change: Change = "="
    status: Literal["stated", "unknown"] = "stated"
    counted: str | None = None
    qualifiers: tuple[str, ...] = ()


class Time(Span):
    """A time expression: ``value`` after TIMEX3 (TimeML 1.2.1); ``first`` and ``last`` are the days it can reach.

    ``year`` is the year that its words name, ``zone`` the zone of a time of day ("0942 GMT"); ``halved``: the words
    tell in which half of the day it lies ("3 p.m.", "15:00"). ``mark`` is set where it cannot be: the month has no such
    day (``value`` then has the figures as written), or the day is another weekday than the one named with it.
    """

    value: str
    first: date | None = None
    last: date | None = None
    year: int | None = None
    zone: str | None = None
    halved: bool = False
    mark: DateMark | None = None


class Source(Span):
    """Who is credited: the words of the text, and in ``name`` the speaker they resolve to (``None``: unresolved)."""

    name: str | None = None


class Attribution(Record):
    """Who says so, by which word, and what. ``mode`` tells words in quotation marks from reported ones."""

    mode: Mode
    source: Source | None = None
    cue: Span | None = None
    content: Span | None = None
    denied: bool = False


class Quote(Span):
    """Words in quotation marks; ``words`` has the glyphs normalised and the marks taken off.

    ``resumed`` is what its sentence goes on to quote after "she said".
    """

    words: str
    resumed: str = ""
    speaker: str | None = None
    scare: bool = False


class Participant(Span):
    """Somebody or something that takes part. ``head`` is a lemma; ``entity`` the one name of a resolved entity."""

    part: Part
    head: str
    entity: str | None = None
    kind: EntityKind = "thing"


class Place(Span):
    """A place in the part it plays: ``name`` is canonical, ``within`` the places that are known to contain it."""

    name: str
    relation: Literal["at", "from", "to"] = "at"
    within: tuple[str, ...] = ()


class Role(Span):
    """A title, rank, office, age or affiliation ascribed to ``holder``; ``title`` has lower-case words."""

    holder: str
    title: str
    kind: Literal["title", "age"] = "title"


class Cause(Span):
    """A reason or motive given for the claim: ``link`` says how strongly the words assert it."""

    cue: Span
    link: Link


class Predicate(Span):
    """What is said to happen or hold. ``lemma`` is a verb, adjective or noun; ``base`` its verb where one is known.

    ``particle`` is set where the verb has an opposite together with it ("turned down").
    """

    lemma: str
    base: str
    particle: str | None = None


class Noun(Span):
    """A noun of a sort of which a sentence has one: a relative (``kin``), a building (``sites``)."""

    sort: NounSort


class Claim(Record):
    """One asserting clause of a document with its slots. See ``docs/claims.md`` for each slot with examples.

    The last fields are single words of the clause that tell what a figure, a name or a deed is of.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    sentence: Sentence
    form: Form = "clause"
    headline: bool = False
    predicate: Predicate | None = None
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attribution: Attribution | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "fact"
    tense: Literal["past", "present", "future", "none"] = "none"
    cause: Cause | None = None
    stances: tuple[Stance, ...] = ()
    terms: tuple[str, ...] = ()
    capitals: tuple[Span, ...] = ()
    nouns: tuple[Noun, ...] = ()
    body: Span | None = None
    habits: tuple[Span, ...] = ()
    scopes: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    posed: bool = False

    def __hash__(self) -> int:
        """Equal claims stand in one place: enough to find what is kept of a claim, and quick."""
        return hash((self.document, self.start, self.end, self.text))

    @property
    def span(self) -> Span:
        """The clause as a stretch of its document."""
        return _span(self)


@memoised(CLAIMS)
def _span(claim: Claim) -> Span:
    return Span(start=claim.start, end=claim.end, text=claim.text)
