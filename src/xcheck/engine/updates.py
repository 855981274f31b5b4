"""A figure that a stored article gave and a later one gives anew is an update: told as such, and no conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from xcheck.nlp.days import day_and_month, whole_day
from xcheck.records.claim import Claim, Quantity
from xcheck.records.comparison import Case, Gate
from xcheck.records.finding import Finding

# The gates that say two figures are of two things.
_APART: frozenset[Gate] = frozenset({"other-event", "other-scope", "other-basis", "other-statement", "list-slot"})

Place = tuple[str, int, int]
Value = tuple[Decimal | None, Decimal | None]
Note = tuple[frozenset[str], tuple[tuple[date, Value], ...]]  # the articles, and how the figure went on


class _Told(NamedTuple):
    """A figure as an article of a day gave it."""

    day: date
    document: str
    quantity: Quantity

    @property
    def value(self) -> Value:
        """What makes two figures of one history one, however they are written: a headline may leave the unit out."""
        return self.quantity.low, self.quantity.high


def with_updates(
    findings: Sequence[Finding],
    cases: Iterable[Case],
    claims: Iterable[Claim],
    days: Mapping[str, date],
    stored: frozenset[str],
) -> tuple[Finding, ...]:
    """The findings, those about an older figure of a stored article as notes that tell how the figure went on.

    ``days`` has the days of the documents whose figures count as known, by id (a draft's own is in question, and does
    not), ``stored`` the ids of stored articles. A conflict with the newest figure stays one, and tells the same. An
    article has one note on a figure, also where headline and text both give it.
    """
    if not stored:
        return tuple(findings)
    quantities = {(c.document, q.start, q.end): q for c in claims for q in c.quantities}
    told = _history(cases, quantities, days)
    return _once_each(
        _updated(f, told, stored) if (f.kind, f.type) == ("divergence", "quantity") else (f, None) for f in findings
    )


def _history(
    cases: Iterable[Case], quantities: Mapping[Place, Quantity], days: Mapping[str, date]
) -> dict[Place, list[_Told]]:
    """For each figure, by its place, what dated articles say of the same, itself included; the oldest first."""
    found: dict[Place, set[tuple[date, Place]]] = defaultdict(set)
    for both in (both for case in cases for both in _compared(case)):
        dated = [(days[p[0]], p) for p in both if p[0] in days and p in quantities]
        for place in both:
            found[place].update(dated)
    return {place: [_Told(day, at[0], quantities[at]) for day, at in sorted(said)] for place, said in found.items()}


def _compared(case: Case) -> Iterable[tuple[Place, Place]]:
    """The places of each two figures that a case of a pair compares, where no gate says that they are of two things."""
    open_pair = case.subject == "pair" and _APART.isdisjoint(case.gates)
    places = case.focus.get("quantity", ()) if open_pair else ()
    return zip(places[::2], places[1::2], strict=False)


def _updated(
    finding: Finding, told: Mapping[Place, Sequence[_Told]], stored: frozenset[str]
) -> tuple[Finding, Note | None]:
    """The finding with how the figure of the other side went on; a note where a stored article has an older one."""
    if len(finding.evidence) < 2:
        return finding, None
    asked = ((e.document, *stretch) for e in finding.evidence if e.document not in stored for stretch in e.focus)
    known = next((known for place in asked if _moved_on(known := told.get(place, ()))), None)
    if known is None:
        return finding, None
    steps = _steps(known)
    articles = frozenset(e.document for e in finding.evidence)
    if any(_is_older(document, known) for document in articles & stored):
        older = {"severity": "note", "message": f"An older figure, which has moved on: {_said(steps)}."}
        return finding.model_copy(update=older), (articles, tuple((t.day, t.value) for t in steps))
    return finding.model_copy(update={"message": f"{finding.message} The figure has moved on: {_said(steps)}."}), None


def _once_each(findings: Iterable[tuple[Finding, Note | None]]) -> tuple[Finding, ...]:
    """The findings, of those that are one note only the most certain."""
    found = list(findings)
    notes: dict[Note, Finding] = {}
    for finding, note in found:
        if note and (note not in notes or finding.confidence > notes[note].confidence):
            notes[note] = finding
    return tuple(finding for finding, note in found if not note or finding is notes[note])


def _is_older(document: str, known: Sequence[_Told]) -> bool:
    """Whether a later article than this one gives a new figure: one that nobody had given until then."""
    day = max((t.day for t in known if t.document == document), default=None)
    if day is None:
        return False
    before = {t.value for t in known if t.day <= day}
    return any(t.day > day and t.value not in before for t in known)


def _moved_on(known: Sequence[_Told]) -> bool:
    """Whether there are figures of several days, and not all are one."""
    return len({t.day for t in known}) > 1 and len({t.value for t in known}) > 1


def _steps(known: Sequence[_Told]) -> list[_Told]:
    """The figures in the order of their days, each as it was first given, in most words: none twice in a row."""
    groups = ([*group] for _, group in groupby(known, key=lambda t: t.value))
    return [max((t for t in own if t.day == own[0].day), key=lambda t: len(t.quantity.text)) for own in groups]


def _said(steps: Sequence[_Told]) -> str:
    """``was 12 people on 4 March, 14 people on 5 March``; with years where they are not all of one."""
    one_year = len({t.day.year for t in steps}) == 1
    written = day_and_month if one_year else whole_day
    return "was " + ", ".join(f"{t.quantity.text} on {written(t.day)}" for t in steps)
