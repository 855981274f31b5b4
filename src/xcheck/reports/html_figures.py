"""What the review draws: figures, days and degrees of certainty on lines, where the articles part over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Reports
from xcheck.records.claim import Certainty, Claim, Quantity, Time
from xcheck.records.finding import Finding
from xcheck.reports.html_names import Name
from xcheck.reports.html_scale import Scale, days_scale, figures_scale
from xcheck.reports.matrix import Matrix, Row, turned_on
from xcheck.reports.passage import visible
from xcheck.reports.slot_words import time_words

CERTAINTIES: tuple[str, ...] = get_args(Certainty)
_MARGIN = 6.0  # percent left free at both ends of a line
_DEGREES = Scale(lambda _: 50.0, ())


class Mark(NamedTuple):
    """One answer on a line, with the letters of the articles that give it: from ``start`` to ``end`` in percent.

    ``open_start`` and ``open_end`` say that no bound is told; ``known`` is false for "unknown", which spans the line.
    """

    letters: tuple[str, ...]
    words: str
    start: float
    end: float
    open_start: bool = False
    open_end: bool = False
    known: bool = True


class Line(NamedTuple):
    """One thing and the answers to it. ``finding`` is the id of a finding that it shows; degrees have no ticks."""

    title: str
    finding: str
    marks: tuple[Mark, ...]
    scale: Scale


class Figures(NamedTuple):
    """The lines of the review, weightiest first; a tuple is empty where the articles do not part in that way.

    Of a line of certainties the first mark is the most hedged, the last the firmest.
    """

    quantities: tuple[Line, ...]
    times: tuple[Line, ...]
    certainties: tuple[Line, ...]


Drawn = Callable[[Row, Sequence[Finding], Mapping[str, Name]], tuple[list[Mark], Scale]]


def figures(named: Mapping[str, Name], story: Matrix) -> Figures:
    """What is worth drawing, at most so many of each as ``lexicons/reports.yaml`` says."""
    return Figures(
        _lines(story.rows, ("quantity", "quantity-unknown"), _quantities, named),
        _lines(story.rows, ("time",), _times, named),
        _lines(story.rows, ("modality",), _certainties, named),
    )


def _lines(rows: Iterable[Row], types: Sequence[str], drawn: Drawn, named: Mapping[str, Name]) -> tuple[Line, ...]:
    found: list[Line] = []
    for row in rows:
        telling = [f for f in row.findings if f.type in types]
        marks, scale = drawn(row, telling, named) if telling else ([], _DEGREES)
        if len(marks) > 1:
            found.append(Line(row.title, telling[0].id, tuple(marks), scale))
    return tuple(found[: lexicon(Reports).shown.figures])


def _quantities(row: Row, findings: Sequence[Finding], named: Mapping[str, Name]) -> tuple[list[Mark], Scale]:
    told = [
        (named[claim.document].letter, q)
        for claim in _claims(row)
        for q in turned_on(claim, "quantity", findings)
        if isinstance(q, Quantity)
    ]
    said = _of_one_thing(told)
    ends = [end for _, q in said for end in _ends(q)]
    scale = figures_scale([end for end in ends if math.isfinite(end)])
    return (_together((own, _quantity(q, scale.place)) for own, q in said) if ends else []), scale


def _claims(row: Row) -> Iterator[Claim]:
    """The claims of a row, article by article."""
    return (claim for cell in row.cells.values() for claim in cell.claims)


def _ends(quantity: Quantity) -> list[float]:
    """The ends of a known figure that are not open."""
    return [] if _unknown(quantity) else [float(end) for end in (quantity.low, quantity.high) if end is not None]


def _of_one_thing(told: Sequence[tuple[str, Quantity]]) -> list[tuple[str, Quantity]]:
    """The figures for the thing that the articles count differently, and what is unknown."""
    parting = _parting(q for _, q in told)
    return [(own, q) for own, q in told if _unknown(q) or _thing(q) == parting]


def _parting(quantities: Iterable[Quantity]) -> str | None:
    """Of the things that are counted the one with the most different figures, the first of several."""
    told: dict[str | None, set[tuple[object, object]]] = {}
    for q in quantities:
        if not _unknown(q):
            told.setdefault(_thing(q), set()).add((q.low, q.high))
    return max(told, key=lambda thing: len(told[thing]), default=None)


def _thing(quantity: Quantity) -> str | None:
    return quantity.counted or quantity.unit


def _unknown(quantity: Quantity) -> bool:
    return quantity.status == "unknown" or (quantity.low is None and quantity.high is None)


def _quantity(quantity: Quantity, scale: Callable[[float], float]) -> Mark:
    words = visible(quantity.text)
    if _unknown(quantity):
        return Mark((), words, 0, 100, known=False)
    start = 0.0 if quantity.low is None else scale(float(quantity.low))
    end = 100.0 if quantity.high is None else scale(float(quantity.high))
    return Mark((), words, start, end, quantity.low is None, quantity.high is None)


def _times(row: Row, findings: Sequence[Finding], named: Mapping[str, Name]) -> tuple[list[Mark], Scale]:
    said = [
        (named[claim.document].letter, t)
        for claim in _claims(row)
        for t in turned_on(claim, "time", findings)
        if isinstance(t, Time) and (t.first or t.last)
    ]
    scale = days_scale([float(day.toordinal()) for _, t in said for day in (t.first, t.last) if day])
    return _together((own, _time(t, scale.place)) for own, t in said), scale


def _time(time: Time, scale: Callable[[float], float]) -> Mark:
    start = scale(float(time.first.toordinal())) if time.first else 0.0
    end = scale(float(time.last.toordinal())) if time.last else 100.0
    return Mark((), time_words(time), start, end, time.first is None, time.last is None)


def _certainties(row: Row, findings: Sequence[Finding], named: Mapping[str, Name]) -> tuple[list[Mark], Scale]:
    telling = {c for f in findings for c in f.claims}
    claims = [claim for claim in _claims(row) if claim.id in telling]
    claims.sort(key=lambda c: CERTAINTIES.index(c.certainty))
    return _together((named[c.document].letter, _degree(c)) for c in claims), _DEGREES


def _degree(claim: Claim) -> Mark:
    place = _MARGIN + (100 - 2 * _MARGIN) * CERTAINTIES.index(claim.certainty) / (len(CERTAINTIES) - 1)
    return Mark((), claim.certainty.replace("-", " "), round(place, 2), round(place, 2))


def _together(marks: Iterable[tuple[str, Mark]]) -> list[Mark]:
    """Articles that give one answer share its mark; the words are the first one's."""
    shared: dict[tuple[object, ...], list[tuple[str, Mark]]] = {}
    for own, mark in marks:
        shared.setdefault(tuple(mark[2:]) if mark.known else (), []).append((own, mark))
    return [group[0][1]._replace(letters=tuple(dict.fromkeys(own for own, _ in group))) for group in shared.values()]
