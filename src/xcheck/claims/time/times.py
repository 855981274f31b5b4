"""Time expressions, resolved against the publication date and against the times spoken of before them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from xcheck.claims.time import written
from xcheck.claims.time.calendar import Grain, named, shifted
from xcheck.claims.time.grammar import Expression, expressions, unit_code
from xcheck.claims.time.impossible import as_written, mark_of, weekdays_beside
from xcheck.claims.time.numbers import counted
from xcheck.claims.time.parse import direction, follows_in, is_time
from xcheck.claims.time.resolve import resolve
from xcheck.claims.time.setting import Setting, anchor_of
from xcheck.claims.time.timeline import window
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicon import lexicon, words
from xcheck.records.base import Span
from xcheck.records.claim import DateMark, Time

Reach = tuple[date | None, date | None]

_NOTHING: Reach = (None, None)
_NEAR = 24
_WITHIN = re.compile(r"\bwithin(?: the)?\s*$")
_FROM_NOW = re.compile(r" from (?:now|today)\b", re.IGNORECASE)


def find(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of the document's sentences, in order.

    ``first`` and ``last`` are the days the time can reach: "since May" and "before 2010" are open at one end (None);
    both are None for bare durations, sets, vague references, and where the day of publication would be needed.
    """
    found: list[Time] = []
    anchor: tuple[date, Grain] | None = None
    paragraph = -1
    for sentence in analysis.sentences:
        if sentence.paragraph > paragraph + 1:
            anchor = None
        times = _in_sentence(analysis, sentence, anchor)
        found.extend(times)
        dated = [a for t in times if (a := anchor_of(t.value))]
        if dated:
            anchor, paragraph = dated[-1], sentence.paragraph
    return tuple(found)


def _in_sentence(analysis: Analysis, sentence: Sentence, anchor: tuple[date, Grain] | None) -> list[Time]:
    text = analysis.document.text
    times: list[Time] = []
    year: int | None = None
    found = expressions(text[sentence.start : sentence.end])
    for expression, weekday in zip(found, weekdays_beside(text[sentence.start : sentence.end], found), strict=True):
        start, end = sentence.start + expression.start, sentence.start + expression.end
        tokens = analysis.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None or not is_time(expression, tokens):
            continue
        setting = Setting(analysis.document.published, direction(tokens, headline=sentence.headline), anchor, year)
        value = resolve(expression, setting)
        mark = mark_of(expression, value, tokens, setting.published, weekday)
        value = as_written(expression) if value is None and mark else value
        if value is None:
            continue
        span = Span.of(text, start, end)
        coming = follows_in(tokens) or _FROM_NOW.match(text, end) is not None
        times.append(_time(span, value, _reached(expression, value, setting, span, text, coming=coming), mark))
        anchor = anchor_of(value) or anchor
        if "year" in expression.parts and re.match(r"\d{4}", value):
            year = int(value[:4])
    return times


def _reached(  # noqa: PLR0913 - what a time hangs on
    found: Expression, value: str, setting: Setting, span: Span, text: str, *, coming: bool
) -> Reach:
    """The days that an expression reaches, by its value and the words around it in ``text``."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    if value.startswith("P"):
        return _reach_of_length(found, setting, before, coming=coming)
    return _reach(found, value, setting, before, after)


def _time(span: Span, value: str, reach: Reach, mark: DateMark | None) -> Time:
    return Time(
        **dict(span),
        value=value,
        first=reach[0],
        last=reach[1],
        year=written.year(span.text),
        zone=written.zone(span.text),
        halved=written.is_halved(span.text),
        mark=mark,
    )


def _reach(found: Expression, value: str, setting: Setting, before: str, after: str) -> Reach:
    """The first and last day: of the value, narrowed by "early" or "late", opened by "since" or "until"."""
    reached = window(value)
    if reached is None:
        return _NOTHING
    first, last = _share(reached, found.parts.get("share", ""), setting.published)
    if "T" in value or after.startswith(("'s", "’s")):
        return first, last
    opening = _ends_with(before, "opening")
    if opening:
        until_now = opening == "since" and setting.published is not None and first <= setting.published
        return first, setting.published if until_now else None
    return (None, last) if _ends_with(before, "closing") else (first, last)


def _share(reached: tuple[date, date], share: str, published: date | None) -> tuple[date, date]:
    first, last = reached
    if published and first <= published <= last and share in ("earlier", "later"):
        return (first, published) if share == "earlier" else (published, last)
    low, high = lexicon("times")["shares"].get(share) or _share_of(share)
    days = (last - first).days
    return first + timedelta(days=int(days * low)), first + timedelta(days=round(days * high))


def _share_of(share: str) -> tuple[float, float]:
    low, high = lexicon("times")["shares"].get(f"the {share} of", (0, 1))
    return low, high


def _ends_with(before: str, key: str) -> str:
    tail = before.lower().rstrip()
    return next((w for w in sorted(words("times", key)) if re.search(rf"\b{re.escape(w)}$", tail)), "")


def _reach_of_length(found: Expression, setting: Setting, before: str, *, coming: bool) -> Reach:
    """The days of a length that hangs on the day of publication: "the past two weeks", "in five years"."""
    today, which, length = setting.published, found.parts.get("which", ""), _length(found)
    if today is None or length is None:
        return _NOTHING
    number, code = length
    if which in words("times", "backward"):
        return shifted(today, -number, code), today
    end = shifted(today, number, code)
    if which in words("times", "forward") or (end and _WITHIN.search(before)):
        return today, end
    ahead = coming and setting.direction != "past"
    return (window(named(end, _grain(code))) if end and ahead else None) or _NOTHING


def _length(found: Expression) -> tuple[int, str] | None:
    """A length of whole days or longer units as their number and code; None for any other."""
    parts = found.parts
    number = counted(parts["count"]) if "count" in parts else Decimal(1)
    if number is None or not parts.keys() & {"unit", "what"} or number != int(number):
        return None
    code = unit_code(parts.get("unit") or parts["what"])
    return None if code.startswith("T") or found.rule not in ("duration", "period") else (int(number), code)


def _grain(code: str) -> Grain:
    grains: dict[str, Grain] = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "DE", "CE": "CE"}
    return grains.get(code, "D")
