"""What the review draws: figures, days and degrees of certainty on lines, where the articles part over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Certainty, Claim, Quantity, Time
from xcheck.records.report import Report
from xcheck.reports.html_names import Name
from xcheck.reports.matrix import Matrix, Row, excerpt, turned_on
from xcheck.reports.passage import visible

CERTAINTIES: tuple[str, ...] = get_args(Certainty)
_MARGIN = 6.0  # percent left free at both ends of a line
_LONG_SPREAD = 50  # a greater ratio of the ends makes the scale logarithmic


class Mark(NamedTuple):
    """One article's answer on a line: from ``start`` to ``end`` in percent.

    ``open_start`` and ``open_end`` say that no bound is told; ``known`` is false for "unknown", which spans the line.
    """

    letter: str
    words: str
    start: float
    end: float
    open_start: bool = False
    open_end: bool = False
    known: bool = True


class Line(NamedTuple):
    """One thing and the answers to it. ``finding`` is the id of the finding that it shows."""

    title: str
    finding: str
    marks: tuple[Mark, ...]


class Step(NamedTuple):
    """A thing said with two degrees of certainty: each side's letter, degree in words, and place in percent."""

    title: str
    finding: str
    low: Mark
    high: Mark


class Figures(NamedTuple):
    """The lines of the review, weightiest first; a tuple is empty where the articles do not part in that way."""

    quantities: tuple[Line, ...]
    times: tuple[Line, ...]
    certainties: tuple[Step, ...]


def figures(report: Report, named: Mapping[str, Name], story: Matrix) -> Figures:
    """What is worth drawing, at most so many of each as ``lexicons/reports.yaml`` says."""
    most = lexicon("reports")["shown"]["figures"]
    quantities = _lines(story.rows, {"quantity", "quantity-unknown"}, lambda row: _quantity_marks(row, named))
    times = _lines(story.rows, {"time"}, lambda row: _time_marks(row, named))
    return Figures(tuple(quantities)[:most], tuple(times)[:most], tuple(_steps(report, named))[:most])


def _lines(rows: Iterable[Row], types: set[str], marks: Callable[[Row], Sequence[Mark]]) -> Iterator[Line]:
    for row in rows:
        telling = next((f for f in row.findings if f.type in types), None)
        drawn = tuple(marks(row)) if telling else ()
        if telling and len({m.letter for m in drawn}) > 1:
            yield Line(row.title, telling.id, drawn)


def _quantity_marks(row: Row, named: Mapping[str, Name]) -> list[Mark]:
    findings = [f for f in row.findings if f.type in ("quantity", "quantity-unknown")]
    said = [
        (named[cell.claim.document].letter, q)
        for cell in row.cells.values()
        for q in turned_on(cell.claim, "quantities", findings)
        if isinstance(q, Quantity)
    ]
    ends = [float(end) for _, q in said if q.status == "stated" for end in (q.low, q.high) if end is not None]
    scale = _scale([end for end in ends if math.isfinite(end)])
    return [_quantity_mark(own, q, scale) for own, q in said] if ends else []


def _quantity_mark(own: str, quantity: Quantity, scale: Callable[[float], float]) -> Mark:
    words = visible(quantity.text)
    if quantity.status == "unknown" or (quantity.low is None and quantity.high is None):
        return Mark(own, words, 0, 100, known=False)
    start = 0.0 if quantity.low is None else scale(float(quantity.low))
    end = 100.0 if quantity.high is None else scale(float(quantity.high))
    return Mark(own, words, start, end, quantity.low is None, quantity.high is None)


def _time_marks(row: Row, named: Mapping[str, Name]) -> list[Mark]:
    findings = [f for f in row.findings if f.type == "time"]
    said = [
        (named[cell.claim.document].letter, t)
        for cell in row.cells.values()
        for t in turned_on(cell.claim, "times", findings)
        if isinstance(t, Time) and (t.first or t.last)
    ]
    days = [day.toordinal() for _, t in said for day in (t.first, t.last) if day]
    scale = _scale([float(day) for day in days])
    return [_time_mark(own, t, scale) for own, t in said]


def _time_mark(own: str, time: Time, scale: Callable[[float], float]) -> Mark:
    days = [day.isoformat() for day in (time.first, time.last) if day]
    words = f"{visible(time.text)} ({' to '.join(dict.fromkeys(days))})"
    start = scale(float(time.first.toordinal())) if time.first else 0.0
    end = scale(float(time.last.toordinal())) if time.last else 100.0
    return Mark(own, words, start, end, time.first is None, time.last is None)


def _scale(values: Sequence[float]) -> Callable[[float], float]:
    """From a value to its place on the line in percent: linear, or logarithmic where the values lie far apart."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    wide = low > 0 and high / low > _LONG_SPREAD
    bend: Callable[[float], float] = math.log if wide else float
    if bend(high) == bend(low):
        return lambda _: 50.0
    span = (100 - 2 * _MARGIN) / (bend(high) - bend(low))
    return lambda value: round(min(100.0, max(0.0, _MARGIN + (bend(value) - bend(low)) * span)), 2)


def _steps(report: Report, named: Mapping[str, Name]) -> Iterator[Step]:
    claims = {c.id: c for c in report.claims}
    steps = [f for f in report.findings if f.type == "modality" and len(f.claims) == 2]
    for finding in sorted(steps, key=lambda f: (-f.confidence, f.id)):
        sides = [claims[c] for c in finding.claims if c in claims]
        sides.sort(key=lambda c: CERTAINTIES.index(c.certainty))
        if len(sides) == 2 and sides[0].certainty != sides[1].certainty:
            low, high = (_degree(c, named) for c in sides)
            yield Step(excerpt(sides[1]), finding.id, low, high)


def _degree(claim: Claim, named: Mapping[str, Name]) -> Mark:
    place = _MARGIN + (100 - 2 * _MARGIN) * CERTAINTIES.index(claim.certainty) / (len(CERTAINTIES) - 1)
    return Mark(named[claim.document].letter, claim.certainty.replace("-", " "), round(place, 2), round(place, 2))
